import type { Bilingual } from '../../../../shared/domain/text.ts';
import type { Refused } from '../../../../shared/platform/database/decision-records.ts';
import { notFound, Problem, type ProblemExtras } from '../../problems/problem.ts';

const STATES: Readonly<Record<string, Bilingual>> = {
  proposed: { zh: '正在等待第二人确认', en: 'waits for a second reviewer' },
  decided: {
    zh: '已有审核决定；只有在申诉待答复时才能另作决定，并须写明所答复的申诉',
    en: 'is decided; only an open appeal, which the decision must name, lets it be decided anew',
  },
  moot: {
    zh: '已撤回、被新版本取代或已由机审通过，不再需要决定',
    en: 'was withdrawn, superseded or approved by the machine: nothing is to be decided',
  },
};

/** What a refused decision answers: what stands in the way, and whose word it is. */
export function refusalOf(refused: Refused): Problem {
  const conflict = (zh: string, en: string, extras?: ProblemExtras) => new Problem('conflict', { zh, en }, extras);
  switch (refused.refused) {
    case 'unknown':
      return notFound({ zh: '案卷或决定', en: 'dossier or decision' });
    case 'newer-run':
      return refused.state === 'decided' || refused.state === 'notified'
        ? conflict(
            `已有更新的机审结论（第 ${refused.run} 轮），请查看后再决定`,
            `There is a newer verdict (run ${refused.run}): look at it before you decide`,
          )
        : conflict(
            `正在重新审核（第 ${refused.run} 轮，${refused.state}），请待新的结论`,
            `It is being checked again (run ${refused.run}, ${refused.state}): wait for the new verdict`,
          );
    case 'claimed':
      return conflict(
        `${refused.by.displayName} 正在处理此案卷，可请其释放或接手后再试`,
        `${refused.by.displayName} works on it at this moment: ask them to release it, or take it over`,
        { claim: { by: refused.by, until: refused.until } },
      );
    case 'dossier': {
      const state = STATES[refused.state] ?? { zh: `状态为 ${refused.state}`, en: `is ${refused.state}` };
      return conflict(`案卷${state.zh}`, `The dossier ${state.en}`);
    }
    case 'not-final':
      return conflict(
        `现有决定在 ${refused.until} 之前可以撤销，请撤销后重作或届时再决定`,
        `The present decision may be undone until ${refused.until}: undo it, or decide again after that`,
      );
    case 'appeal':
      return conflict('此送审没有这项待答复的申诉', 'The submission has no such open appeal');
    case 'appealed':
      return conflict(
        '开发者已提出申诉，请阅读后作出答复该申诉的决定（appeal）；待确认的决定须先否决或撤销',
        'The developer has appealed: read it, and name it in the decision (appeal), which answers it; a proposal is declined or undone first',
      );
    case 'decision':
      return conflict(
        `决定的状态为 ${refused.state}，不能再作此操作`,
        `The decision is ${refused.state}: this cannot be done any more`,
      );
    case 'same-person':
      return conflict(
        '提出者不能确认或否决自己的决定，须由另一人进行',
        'Nobody confirms or declines their own decision: another person does',
      );
    case 'other-person':
      return new Problem('forbidden', {
        zh: '只有作出或确认该决定的人可以撤销',
        en: 'Only who made or confirmed the decision may undo it',
      });
    case 'final':
      return conflict(
        '撤销时限已过，或已开始通知商店，决定不能再撤销',
        'It is too late to undo it: the time is over, or the store is being told',
      );
  }
}

/** The decision that was done, or a problem that says why not. @throws Problem */
export function doneOrThrow<Done extends object>(result: Done | Refused): Done {
  if ('refused' in result) throw refusalOf(result as Refused);
  return result as Done;
}

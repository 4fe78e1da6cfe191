import type { Appeal } from '../../../shared/domain/review/appeal.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { AppealOutcome, DeveloperMessage, NotAppealable } from '../../../shared/platform/database/appeals.ts';
import type { ApiPorts } from '../ports.ts';
import { notFound, Problem } from '../problems/problem.ts';
import { refusalOf } from '../review/decisions/refusal.ts';
import { dropAttachments } from './intake.ts';

const WHY: Readonly<Record<NotAppealable, Bilingual>> = {
  'already-open': {
    zh: '该送审已有一件申诉在审理中；可在其中补充说明',
    en: 'An appeal of this submission is open already: add a message to it',
  },
  'nothing-negative': {
    zh: '该送审没有可申诉的结果：机审未驳回，也没有不予上架或要求整改的最终决定',
    en: 'There is nothing to appeal against: the machine has not rejected it and no final decision keeps it off the shelf',
  },
  'not-decided': { zh: '该送审尚无结论，或正在重新检查', en: 'The submission has no verdict yet, or is being checked again' },
  moot: { zh: '该送审已被撤回或被新版本取代', en: 'The submission was withdrawn or superseded by a later version' },
};

const NAMES: Readonly<Record<Appeal['state'], Bilingual>> = {
  open: { zh: '审理中', en: 'open' },
  upheld: { zh: '成立', en: 'upheld' },
  dismissed: { zh: '不成立', en: 'dismissed' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** Id of the appeal that was changed. @throws Problem for everything that did not happen */
export function appealOf(outcome: AppealOutcome | null): { readonly appeal: string; readonly replayed: boolean } {
  if (outcome === null) throw notFound({ zh: '申诉', en: 'appeal' });
  switch (outcome.outcome) {
    case 'done':
    case 'same':
      return { appeal: outcome.appeal, replayed: outcome.outcome === 'same' };
    case 'key-taken':
      throw new Problem('idempotency-conflict', {
        zh: '此幂等键已用于内容不同的请求；请换一个键，或原样重发',
        en: 'This idempotency key was used for a request with other content: use another key, or send the same again',
      });
    case 'closed': {
      const { zh, en } = NAMES[outcome.state];
      throw new Problem('conflict', { zh: `该申诉已结束（${zh}）`, en: `The appeal is closed (${en})` });
    }
    case 'claimed': {
      const { by, until } = outcome;
      throw refusalOf({ refused: 'claimed', by, until });
    }
    case 'full':
      throw new Problem('conflict', { zh: '该申诉的消息已达上限', en: 'The appeal has as many messages as it can have' });
    default:
      throw new Problem('conflict', WHY[outcome.outcome]);
  }
}

/** Keeps a message; its files are removed again when it was not kept. */
export async function keepMessage(
  ports: ApiPorts,
  message: DeveloperMessage,
  keep: () => Promise<AppealOutcome | null>,
): Promise<{ readonly appeal: string; readonly replayed: boolean }> {
  let kept = false;
  try {
    const outcome = await keep();
    kept = outcome?.outcome === 'done';
    return appealOf(outcome);
  } finally {
    if (!kept) await dropAttachments(ports, message.attachments);
  }
}

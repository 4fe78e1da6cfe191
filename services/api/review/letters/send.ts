import type { DecisionKind } from '../../../../shared/domain/review/decision.ts';
import type { Letter } from '../../../../shared/domain/review/letter.ts';
import type { Bilingual } from '../../../../shared/domain/text.ts';
import type { StandingDecision } from '../../../../shared/platform/database/letters.ts';
import { letterSentEvent } from '../../../../shared/platform/events/letter-sent.ts';
import { operation } from '../../operation.ts';
import { notFound, Problem } from '../../problems/problem.ts';
import { letterSchema, letterVersionSchema } from '../../schemas/letters.ts';
import { anySubmission } from './draft.ts';
import { letterConflict, letterOf, letterParams } from './parameters.ts';

/** When the store may first see the letter: now, unless the decision may still be undone. */
const toldAt = ({ finalAt }: StandingDecision, now: Date): Date => (finalAt > now ? finalAt : now);

/** Decisions that leave something to mend. */
const TELLING: readonly DecisionKind[] = ['rectify', 'uphold', 'approve-with-warning'];

/** Why a draft cannot be sent as it is; null when it can. */
function refusalOf({ run, content }: Letter, decision: StandingDecision | null, currentRun: number): Bilingual | null {
  if (decision === null || !TELLING.includes(decision.kind))
    return {
      zh: '须先作出生效的审核决定（要求整改、维持或提醒后放行），整改通知才能发送',
      en: 'A letter can be sent once there is an effective decision to rectify, to uphold, or to approve with a warning',
    };
  if (run !== currentRun || decision.run !== run)
    return { zh: '该草稿依据的是较早一轮的机审结论，请重新生成', en: 'This draft is about an earlier run: generate it anew' };
  const falseAlarms = new Set(
    decision.judgements.filter((each) => each.outcome === 'false-alarm').map((each) => each.fingerprint),
  );
  const wrong = content.items.findIndex(({ fingerprint }) => falseAlarms.has(fingerprint));
  if (wrong >= 0)
    return {
      zh: `第 ${wrong + 1} 个问题已被判定为误报，请删去后再发送`,
      en: `Finding ${wrong + 1} was found to be a false alarm: take it out before sending`,
    };
  if (content.items.length === 0) return { zh: '通知中没有任何问题', en: 'The letter tells no finding' };
  if (decision.kind === 'rectify' && content.deadline !== decision.deadline)
    return {
      zh: `通知的整改期限（${content.deadline ?? '无'}）与审核决定（${decision.deadline ?? '无'}）不一致`,
      en: `The letter’s deadline (${content.deadline ?? 'none'}) is not the decision’s (${decision.deadline ?? 'none'})`,
    };
  const { title, addressee, signatory } = content;
  if ([title.zh, title.en, addressee, signatory].some((text) => text.trim() === ''))
    return { zh: '标题、致和落款均须填写', en: 'Title, addressee and signatory must not be empty' };
  return null;
}

export const sendLetter = operation({
  id: 'sendLetter',
  method: 'post',
  path: '/v1/review/letters/{id}/send',
  tag: 'review',
  summary: { zh: '发送整改通知', en: 'Send a letter' },
  description: {
    zh: '发送后不能修改。商店在审核决定不可撤销之时收到 submission.letter-sent；在此之前撤销决定，则通知恢复为草稿。',
    en: 'It cannot be changed after that. The store is told (submission.letter-sent) when the decision can no longer be undone; undoing it before makes the letter a draft again.',
  },
  scope: null,
  right: 'decide',
  params: letterParams,
  body: letterVersionSchema,
  responses: { 200: { description: { zh: '已发送', en: 'Sent' }, schema: letterSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params, body, response }) {
    const known = await letterOf(ports, params.id);
    const submission = await anySubmission(ports, known.submission);
    response.locals.submissionId = submission.id;
    const result = await ports.database.letters.send(known.id, body.version, account, (letter, decision) => {
      const refusal = refusalOf(letter, decision, submission.run);
      return refusal === null && decision !== null
        ? { event: letterSentEvent(submission, letter, toldAt(decision, ports.clock()), ports.configuration.publicUrl) }
        : { refusal };
    });
    if (result === null) throw notFound({ zh: '整改通知', en: 'letter' });
    if (result.outcome === 'refused') throw new Problem('conflict', result.refusal!);
    if (result.outcome !== 'sent') throw letterConflict(result.outcome, result.letter);
    await ports.pipeline.deliver(result.event).catch((err: unknown) => {
      ports.log.warn({ err, submissionId: submission.id }, 'the queue did not hear of a letter; the reconciler will tell it');
    });
    return { status: 200, body: result.letter };
  },
});

import { operation } from '../../operation.ts';
import { decisionSchema, newDecisionSchema } from '../../schemas/review-decisions.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { prepareDecision } from './prepare.ts';
import { doneOrThrow } from './refusal.ts';
import { tell } from './tell.ts';

/** Thousands of false alarms, and waivers with their reasons: an app may have as many findings. */
const DECISION_BYTES = 3 * 2 ** 20;

export const makeDecision = operation({
  id: 'makeDecision',
  method: 'post',
  path: '/v1/review/submissions/{id}/decisions',
  tag: 'review',
  summary: { zh: '作出审核决定', en: 'Decide a dossier' },
  description: {
    zh: '决定即时生效并可在数秒内撤销（UNDO_SECONDS），到期后以 submission.reviewed 通知商店；改判较严重的驳回，或豁免其中的问题，须由第二人确认（SECOND_REVIEWER_FROM），此时状态为 proposed。豁免自生效起加入商店的规则库，对其后的送审有效。409 说明所看结论已过时、案卷由谁处理或为何不能决定。',
    en: 'It is effective at once and may be undone for some seconds (UNDO_SECONDS), after which the store is told by submission.reviewed. Overturning a severe rejection, or waiving what it rests on, waits for a second reviewer (SECOND_REVIEWER_FROM): its state is proposed then. Waivers join the store’s rulebook when the decision is effective and hold for what is submitted afterwards. A 409 says that there is a newer verdict, who works on the dossier, or why it cannot be decided.',
  },
  scope: null,
  right: 'decide',
  params: submissionParams,
  body: newDecisionSchema,
  bodyBytes: DECISION_BYTES,
  responses: { 201: { description: { zh: '决定', en: 'The decision' }, schema: decisionSchema } },
  problems: ['not-found', 'conflict', 'payload-too-large'],
  async handle({ ports, account, params, body, response }) {
    response.locals.submissionId = params.id;
    const { prepared, effect } = await prepareDecision(ports, account, params.id, body);
    const done = doneOrThrow(await ports.database.decisions.make(prepared, effect));
    await tell(ports, done);
    return { status: 201, body: done.decision };
  },
});

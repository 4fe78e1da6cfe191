import { z } from 'zod';
import type { Appeal } from '../../../../shared/domain/review/appeal.ts';
import type { AppealOutcome, ReviewerMessage } from '../../../../shared/platform/database/appeals.ts';
import { appealAnsweredEvent } from '../../../../shared/platform/events/appeal-answered.ts';
import { appealOf } from '../../appeals/outcome.ts';
import { newId } from '../../new-id.ts';
import type { AnyOperation, Context } from '../../operation.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { notFound } from '../../problems/problem.ts';
import { appealAnswerSchema, appealClosingSchema, appealIdSchema, appealSchema, appealsSchema } from '../../schemas/appeals.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { anySubmission } from '../letters/draft.ts';
import { downloadAttachment } from './attachment.ts';

const appealParams = z.object({ id: appealIdSchema });

/** @throws Problem `not-found` */
async function appealNamed({ database }: ApiPorts, id: string): Promise<Appeal> {
  const appeal = await database.appeals.find(id);
  if (appeal === null) throw notFound({ zh: '申诉', en: 'appeal' });
  return appeal;
}

const listAppealsToReview = operation({
  id: 'listAppealsToReview',
  method: 'get',
  path: '/v1/review/submissions/{id}/appeals',
  tag: 'review',
  summary: { zh: '一次送审的申诉及往来', en: 'Appeals of a submission with their threads' },
  description: { zh: '其中的文字和文件名不可信。', en: 'Texts and file names are untrusted.' },
  scope: null,
  right: 'read',
  params: submissionParams,
  responses: { 200: { description: { zh: '申诉', en: 'The appeals' }, schema: appealsSchema } },
  problems: ['not-found'],
  async handle({ ports, params }) {
    const { id } = await anySubmission(ports, params.id);
    return { status: 200, body: await ports.database.appeals.ofSubmission(id) };
  },
});

/** Writes a reviewer's message with its event, and has the store told. */
async function say(
  { ports, account, response }: Pick<Context<unknown, unknown, unknown>, 'ports' | 'account' | 'response'>,
  appeal: Appeal,
  text: string,
  state: Appeal['state'],
  write: (message: ReviewerMessage) => Promise<AppealOutcome | null>,
): Promise<Appeal> {
  response.locals.submissionId = appeal.submission;
  const submission = await anySubmission(ports, appeal.submission);
  const id = newId('apm');
  const answer = { appeal: appeal.id, message: id, state, text };
  const event = appealAnsweredEvent(submission, answer, ports.clock(), ports.configuration.publicUrl);
  appealOf(await write({ id, text, by: account, event }));
  await ports.pipeline.deliver(event.id).catch((err: unknown) => {
    ports.log.warn({ err, submissionId: submission.id }, 'the queue did not hear of an answer; the reconciler will tell it');
  });
  return appealNamed(ports, appeal.id);
}

const answerAppeal = operation({
  id: 'answerAppeal',
  method: 'post',
  path: '/v1/review/appeals/{id}/messages',
  tag: 'review',
  summary: { zh: '答复申诉', en: 'Answer an appeal' },
  description: { zh: '商店收到 submission.appeal-answered。', en: 'The store is told by submission.appeal-answered.' },
  scope: null,
  right: 'decide',
  params: appealParams,
  body: appealAnswerSchema,
  responses: { 201: { description: { zh: '已答复', en: 'Answered' }, schema: appealSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ params, body, ...context }) {
    const { appeals } = context.ports.database;
    const appeal = await appealNamed(context.ports, params.id);
    const answered = await say(context, appeal, body.text, 'open', (message) => appeals.answer(appeal.id, message));
    return { status: 201, body: answered };
  },
});

const closeAppeal = operation({
  id: 'closeAppeal',
  method: 'post',
  path: '/v1/review/appeals/{id}/close',
  tag: 'review',
  summary: { zh: '不作新的决定而结束申诉', en: 'Close an appeal without a new decision' },
  description: {
    zh: '不成立：原决定继续有效，案卷回到原处。成立：案卷留在队列，等待新的决定。通常以新的决定（appeal）结束申诉。',
    en: 'Dismissed: the decision stands and the dossier goes back to where it was. Upheld: the dossier waits in the queue for a new decision. Usually a new decision (appeal) closes it.',
  },
  scope: null,
  right: 'decide',
  params: appealParams,
  body: appealClosingSchema,
  responses: { 200: { description: { zh: '已结束', en: 'Closed' }, schema: appealSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ params, body, ...context }) {
    const { appeals } = context.ports.database;
    const appeal = await appealNamed(context.ports, params.id);
    const { state, text } = body;
    const closed = await say(context, appeal, text, state, (message) => appeals.close(appeal.id, state, message));
    return { status: 200, body: closed };
  },
});

/** Appeals, as reviewers answer them. */
export const APPEAL_REVIEW_OPERATIONS: readonly AnyOperation[] = [
  listAppealsToReview,
  answerAppeal,
  closeAppeal,
  downloadAttachment,
];

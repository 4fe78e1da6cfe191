import { z } from 'zod';
import type { Submission } from '../../../shared/platform/database/repositories.ts';
import { ownSubmission } from '../access/authorise.ts';
import { newId } from '../new-id.ts';
import type { AnyOperation } from '../operation.ts';
import { operation } from '../operation.ts';
import type { ApiPorts } from '../ports.ts';
import { notFound } from '../problems/problem.ts';
import { appealFormSchema, appealIdSchema, appealJsonSchema, storeAppealSchema, storeAppealsSchema } from '../schemas/appeals.ts';
import { submissionIdSchema } from '../schemas/submission.ts';
import { submissionParams } from '../submissions/parameters.ts';
import { readMessage } from './intake.ts';
import { appealOf, keepMessage } from './outcome.ts';
import { presentAppeal } from './present.ts';

const appealParams = z.object({ id: submissionIdSchema, appeal: appealIdSchema });

const BODIES = [
  { mediaType: 'multipart/form-data', schema: appealFormSchema, encoding: { attachment: 'application/octet-stream' } },
  { mediaType: 'application/json', schema: appealJsonSchema },
];
const HEADERS = {
  'Idempotency-Key': {
    zh: '同一键与同一内容只受理一次；同一键而内容不同则拒绝',
    en: 'The same key and content are taken once; the same key with other content is refused',
  },
};
const REPLAYED = {
  'Idempotent-Replayed': { zh: '同一幂等键先前已受理时为 true', en: 'true when the same idempotency key was accepted before' },
};
const replayedHeader = (replayed: boolean): Record<string, string> => (replayed ? { 'Idempotent-Replayed': 'true' } : {});
const INTAKE_PROBLEMS = ['not-found', 'conflict', 'payload-too-large', 'unsupported-format', 'idempotency-conflict'] as const;

/** The appeal as its store may see it. @throws Problem `not-found` */
async function toldAppeal({ database }: ApiPorts, submission: Submission, id: string) {
  const appeal = (await database.appeals.told(submission.id)).find((each) => each.id === id);
  if (appeal === undefined) throw notFound({ zh: '申诉', en: 'appeal' });
  return presentAppeal(appeal);
}

const listAppeals = operation({
  id: 'listAppeals',
  method: 'get',
  path: '/v1/submissions/{id}/appeals',
  tag: 'appeals',
  summary: { zh: '一次送审的申诉及往来', en: 'Appeals of a submission with their threads' },
  scope: 'submissions:read',
  params: submissionParams,
  responses: { 200: { description: { zh: '申诉', en: 'The appeals' }, schema: storeAppealsSchema } },
  problems: ['not-found'],
  async handle({ ports, caller, params, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const appeals = await ports.database.appeals.told(submission.id);
    return { status: 200, body: { appeals: appeals.map(presentAppeal) } };
  },
});

const openAppeal = operation({
  id: 'openAppeal',
  method: 'post',
  path: '/v1/submissions/{id}/appeals',
  tag: 'appeals',
  summary: { zh: '代开发者提出申诉', en: 'Appeal on behalf of the developer' },
  description: {
    zh: '针对不予上架或要求整改的最终决定，或尚无决定时的机审驳回；每次送审同时只有一件申诉。审核人员在 dueAt 之前答复，每次答复推送 submission.appeal-answered；以新的决定答复时推送 submission.reviewed。',
    en: 'Against a final decision that keeps the app off the shelf, or the machine’s rejection while there is none; one open appeal a submission. Reviewers answer before dueAt; each answer is told by submission.appeal-answered, a new decision by submission.reviewed.',
  },
  scope: 'submissions:write',
  params: submissionParams,
  bodies: BODIES,
  headers: HEADERS,
  responses: {
    201: { description: { zh: '已受理', en: 'Taken' }, schema: storeAppealSchema, headers: REPLAYED },
  },
  problems: INTAKE_PROBLEMS,
  async handle({ ports, caller, params, request, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const message = await readMessage(ports, caller, request, response, { submission: submission.id, appeal: null });
    const dueAt = new Date(ports.clock().getTime() + ports.configuration.appealHours * 3_600_000);
    const { appeal, replayed } = await keepMessage(ports, message, () =>
      ports.database.appeals.open({ id: newId('apl'), submission: submission.id, dueAt, message }),
    );
    const headers = replayedHeader(replayed);
    return { status: 201, body: await toldAppeal(ports, submission, appeal), headers };
  },
});

const addAppealMessage = operation({
  id: 'addAppealMessage',
  method: 'post',
  path: '/v1/submissions/{id}/appeals/{appeal}/messages',
  tag: 'appeals',
  summary: { zh: '在申诉中补充说明', en: 'Add a message to an open appeal' },
  scope: 'submissions:write',
  params: appealParams,
  bodies: BODIES,
  headers: HEADERS,
  responses: {
    201: { description: { zh: '已受理', en: 'Taken' }, schema: storeAppealSchema, headers: REPLAYED },
  },
  problems: INTAKE_PROBLEMS,
  async handle({ ports, caller, params, request, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const { id } = await toldAppeal(ports, submission, params.appeal);
    const message = await readMessage(ports, caller, request, response, { submission: submission.id, appeal: id });
    const { replayed } = await keepMessage(ports, message, () => ports.database.appeals.followUp(id, message));
    const headers = replayedHeader(replayed);
    return { status: 201, body: await toldAppeal(ports, submission, id), headers };
  },
});

const withdrawAppeal = operation({
  id: 'withdrawAppeal',
  method: 'post',
  path: '/v1/submissions/{id}/appeals/{appeal}/withdraw',
  tag: 'appeals',
  summary: { zh: '撤回申诉', en: 'Withdraw an appeal' },
  description: { zh: '原决定继续有效；重复撤回不报错。', en: 'The decision stands; withdrawing again is no error.' },
  scope: 'submissions:write',
  params: appealParams,
  responses: { 200: { description: { zh: '已撤回', en: 'Withdrawn' }, schema: storeAppealSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, caller, params, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const { id } = await toldAppeal(ports, submission, params.appeal);
    appealOf(await ports.database.appeals.withdraw(id));
    return { status: 200, body: await toldAppeal(ports, submission, id) };
  },
});

/** Appeals, as stores bring them. */
export const APPEAL_OPERATIONS: readonly AnyOperation[] = [listAppeals, openAppeal, addAppealMessage, withdrawAppeal];

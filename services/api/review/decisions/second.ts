import { z } from 'zod';
import type { Decision } from '../../../../shared/domain/review/decision.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { notFound } from '../../problems/problem.ts';
import { decisionSchema, reviewIdSchema, secondWordSchema } from '../../schemas/review-decisions.ts';
import { effectOf, reviewedVerdict } from './prepare.ts';
import { doneOrThrow } from './refusal.ts';
import { tell } from './tell.ts';
import { waiversOf } from './waivers.ts';

const params = z.object({ id: reviewIdSchema });
const responses = { 200: { description: { zh: '决定', en: 'The decision' }, schema: decisionSchema } };

/** @throws Problem `not-found` */
export async function knownDecision(ports: ApiPorts, id: string): Promise<Decision> {
  const decision = await ports.database.decisions.find(id);
  if (decision === null) throw notFound({ zh: '审核决定', en: 'decision' });
  return decision;
}

export const confirmDecision = operation({
  id: 'confirmDecision',
  method: 'post',
  path: '/v1/review/decisions/{id}/confirm',
  tag: 'review',
  summary: { zh: '第二人确认，决定生效', en: 'Confirm a proposed decision, as the second reviewer' },
  scope: null,
  right: 'confirm',
  params,
  body: secondWordSchema,
  responses,
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params: { id }, body: { comment }, response }) {
    const proposed = await knownDecision(ports, id);
    response.locals.submissionId = proposed.submission;
    const waivers = proposed.state === 'proposed' ? await waiversNow(ports, proposed) : [];
    const done = doneOrThrow(await ports.database.decisions.confirm(id, account, comment, effectOf(ports, waivers)));
    await tell(ports, done);
    return { status: 200, body: done.decision };
  },
});

async function waiversNow(ports: ApiPorts, decision: Decision) {
  if (decision.waivers.length === 0) return [];
  const { submission, verdict } = await reviewedVerdict(ports, decision.submission, decision.run);
  return waiversOf(ports, submission, verdict, decision);
}

export const declineDecision = operation({
  id: 'declineDecision',
  method: 'post',
  path: '/v1/review/decisions/{id}/decline',
  tag: 'review',
  summary: { zh: '第二人不同意，案卷退回', en: 'Decline a proposed decision: the dossier is where it was before' },
  scope: null,
  right: 'confirm',
  params,
  body: secondWordSchema,
  responses,
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params: { id }, body: { comment } }) {
    const done = doneOrThrow(await ports.database.decisions.decline(id, account, comment));
    return { status: 200, body: done.decision };
  },
});

export const undoDecision = operation({
  id: 'undoDecision',
  method: 'post',
  path: '/v1/review/decisions/{id}/undo',
  tag: 'review',
  summary: { zh: '撤销自己作出或确认的决定', en: 'Undo a decision that one has made or confirmed' },
  description: {
    zh: '生效的决定在 finalAt 之前可撤销，待确认的随时可撤销；随之授予的豁免即被取消，被取代的决定恢复。',
    en: 'An effective one until its finalAt, a proposed one at any time. Its waivers are revoked, and the decision that it replaced stands again.',
  },
  scope: null,
  right: 'read',
  params,
  responses,
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params: { id } }) {
    const done = doneOrThrow(await ports.database.decisions.undo(id, account));
    return { status: 200, body: done.decision };
  },
});

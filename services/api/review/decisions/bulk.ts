import type { z } from 'zod';
import type { Account } from '../../../../shared/domain/review/account.ts';
import type { Decision, NewDecision } from '../../../../shared/domain/review/decision.ts';
import { requireRight } from '../../access/session.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { presentProblem } from '../../problems/present.ts';
import { Problem } from '../../problems/problem.ts';
import { requestIdOf } from '../../request-id.ts';
import { bulkDecidedSchema, bulkDecisionSchema } from '../../schemas/review-decisions.ts';
import { prepareDecision } from './prepare.ts';
import { doneOrThrow } from './refusal.ts';
import { tell } from './tell.ts';

type Result = Omit<z.infer<typeof bulkDecidedSchema>['results'][number], 'decision'> & { readonly decision: Decision | null };

export const decideInBulk = operation({
  id: 'decideInBulk',
  method: 'post',
  path: '/v1/review/dossiers/decide',
  tag: 'review',
  summary: { zh: '以同一理由决定多个案卷', en: 'Decide many dossiers with one reason' },
  description: {
    zh: '须同时具有 assign 与 decide 权限。每个案卷各自生效或各自说明不能决定的原因；须第二人确认的成为 proposed。',
    en: 'Needs the rights assign and decide. Each dossier is decided by itself, or says why not; what needs a second reviewer is proposed.',
  },
  scope: null,
  right: 'assign',
  body: bulkDecisionSchema,
  responses: { 200: { description: { zh: '逐项结果', en: 'What came of each' }, schema: bulkDecidedSchema } },
  problems: ['conflict'],
  async handle({ ports, account, body: { items, ...decision }, gone, response }) {
    requireRight(account, 'decide');
    const results: Result[] = [];
    for (const { submission, run } of items) {
      if (gone.aborted) break;
      results.push(await decideOne(ports, account, submission, { ...decision, run }, requestIdOf(response)));
    }
    return { status: 200, body: { results } };
  },
});

async function decideOne(
  ports: ApiPorts,
  account: Account,
  submission: string,
  wanted: NewDecision,
  requestId: string,
): Promise<Result> {
  try {
    const { prepared, effect } = await prepareDecision(ports, account, submission, wanted);
    const done = doneOrThrow(await ports.database.decisions.make(prepared, effect));
    await tell(ports, done);
    return { submission, decision: done.decision, problem: null };
  } catch (error) {
    // What is wrong with the request itself is wrong with all of them.
    if (!(error instanceof Problem) || error.code === 'invalid-request') throw error;
    return { submission, decision: null, problem: presentProblem(error, requestId) };
  }
}

import { type Account, may } from '../../../../shared/domain/review/account.ts';
import type { AssignOutcome } from '../../../../shared/platform/database/dossier-records.ts';
import { requireRight } from '../../access/session.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { presentProblem } from '../../problems/present.ts';
import { invalidRequest, notFound, Problem } from '../../problems/problem.ts';
import { requestIdOf } from '../../request-id.ts';
import { assignedSchema, assignmentSchema } from '../../schemas/review-queue.ts';

export const assignDossiers = operation({
  id: 'assignDossiers',
  method: 'post',
  path: '/v1/review/dossiers/assign',
  tag: 'review',
  summary: { zh: '指派案卷', en: 'Assign dossiers' },
  description: {
    zh: '逐项给出结果。有 assign 权限者可指派给任何审核员；审核员可领受无人负责的案卷，或退回自己的。',
    en: 'Answers item by item. Who has the right assign gives dossiers to any reviewer; a reviewer may take what is nobody’s and give back what is theirs.',
  },
  scope: null,
  right: 'read',
  body: assignmentSchema,
  responses: { 200: { description: { zh: '逐项结果', en: 'What became of each' }, schema: assignedSchema } },
  problems: [],
  async handle({ ports, account, body, response }) {
    const assignee = body.assignee === null ? null : await assigneeOf(ports, account, body.assignee);
    const ownOnly = !may(account.role, 'assign');
    if (ownOnly) requireRight(account, assignee === null || assignee.id === account.id ? 'decide' : 'assign');
    const submissions = [...new Set(body.submissions)];
    const outcomes = await ports.database.dossiers.assign(submissions, assignee, account, { ownOnly });
    const requestId = requestIdOf(response);
    const results = submissions.map((submission, n) => {
      const refused = problemOf(outcomes[n]!);
      return { submission, changed: outcomes[n] === 'assigned', problem: refused && presentProblem(refused, requestId) };
    });
    return { status: 200, body: { results } };
  },
});

/** Somebody who may sign in and decide; anybody else could never work on it. */
async function assigneeOf(ports: ApiPorts, account: Account, id: string): Promise<Account> {
  const found = id === 'me' || id === account.id ? account : await ports.database.accounts.find(id);
  if (found !== null && found.disabledAt === null && may(found.role, 'decide')) return found;
  const text = { zh: '没有这个可用的审核员账号', en: 'There is no reviewer’s account of this id that is in use' };
  throw invalidRequest([{ pointer: '/assignee', code: 'unknown-reviewer', text }]);
}

function problemOf(outcome: AssignOutcome): Problem | null {
  switch (outcome) {
    case 'unknown':
      return notFound({ zh: '案卷', en: 'dossier' });
    case 'closed':
      return new Problem('conflict', { zh: '案卷已无需处理', en: 'Nothing is left to be decided about this one' });
    case 'not-yours':
      return new Problem('conflict', { zh: '已指派给他人', en: 'It is assigned to somebody else' });
    default:
      return null;
  }
}

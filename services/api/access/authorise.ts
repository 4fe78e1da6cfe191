import type { ApiKey, ApiScope, Submission } from '../../../shared/platform/database/repositories.ts';
import type { ApiPorts } from '../ports.ts';
import { notFound, Problem } from '../problems/problem.ts';

/** @throws Problem `forbidden` when the key lacks the scope */
export function requireScope(key: ApiKey, scope: ApiScope): void {
  if (key.scopes.includes(scope)) return;
  throw new Problem('forbidden', { zh: `密钥没有权限：${scope}`, en: `The key has no scope ${scope}` });
}

/** A submission of the caller's own store. @throws Problem `not-found`, also for another store's */
export async function ownSubmission(ports: ApiPorts, caller: ApiKey, id: string): Promise<Submission> {
  const submission = await ports.database.submissions.find(id);
  if (submission === null || submission.storeId !== caller.storeId) throw notFound({ zh: '送审', en: 'submission' });
  return submission;
}

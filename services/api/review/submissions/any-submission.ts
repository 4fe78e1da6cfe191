import type { Submission } from '../../../../shared/platform/database/repositories.ts';
import type { ApiPorts } from '../../ports.ts';
import { notFound } from '../../problems/problem.ts';

/** A submission of any store: reviewers see them all. @throws Problem `not-found` */
export async function anySubmission(ports: ApiPorts, id: string): Promise<Submission> {
  const submission = await ports.database.submissions.find(id);
  if (submission === null) throw notFound({ zh: '送审', en: 'submission' });
  return submission;
}

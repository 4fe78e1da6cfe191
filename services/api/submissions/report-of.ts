import type { Submission } from '../../../shared/platform/database/repositories.ts';
import { buildReport, type Report } from '../../../shared/pledge/index.ts';
import type { ApiPorts } from '../ports.ts';
import { decidedOf } from './decided.ts';

/** The report of a submission's newest verdict, the same for whoever asks; null while there is none. */
export async function reportOf(ports: ApiPorts, submission: Submission): Promise<Report | null> {
  const decided = await decidedOf(ports.database, submission);
  if (decided === null) return null;
  const { run, at, ...made } = decided;
  const { publicUrl, appeals } = ports.configuration;
  const store = await ports.database.stores.find(submission.storeId);
  return buildReport({
    ...made,
    submission: { id: submission.id, run, decidedAt: at.toISOString() },
    rules: ports.rules,
    knowledge: ports.knowledge,
    appeal: { said: appeals, store: store?.name ?? null },
    rulePages: publicUrl ?? '',
  });
}

import { PermanentError } from '../../shared/domain/errors.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import type { PolicyFacts } from '../../shared/domain/facts/policy.ts';
import { INSPECTOR_VERSION } from '../../shared/inspection/index.ts';
import { unpackDigests } from '../../shared/inspection/signing/content-digests.ts';
import type { Database, StoredPackage, Submission } from '../../shared/platform/database/repositories.ts';
import { objectSource } from './object-source.ts';
import { obtainPolicy } from './obtain-policy.ts';
import type { WorkerPorts } from './ports.ts';
import { RecentFacts } from './recent-facts.ts';
import { SandboxError } from './sandbox/sandbox.ts';
import { unreadInspector, unreadPackage } from './unread-package.ts';

/**
 * Facts of the submission's package: the ones that are kept, else by inspecting it. A package whose inspection passes its deadline or
 * kills its thread has facts too: that nothing is known.
 * @throws TransientError of database or object store; PermanentError `package-missing`
 */
export async function packageFactsOf(ports: WorkerPorts, submission: Submission, signal: AbortSignal): Promise<PackageFacts> {
  const sha256 = submission.packageSha256;
  const stored = sha256 === null ? null : await ports.database.packages.find(sha256);
  if (stored === null) throw packageMissing(submission);
  const { facts } = ports.database;
  const unread = unreadInspector(INSPECTOR_VERSION, submission.id, submission.run);
  const kept = await recentOf(ports.database).find(`${stored.sha256} ${unread}`, async () => {
    return (await facts.package(stored.sha256, INSPECTOR_VERSION)) ?? (await facts.package(stored.sha256, unread));
  });
  if (kept !== null) return kept;
  const made = await inspect(ports, stored, unread, signal);
  await facts.keepPackage(made);
  return made;
}

/** What each database was asked for last: tests open several. */
const recent = new WeakMap<Database, RecentFacts<PackageFacts>>();

function recentOf(database: Database): RecentFacts<PackageFacts> {
  const known = recent.get(database) ?? new RecentFacts<PackageFacts>();
  recent.set(database, known);
  return known;
}

async function inspect(ports: WorkerPorts, stored: StoredPackage, unread: string, signal: AbortSignal): Promise<PackageFacts> {
  const source = objectSource(ports.objects, stored.objectKey, stored.bytes);
  const timeoutMs = ports.settings.inspectionTimeoutMs;
  const taken = await ports.database.packages.contentDigests(stored.sha256);
  try {
    const digests = taken && unpackDigests(taken, stored.bytes);
    const input = { size: stored.bytes, sha256: stored.sha256, ...(digests && { digests }) };
    return await ports.sandbox.perform('inspect-package', input, { timeoutMs, signal, source });
  } catch (error) {
    if (!(error instanceof SandboxError) || error.interruption === 'aborted') throw error;
    ports.log.warn({ sha256: stored.sha256, reason: error.message }, 'an inspection was ended');
    return unreadPackage(stored, unread, `inspection-${error.interruption}`);
  }
}

/** Facts of the submission's policy at this run: the ones that are kept, else by reading it. @throws TransientError */
export async function policyFactsOf(ports: WorkerPorts, submission: Submission, signal: AbortSignal): Promise<PolicyFacts> {
  const kept = await ports.database.facts.policy(submission.id, submission.run);
  if (kept !== null) return kept;
  const { facts, snapshotKey } = await obtainPolicy(ports, submission, signal);
  await ports.database.facts.keepPolicy(submission.id, submission.run, facts, snapshotKey);
  return facts;
}

function packageMissing(submission: Submission): PermanentError {
  return new PermanentError('package-missing', {
    zh: `送审 ${submission.id} 没有已存储的安装包`,
    en: `Submission ${submission.id} has no stored package`,
  });
}

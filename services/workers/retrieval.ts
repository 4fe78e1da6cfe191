import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { InputError } from '../../shared/domain/errors.ts';
import { INSPECTABLE_FORMATS } from '../../shared/inspection/index.ts';
import { packDigests } from '../../shared/inspection/signing/content-digests.ts';
import type { PackageOrigin, StoredPackage, Submission } from '../../shared/platform/database/repositories.ts';
import type { Processor, StepData } from '../../shared/platform/queues/index.ts';
import { failSubmission } from './fail-submission.ts';
import { hashing, type Passed } from './hashing.ts';
import { loadSubmission } from './load-submission.ts';
import { objectSource } from './object-source.ts';
import { openOrigin } from './open-origin.ts';
import type { WorkerPorts } from './ports.ts';

/**
 * Fetches a package that was submitted by reference (an object of the store's inbox, or a URL) and hands it to the inspection.
 *
 * Run twice: each run copies to a key of its own, the database keeps the first copy of a hash, and a run that comes second removes
 * its own. What a killed run leaves behind is swept by the reconciler. Sources that are wrong (not found, not a package, another
 * hash) fail the submission at once; those that do not answer are tried again.
 */
export function retrievalProcessor(ports: WorkerPorts): Processor<StepData> {
  return {
    run: async (data, { signal }) => {
      const submission = await loadSubmission(ports, data, ['received', 'stored']);
      if (submission === null) return undefined;
      const packageSha256 = submission.packageSha256 ?? (await retrieve(ports, submission, signal)).sha256;
      const { submissions } = ports.database;
      // A submission that is driven again after its retrieval had failed starts from `stored`: there the hash comes with `inspect`.
      const moved =
        (await submissions.apply(submission.id, data.run, 'store', { packageSha256 })) ??
        (await submissions.apply(submission.id, data.run, 'inspect', { packageSha256 }));
      if (moved !== null) await ports.pipeline.advance(moved);
      return undefined;
    },
    exhausted: (data, error) => failSubmission(ports, data, error),
  };
}

async function retrieve(ports: WorkerPorts, submission: Submission, signal: AbortSignal): Promise<StoredPackage> {
  const { origin } = submission;
  const objectKey = `uploads/retrieved-${randomUUID()}`;
  try {
    const body = await openOrigin(ports, origin, signal);
    const { sha256, bytes, digests } = await copy(ports, body, objectKey);
    requireHash(origin, sha256);
    const source = objectSource(ports.objects, objectKey, bytes);
    const timeoutMs = ports.settings.checkTimeoutMs;
    const format = await ports.sandbox.perform('sniff-format', { size: bytes }, { timeoutMs, signal, source });
    if (!INSPECTABLE_FORMATS.includes(format)) throw unsupported(format);
    const kept = await ports.database.packages.keep({ sha256, objectKey, bytes, format }, packDigests(digests));
    if (kept.objectKey !== objectKey) await ports.objects.remove(objectKey);
    return kept;
  } catch (error) {
    // The sweep would find it too, a day later.
    await ports.objects.remove(objectKey).catch(() => undefined);
    throw error;
  }
}

async function copy(ports: WorkerPorts, body: Readable, objectKey: string): Promise<Passed> {
  const hashed = hashing(body, ports.settings.limits.packageBytes);
  await ports.objects.put(objectKey, hashed.stream, { contentType: 'application/octet-stream' });
  return hashed.result();
}

function requireHash(origin: PackageOrigin, sha256: string): void {
  const expected = 'sha256' in origin ? origin.sha256 : undefined;
  if (expected === undefined || expected === sha256) return;
  throw new InputError(
    'hash-mismatch',
    { zh: `安装包的 SHA-256 为 ${sha256}，与声明的不符`, en: `The package has SHA-256 ${sha256}, not the one that was declared` },
    'package',
  );
}

function unsupported(format: string): InputError {
  return new InputError(
    'unsupported-format',
    { zh: `暂不支持的安装包格式：${format}`, en: `Packages of this format cannot be inspected: ${format}` },
    'package',
  );
}

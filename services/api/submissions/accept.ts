import type { ApiKey, NewSubmission, Submission } from '../../../shared/platform/database/repositories.ts';
import { newId } from '../new-id.ts';
import type { ApiPorts } from '../ports.ts';
import { notFound, Problem } from '../problems/problem.ts';
import { fingerprintOf } from './idempotency.ts';
import type { Intake } from './intake.ts';
import { keepPackage } from './keep-package.ts';
import { keepPolicy } from './keep-policy.ts';

/**
 * Makes a row of an intake and tells the queue. Objects first, then the row, then the queue: whatever dies in between, nothing
 * accepted is lost, and the reconciler tells a queue that did not hear.
 * @returns the submission, and whether it is an earlier one under the same idempotency key
 * @throws Problem `idempotency-conflict`, `not-a-package`, `unsupported-format`; TransientError
 */
export async function accept(
  ports: ApiPorts,
  caller: ApiKey,
  intake: Intake,
  idempotencyKey: string | null,
): Promise<{ readonly submission: Submission; readonly replayed: boolean }> {
  const { database, objects, pipeline, log } = ports;
  const { upload, packageSha256, listing, origin, callbackUrl } = intake;
  try {
    if (upload) await keepPackage(ports, upload);
    else if (packageSha256 !== null && (await database.packages.find(packageSha256)) === null)
      throw notFound({ zh: '安装包', en: 'package' });
  } catch (error) {
    if (upload) await objects.remove(upload.objectKey);
    throw error;
  }
  const policyDocument = intake.policy && (await keepPolicy(objects, intake.policy));
  const row: NewSubmission = {
    id: newId('sub'),
    storeId: caller.storeId,
    state: packageSha256 === null ? 'received' : 'stored',
    listing,
    origin,
    packageSha256,
    policyDocument,
    callbackUrl,
    idempotency: null,
  };
  const idempotency = idempotencyKey === null ? null : { key: idempotencyKey, fingerprint: fingerprintOf(row) };
  const created = await database.submissions.create({ ...row, idempotency });
  if (created.outcome === 'conflict') {
    const detail = {
      zh: '此幂等键已用于内容不同的请求；请换一个键，或原样重发',
      en: 'This idempotency key was used for a request with other content: use another key, or send the same again',
    };
    throw new Problem('idempotency-conflict', detail, { submissionId: created.submissionId });
  }
  const { submission } = created;
  await intake.settled?.().catch((err: unknown) => log.warn({ err, submissionId: submission.id }, 'upload not tidied up'));
  await pipeline.advance(submission).catch((err: unknown) => {
    log.warn({ err, submissionId: submission.id }, 'the queue did not hear of a submission; the reconciler will tell it');
  });
  return { submission, replayed: created.outcome === 'same' };
}

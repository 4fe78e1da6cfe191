import type { ApiKey, NewSubmission, Submission } from '../../../shared/platform/database/repositories.ts';
import { newId } from '../new-id.ts';
import type { ApiPorts } from '../ports.ts';
import { notFound, Problem } from '../problems/problem.ts';
import { fingerprintOf } from './idempotency.ts';
import type { Intake } from './intake.ts';
import { keepPackage } from './keep-package.ts';
import { keepPolicy, policyDocumentOf } from './keep-policy.ts';

/** A submission, and whether it is an earlier one under the same idempotency key. */
export interface Accepted {
  readonly submission: Submission;
  readonly replayed: boolean;
}

function conflict(submissionId: string): Problem {
  const detail = {
    zh: '此幂等键已用于内容不同的请求；请换一个键，或原样重发',
    en: 'This idempotency key was used for a request with other content: use another key, or send the same again',
  };
  return new Problem('idempotency-conflict', detail, { submissionId });
}

/** The row that an intake will be. */
function rowOf(caller: ApiKey, intake: Intake, idempotencyKey: string | null): NewSubmission {
  const row: NewSubmission = {
    id: newId('sub'),
    storeId: caller.storeId,
    state: intake.packageSha256 === null ? 'received' : 'stored',
    listing: intake.listing,
    origin: intake.origin,
    packageSha256: intake.packageSha256,
    policyDocument: intake.policy && policyDocumentOf(intake.policy),
    callbackUrl: intake.callbackUrl,
    idempotency: null,
  };
  if (idempotencyKey === null) return row;
  return { ...row, idempotency: { key: idempotencyKey, fingerprint: fingerprintOf(row) } };
}

/** The earlier submission of the same key. @throws Problem `idempotency-conflict` */
async function earlier({ database }: ApiPorts, { storeId, idempotency }: NewSubmission): Promise<Submission | null> {
  if (idempotency === null) return null;
  const known = await database.submissions.findByKey(storeId, idempotency.key);
  if (known !== null && known.fingerprint !== idempotency.fingerprint) throw conflict(known.submission.id);
  return known?.submission ?? null;
}

/** Objects first, then the row: whatever dies in between, nothing accepted is lost. */
async function keep(ports: ApiPorts, intake: Intake, row: NewSubmission): Promise<Accepted> {
  const { database, objects } = ports;
  if (intake.upload) await keepPackage(ports, intake.upload);
  else if (row.packageSha256 !== null && (await database.packages.find(row.packageSha256)) === null)
    throw notFound({ zh: '安装包', en: 'package' });
  if (intake.policy) await keepPolicy(objects, intake.policy);
  const created = await database.submissions.create(row);
  // Two requests with one key at the same moment: the database lets one in.
  if (created.outcome === 'conflict') throw conflict(created.submissionId);
  return { submission: created.submission, replayed: created.outcome === 'same' };
}

/** Removes an upload unless it has become the kept package of its hash. */
async function dropUnowned({ database, objects }: ApiPorts, { upload }: Intake): Promise<void> {
  if (upload === null) return;
  const owned = await database.packages.owned([upload.objectKey]);
  if (!owned.has(upload.objectKey)) await objects.remove(upload.objectKey);
}

/**
 * Makes a row of an intake and tells the queue; when the queue does not hear, the reconciler tells it later.
 * @throws Problem `idempotency-conflict`, `not-a-package`, `unsupported-format`; TransientError. An upload that no row owns is removed
 */
export async function accept(ports: ApiPorts, caller: ApiKey, intake: Intake, idempotencyKey: string | null): Promise<Accepted> {
  const { pipeline, log } = ports;
  const row = rowOf(caller, intake, idempotencyKey);
  let accepted: Accepted;
  try {
    const known = await earlier(ports, row);
    accepted = known === null ? await keep(ports, intake, row) : { submission: known, replayed: true };
    if (known !== null) await dropUnowned(ports, intake);
  } catch (error) {
    // The first error is the answer; what cannot be tidied up now is swept up later.
    await dropUnowned(ports, intake).catch((err: unknown) => log.warn({ err }, 'an upload was left behind'));
    throw error;
  }
  const { submission } = accepted;
  await intake.settled?.().catch((err: unknown) => log.warn({ err, submissionId: submission.id }, 'upload not tidied up'));
  await pipeline.advance(submission).catch((err: unknown) => {
    log.warn({ err, submissionId: submission.id }, 'the queue did not hear of a submission; the reconciler will tell it');
  });
  return accepted;
}

import type { Request, Response } from 'express';
import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import type { ApiKey, PackageOrigin } from '../../../shared/platform/database/repositories.ts';
import type { ApiPorts } from '../ports.ts';
import { invalidRequest } from '../problems/problem.ts';
import { readJson } from '../read-json.ts';
import { formTextsSchema, submissionReferenceInput } from '../schemas/intake.ts';
import type { StoredUpload } from '../uploads/store.ts';
import { validate } from '../validate.ts';
import { requireDigest } from './expected-digest.ts';
import type { PolicyFile } from './form.ts';
import { parseListingText, validListing } from './listing.ts';
import { readForm } from './multipart.ts';
import { resolveReference } from './reference.ts';

/** A request to review, whichever way it came, validated as far as it can be without looking into the package. */
export interface Intake {
  readonly listing: ListingFacts;
  readonly origin: PackageOrigin;
  /** Bytes that have arrived and that no row owns yet; null when they must still be retrieved or are here already. */
  readonly upload: StoredUpload | null;
  /** Known before retrieval only when the bytes are here. */
  readonly packageSha256: string | null;
  readonly policy: PolicyFile | null;
  readonly callbackUrl: string | null;
  /** Called once the row is there; what it cleans up is not needed any more. */
  readonly settled?: () => Promise<void>;
}

/**
 * Reads a submission from a form or from JSON. When it fails, nothing that had been stored is left.
 * @throws Problem of every kind that input can cause; TransientError
 */
export async function readIntake(ports: ApiPorts, caller: ApiKey, request: Request, response: Response): Promise<Intake> {
  if (request.is('multipart/form-data')) return intakeOfForm(ports, request, response);
  if (request.is('json')) return intakeOfJson(ports, caller, request, response);
  const text = { zh: '须为 multipart/form-data 或 application/json', en: 'must be multipart/form-data or application/json' };
  throw invalidRequest([{ pointer: 'Content-Type', code: 'media-type', text }]);
}

async function intakeOfForm(ports: ApiPorts, request: Request, response: Response): Promise<Intake> {
  const parts = await readForm(ports, request, response);
  const upload = parts.package;
  try {
    if (upload === null) {
      const text = { zh: '缺少安装包（须为带文件名的文件）', en: 'is missing (it must be a file with a file name)' };
      throw invalidRequest([{ pointer: 'package', code: 'missing-part', text }]);
    }
    const texts = validate(
      formTextsSchema,
      { callbackUrl: parts.texts.get('callbackUrl'), packageSha256: parts.texts.get('packageSha256') },
      '',
    );
    const listing = validListing(parseListingText(parts.texts.get('listing')), parts.policy !== null);
    requireDigest(upload.sha256, texts.packageSha256);
    return {
      listing,
      origin: { kind: 'upload' },
      upload,
      packageSha256: upload.sha256,
      policy: parts.policy,
      callbackUrl: texts.callbackUrl ?? null,
    };
  } catch (error) {
    if (upload) await ports.objects.remove(upload.objectKey);
    throw error;
  }
}

async function intakeOfJson(ports: ApiPorts, caller: ApiKey, request: Request, response: Response): Promise<Intake> {
  const limit = ports.configuration.limits.listingBytes + 16 * 1024;
  const body = validate(submissionReferenceInput, await readJson(request, response, limit), '');
  const listing = validListing(body.listing, false);
  const resolved = await resolveReference(ports, caller, body.package, body.packageSha256?.toLowerCase());
  return { ...resolved, listing, policy: null, callbackUrl: body.callbackUrl ?? null };
}

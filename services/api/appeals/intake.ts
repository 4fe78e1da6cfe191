import type { Request, Response } from 'express';
import multer from 'multer';
import type { DeveloperMessage, KeptAttachment } from '../../../shared/platform/database/appeals.ts';
import type { ApiKey } from '../../../shared/platform/database/repositories.ts';
import { canonicalJson, sha256Of } from '../digest.ts';
import { newId } from '../new-id.ts';
import type { ApiPorts } from '../ports.ts';
import { invalidRequest } from '../problems/problem.ts';
import { readJson } from '../read-json.ts';
import { ATTACHMENT_BYTES, appealJsonSchema, MOST_ATTACHMENTS, MOST_TEXT } from '../schemas/appeals.ts';
import { idempotencyKey } from '../submissions/idempotency.ts';
import { formProblem } from '../submissions/multipart.ts';
import { validate } from '../validate.ts';
import { type AttachmentsSoFar, attachmentsEngine } from './attachments.ts';

/** UTF-8 has at most four bytes a character. */
const TEXT_BYTES = MOST_TEXT * 4;

/**
 * A developer's message from a form or from JSON; attachments lie in the object store already. When it fails, nothing is left there.
 * @param about what the message is about, so that a key that was used elsewhere is told apart
 * @throws Problem `invalid-request`, `payload-too-large`, `unsupported-format`; TransientError
 */
export async function readMessage(
  ports: ApiPorts,
  caller: ApiKey,
  request: Request,
  response: Response,
  about: { readonly submission: string; readonly appeal: string | null },
): Promise<DeveloperMessage> {
  const key = idempotencyKey(request.get('Idempotency-Key'));
  const { text, attachments } = await readBody(ports, request, response);
  const sameness = { ...about, text, attachments: attachments.map(({ fileName, sha256 }) => ({ fileName, sha256 })) };
  const fingerprint = sha256Of(canonicalJson(sameness));
  return {
    id: newId('apm'),
    text,
    attachments,
    idempotency: key === null ? null : { storeId: caller.storeId, key, fingerprint },
  };
}

async function readBody(
  ports: ApiPorts,
  request: Request,
  response: Response,
): Promise<{ readonly text: string; readonly attachments: readonly KeptAttachment[] }> {
  if (request.is('multipart/form-data')) return readForm(ports, request, response);
  if (request.is('json')) {
    const { text } = validate(appealJsonSchema, await readJson(request, response), '');
    return { text, attachments: [] };
  }
  const text = { zh: '须为 multipart/form-data 或 application/json', en: 'must be multipart/form-data or application/json' };
  throw invalidRequest([{ pointer: 'Content-Type', code: 'media-type', text }]);
}

async function readForm(ports: ApiPorts, request: Request, response: Response) {
  const soFar: AttachmentsSoFar = { kept: new Map(), failure: null };
  const form = multer({
    storage: attachmentsEngine(ports.objects, soFar),
    defParamCharset: 'utf8',
    limits: {
      fieldSize: TEXT_BYTES,
      fields: 2,
      files: MOST_ATTACHMENTS,
      parts: MOST_ATTACHMENTS + 2,
      fieldNameSize: 64,
      headerPairs: 32,
      fieldNestingDepth: 0,
      // The engine says what is too large; this only ends a body that goes on for ever.
      fileSize: ATTACHMENT_BYTES + 2 ** 20,
    },
  }).array('attachment');
  try {
    await new Promise<void>((resolve, reject) => {
      form(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
    });
    // Fields have no prototype; the schema wants a plain object, and names whatever else is in it.
    const { text } = validate(appealJsonSchema, { ...request.body }, '');
    return { text, attachments: [...soFar.kept].sort(([one], [other]) => one - other).map(([, file]) => file) };
  } catch (error) {
    await dropAttachments(ports, [...soFar.kept.values()]);
    throw formProblem(soFar.failure ?? error);
  }
}

/** Removes files that no row will own; what cannot be removed now is swept up later. */
export async function dropAttachments({ objects, log }: ApiPorts, attachments: readonly KeptAttachment[]): Promise<void> {
  await Promise.all(attachments.map(({ objectKey }) => objects.remove(objectKey))).catch((err: unknown) => {
    log.warn({ err }, 'an attachment was left behind');
  });
}

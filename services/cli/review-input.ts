import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { InputError } from '../../shared/domain/errors.ts';
import type { ListingFacts } from '../../shared/domain/facts/listing.ts';
import { parseListing } from '../../shared/knowledge/listing-schema.ts';
import { ListingError } from './listing-error.ts';
import { unreadable } from './local-file.ts';

/** What the service accepts by default. */
const MAX_LISTING_BYTES = 1 << 20;
const MAX_POLICY_BYTES = 20 << 20;

async function readCapped(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      const text = { zh: `文件超过 ${maxBytes} 字节：${path}`, en: `the file exceeds ${maxBytes} bytes: ${path}` };
      throw new InputError('too-large', text, path);
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(path, error);
  }
}

/**
 * Reads and validates a listing with the schema of the API.
 * @throws InputError `no-such-file`, `not-json`; ListingError with the place of every field that is wrong
 */
export async function readListing(path: string): Promise<ListingFacts> {
  const bytes = await readCapped(path, MAX_LISTING_BYTES);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const text = { zh: `不是有效的 UTF-8 JSON：${path}`, en: `not valid UTF-8 JSON: ${path}` };
    throw new InputError('not-json', text, path, { cause: error });
  }
  const parsed = parseListing(value);
  if (!parsed.ok) throw new ListingError(path, parsed.issues);
  return parsed.listing;
}

/** A policy document as the policy reader takes it. */
export interface PolicyDocumentInput {
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly fileName: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Reads a policy file; its media type comes from the extension, null where that says nothing. @throws InputError */
export async function readPolicyFile(path: string): Promise<PolicyDocumentInput> {
  const bytes = await readCapped(path, MAX_POLICY_BYTES);
  return { bytes, mediaType: MEDIA_TYPES[extname(path).toLowerCase()] ?? null, fileName: basename(path) };
}

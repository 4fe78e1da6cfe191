import { basename, extname } from 'node:path';
import type { ListingFacts } from '../../shared/domain/facts/listing.ts';
import { parseListing } from '../../shared/knowledge/listing-schema.ts';
import { ListingError } from './listing-error.ts';
import { readCapped, readCappedJson } from './read-capped.ts';

/** What the service accepts by default. */
const MAX_LISTING_BYTES = 1 << 20;
const MAX_POLICY_BYTES = 20 << 20;

/**
 * Reads and validates a listing with the schema of the API.
 * @throws InputError `no-such-file`, `not-json`; ListingError with the place of every field that is wrong
 */
export async function readListing(path: string): Promise<ListingFacts> {
  const value = await readCappedJson(path, MAX_LISTING_BYTES);
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

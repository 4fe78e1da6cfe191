import type { Migration } from 'kysely';
import { sql } from 'kysely';

/**
 * Digests of a package's content by chunks, taken as its bytes came in, so that its signature can be verified by reading its tail only:
 * 96 bytes a megabyte, beside the row that they belong to. Null for packages that came in before.
 */
export const contentDigests: Migration = {
  up: async (db) => {
    await sql`alter table packages add column content_digests bytea`.execute(db);
  },
};

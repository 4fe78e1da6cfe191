import type { Migration } from 'kysely';
import { first } from './0001-first.ts';
import { contentDigests } from './0002-content-digests.ts';
import { rulebooksAndRecords } from './0003-rulebooks-and-records.ts';
import { reviewing } from './0004-reviewing.ts';

/** Every migration by its name, in the order of the names. One that has been released is never changed; a new one is added. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-content-digests': contentDigests,
  '0003-rulebooks-and-records': rulebooksAndRecords,
  '0004-reviewing': reviewing,
};

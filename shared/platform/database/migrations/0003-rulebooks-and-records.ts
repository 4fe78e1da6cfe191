import type { Migration } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  // Every rulebook that ever was in force, by the hash of its bytes: rows are added and never changed, because verdicts name the hash.
  `create table rulebooks (
    sha256 text primary key,
    file bytea not null,
    -- as this program read it then: what was good once stays good, also where a later version knows other rules
    rulebook json not null,
    first_used_at timestamptz(3) not null default clock_timestamp()
  )`,

  // Which rulebook was in force for whom, one row a change: a store's id, or 'default'.
  `create table rulebook_uses (
    subject text not null,
    number bigint generated always as identity,
    sha256 text not null references rulebooks (sha256),
    at timestamptz(3) not null default clock_timestamp(),
    primary key (subject, number)
  )`,

  // What the platform's records said when a run was judged, and by which rulebook it is judged.
  `create table review_records (
    submission_id text not null references submissions (id),
    run integer not null,
    records json not null,
    rulebook text not null references rulebooks (sha256),
    at timestamptz(3) not null default clock_timestamp(),
    primary key (submission_id, run)
  )`,

  // The package's own name, known once it was inspected; a listing may leave it out.
  'alter table submissions add column identity_name text',
  `create index submissions_approved on submissions
    (store_id, (coalesce(identity_name, package_name)), created_at desc, id desc) where decision = 'approve'`,
];

export const rulebooksAndRecords: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

import type { Migration } from 'kysely';
import { sql } from 'kysely';

/**
 * The tables of stores, submissions, facts, reviews and callbacks. Times have milliseconds, as dates have in JavaScript: a time that
 * went through a cursor is still equal to itself.
 */
const STATEMENTS = [
  `create table stores (
    id text primary key,
    name text not null unique,
    webhook_secret text not null,
    created_at timestamptz(3) not null default now()
  )`,

  `create table api_keys (
    id text primary key,
    store_id text not null references stores (id),
    name text not null,
    hash bytea not null unique,
    scopes text[] not null,
    rate_per_minute integer not null,
    created_at timestamptz(3) not null default now(),
    expires_at timestamptz(3),
    revoked_at timestamptz(3)
  )`,
  `create index api_keys_of_store on api_keys (store_id, created_at)`,

  `create table packages (
    sha256 text primary key,
    object_key text not null,
    bytes bigint not null,
    format text not null,
    created_at timestamptz(3) not null default now()
  )`,
  `create index packages_by_object on packages (object_key)`,

  `create table submissions (
    id text primary key,
    store_id text not null references stores (id),
    state text not null,
    run integer not null default 1,
    -- json and not jsonb: jsonb refuses U+0000 and lone surrogates, which a listing may well contain
    listing json not null,
    origin json not null,
    package_sha256 text,
    policy_document json,
    callback_url text,
    decision text,
    failure json,
    package_name text,
    developer_id text not null,
    created_at timestamptz(3) not null default clock_timestamp(),
    updated_at timestamptz(3) not null default clock_timestamp(),
    decided_at timestamptz(3)
  )`,
  `create index submissions_newest on submissions (store_id, created_at desc, id desc)`,
  `create index submissions_of_package_name on submissions (store_id, package_name, created_at desc)`,
  `create index submissions_of_developer on submissions (store_id, developer_id, created_at desc)`,
  `create index submissions_of_package on submissions (package_sha256, store_id)`,
  `create index submissions_pending on submissions (updated_at) where state in ('received', 'stored', 'inspecting', 'checking')`,
  `create index submissions_by_state on submissions (state) where state in ('received', 'stored', 'inspecting', 'checking', 'failed')`,
  `create index submissions_to_be_told on submissions (decided_at) where state = 'decided'`,
  `create index submissions_decided on submissions (decided_at desc) where decided_at is not null`,

  `create table idempotency_keys (
    store_id text not null references stores (id),
    key text not null,
    fingerprint text not null,
    submission_id text not null references submissions (id) deferrable initially deferred,
    created_at timestamptz(3) not null default now(),
    primary key (store_id, key)
  )`,

  `create table transitions (
    submission_id text not null references submissions (id),
    number bigint generated always as identity,
    at timestamptz(3) not null default clock_timestamp(),
    run integer not null,
    from_state text not null,
    to_state text not null,
    event text not null,
    primary key (submission_id, number)
  )`,

  `create table package_facts (
    sha256 text not null,
    inspector text not null,
    facts bytea not null,
    created_at timestamptz(3) not null default now(),
    primary key (sha256, inspector)
  )`,

  `create table policy_facts (
    submission_id text not null references submissions (id),
    run integer not null,
    facts bytea not null,
    snapshot_key text,
    created_at timestamptz(3) not null default now(),
    primary key (submission_id, run)
  )`,

  `create table check_results (
    submission_id text not null references submissions (id),
    run integer not null,
    check_name text not null,
    report bytea,
    failure json,
    at timestamptz(3) not null default clock_timestamp(),
    primary key (submission_id, run, check_name),
    constraint report_or_failure check ((report is null) <> (failure is null))
  )`,

  `create table verdicts (
    submission_id text not null references submissions (id),
    run integer not null,
    decision text not null,
    verdict bytea not null,
    at timestamptz(3) not null default clock_timestamp(),
    primary key (submission_id, run)
  )`,

  `create table events (
    id text primary key,
    submission_id text not null references submissions (id),
    run integer not null,
    type text not null,
    payload json not null,
    url text,
    state text not null,
    attempts integer not null default 0,
    created_at timestamptz(3) not null default clock_timestamp(),
    since timestamptz(3) not null default clock_timestamp(),
    next_attempt_at timestamptz(3),
    leased_until timestamptz(3),
    constraint one_event_a_decision unique (submission_id, run, type)
  )`,
  `create index events_due on events (next_attempt_at) where state = 'pending'`,

  `create table delivery_attempts (
    event_id text not null references events (id),
    number bigint generated always as identity,
    at timestamptz(3) not null,
    status integer,
    error text,
    duration_ms integer not null,
    primary key (event_id, number)
  )`,
];

export const first: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

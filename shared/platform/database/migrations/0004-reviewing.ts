import type { Migration } from 'kysely';
import { sql } from 'kysely';
import { SEEDED_REASONS } from '../canned-reasons-seed.ts';
import { DOSSIER_STATEMENTS } from './0004-dossiers.ts';

/** Accounts and sessions of the console, dossiers, decisions and all that hangs on them, and the audit log. */
const STATEMENTS = [
  `create table accounts (
    id text primary key,
    -- lower case; what one signs in with
    name text not null unique,
    display_name text not null,
    role text not null,
    origin text not null,
    -- issuer and subject of single sign-on
    issuer text,
    subject text,
    -- scrypt with its parameters and salt; null for accounts that sign in elsewhere
    password text,
    must_change_password boolean not null default false,
    created_at timestamptz(3) not null default clock_timestamp(),
    last_sign_in_at timestamptz(3),
    disabled_at timestamptz(3),
    constraint one_account_a_subject unique (issuer, subject)
  )`,

  `create table sessions (
    -- SHA-256 of the token: who reads the table cannot use it
    token_hash bytea primary key,
    account_id text not null references accounts (id),
    csrf_token text not null,
    created_at timestamptz(3) not null default clock_timestamp(),
    last_seen_at timestamptz(3) not null default clock_timestamp(),
    expires_at timestamptz(3) not null
  )`,
  'create index sessions_of_account on sessions (account_id)',
  'create index sessions_by_end on sessions (expires_at)',

  `create table sign_in_attempts (
    -- SHA-256 of what the browser keeps in a cookie: only the browser that began it can finish it
    browser_hash bytea not null,
    state text not null,
    nonce text not null,
    code_verifier text not null,
    -- where the person wanted to go, a path of the console
    next text not null,
    expires_at timestamptz(3) not null,
    primary key (browser_hash, state)
  )`,
  'create index sign_in_attempts_by_end on sign_in_attempts (expires_at)',

  ...DOSSIER_STATEMENTS,

  `create table decisions (
    id text primary key,
    number bigint generated always as identity,
    submission_id text not null references submissions (id),
    run integer not null,
    kind text not null,
    outcome text not null,
    state text not null,
    verdict text not null,
    reason text not null,
    note text,
    canned_reason text,
    deadline text,
    judgements json not null,
    waivers json not null,
    appeal text,
    by_account text not null references accounts (id),
    at timestamptz(3) not null default clock_timestamp(),
    second_by text references accounts (id),
    second_at timestamptz(3),
    second_comment text,
    final_at timestamptz(3),
    -- the decision that this one replaced, and where the dossier stood before: what is restored when it is undone
    supersedes text references decisions (id),
    dossier_before text not null
  )`,
  'create index decisions_of_submission on decisions (submission_id, number)',
  'create index decisions_by_time on decisions (at)',
  // Figures ask for the moment from which a decision stands.
  "create index decisions_standing_by_time on decisions ((coalesce(second_at, at))) where state in ('effective', 'superseded')",
  // Of a submission one decision stands and one is proposed at a time: after an appeal the old one stands until the new one is confirmed.
  "create unique index one_decision_stands on decisions (submission_id) where state = 'effective'",
  "create unique index one_decision_is_proposed on decisions (submission_id) where state = 'proposed'",

  `create table granted_waivers (
    id text primary key,
    store_id text not null references stores (id),
    rule text not null,
    app text not null,
    certificate text,
    subject text,
    reason text not null,
    by_account text not null references accounts (id),
    granted text not null,
    expires text not null,
    decision_id text references decisions (id),
    submission_id text not null references submissions (id),
    created_at timestamptz(3) not null default clock_timestamp(),
    revoked_at timestamptz(3),
    revoked_by text references accounts (id),
    -- the later decision that says that what was waived stands after all; undone, the waiver holds again
    revoked_for text references decisions (id)
  )`,
  'create index granted_waivers_of_store on granted_waivers (store_id, expires) where revoked_at is null',

  `create table canned_reasons (
    id text primary key,
    clause text,
    kinds text[] not null,
    title json not null,
    body json not null,
    version integer not null default 1,
    updated_at timestamptz(3) not null default clock_timestamp(),
    deleted_at timestamptz(3)
  )`,

  `create table letters (
    id text primary key,
    submission_id text not null references submissions (id),
    run integer not null,
    decision_id text references decisions (id),
    state text not null,
    content json not null,
    version integer not null default 1,
    created_by text not null references accounts (id),
    created_at timestamptz(3) not null default clock_timestamp(),
    updated_by text not null references accounts (id),
    updated_at timestamptz(3) not null default clock_timestamp(),
    sent_at timestamptz(3),
    sent_by text references accounts (id)
  )`,
  'create index letters_of_submission on letters (submission_id, created_at)',
  'create index letters_of_decision on letters (decision_id)',

  `create table appeals (
    id text primary key,
    submission_id text not null references submissions (id),
    decision_id text references decisions (id),
    state text not null,
    opened_at timestamptz(3) not null default clock_timestamp(),
    due_at timestamptz(3) not null,
    closed_at timestamptz(3),
    -- the decision that closed it, which may still be undone: the store learns of it when the decision is final
    closed_by_decision text references decisions (id)
  )`,
  'create index appeals_of_submission on appeals (submission_id, opened_at)',
  "create unique index one_open_appeal on appeals (submission_id) where state = 'open'",
  `create table appeal_messages (
    id text primary key,
    number bigint generated always as identity,
    appeal_id text not null references appeals (id),
    sender text not null,
    by_account text references accounts (id),
    -- json, because a text column refuses U+0000
    body json not null,
    at timestamptz(3) not null default clock_timestamp(),
    -- of the decision whose reason it tells
    decision_id text references decisions (id)
  )`,
  'create index appeal_messages_of_appeal on appeal_messages (appeal_id, number)',
  `create table appeal_requests (
    store_id text not null references stores (id),
    key text not null,
    fingerprint text not null,
    message_id text not null references appeal_messages (id),
    primary key (store_id, key)
  )`,
  `create table appeal_attachments (
    id text primary key,
    number bigint generated always as identity,
    message_id text not null references appeal_messages (id),
    file_name text not null,
    media_type text not null,
    bytes bigint not null,
    sha256 text not null,
    object_key text not null unique
  )`,
  'create index appeal_attachments_of_message on appeal_attachments (message_id)',

  `create table audit_log (
    number bigint primary key,
    at timestamptz(3) not null,
    action text not null,
    by_account text,
    by_name text,
    subject_kind text not null,
    subject_id text not null,
    submission_id text,
    before json,
    after json,
    hash text not null
  )`,
  'create index audit_log_of_submission on audit_log (submission_id, number)',
  'create index audit_log_of_account on audit_log (by_account, number)',
  `create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit log is only added to';
    end $$`,
  'create trigger audit_log_is_kept before update or delete on audit_log for each row execute function refuse_change_of_audit_log()',
  'create trigger audit_log_is_kept_whole before truncate on audit_log for each statement execute function refuse_change_of_audit_log()',

  // A run has one verdict to tell, but may have several decisions, letters and answers.
  'alter table events drop constraint one_event_a_decision',
  "alter table events add column subject text not null default ''",
  'alter table events add constraint one_event_a_subject unique (submission_id, run, type, subject)',

  'create index submissions_by_time on submissions (created_at) include (store_id)',
  // What a person has decided; null while only the machine has spoken.
  'alter table submissions add column final_outcome text',
  // Names that packages made up may be longer than an index takes.
  'drop index submissions_approved',
  'update submissions set identity_name = left(identity_name, 300) where length(identity_name) > 300',
  `create index submissions_approved on submissions
    (store_id, (coalesce(identity_name, package_name)), created_at desc, id desc)
    where coalesce(final_outcome, decision) = 'approve'`,
  `create index submissions_of_app on submissions
    (store_id, (coalesce(identity_name, package_name)), created_at desc, id desc)`,
];

export const reviewing: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    // Once: whatever people make of them afterwards is theirs.
    for (const { id, clause, kinds, title, text } of SEEDED_REASONS)
      await sql`insert into canned_reasons (id, clause, kinds, title, body)
        values (${id}, ${clause}, ${[...kinds]}, ${JSON.stringify(title)}, ${JSON.stringify(text)})`.execute(db);
  },
};

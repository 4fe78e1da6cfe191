/** The queue, and the filters of it that somebody has given a name: part of the migration `reviewing`. */
export const DOSSIER_STATEMENTS: readonly string[] = [
  `create table dossiers (
    submission_id text primary key references submissions (id),
    run integer not null,
    store_id text not null references stores (id),
    verdict text not null,
    state text not null,
    reject_findings integer not null,
    review_findings integer not null,
    warn_findings integer not null,
    headline json,
    -- of the findings with effect
    rules text[] not null,
    clauses text[] not null,
    checks text[] not null,
    sdks text[] not null,
    app_name text not null,
    package_name text,
    version_name text,
    category text,
    format text,
    developer_id text not null,
    developer_name text,
    children boolean not null,
    offences integer not null,
    -- everything that is searched, folded: NFKC, lower case, one blank between words
    search text not null,
    opened_at timestamptz(3) not null,
    due_at timestamptz(3) not null,
    assignee text references accounts (id),
    claimed_by text references accounts (id),
    claimed_until timestamptz(3),
    outcome text,
    decided_at timestamptz(3),
    appeal text,
    appeal_due_at timestamptz(3),
    -- What the queue is ordered by when the most urgent comes first. A deadline that was met by a decision counts no more.
    urgent_at timestamptz(3) not null generated always as
      (case when decided_at is null then least(due_at, appeal_due_at) else coalesce(appeal_due_at, due_at) end) stored,
    -- among equal ones: 0 for children's apps and repeat offenders
    urgent_rank smallint not null generated always as
      (case when children or offences >= 2 then 0 else 1 end) stored,
    -- The transaction that changed the row last. Transactions may end in another order than they began in, but those below the oldest one
    -- that is under way have all ended: whoever asks for changes up to there misses none.
    change bigint not null default pg_current_xact_id()::text::bigint
  )`,
  'create index dossiers_by_change on dossiers (change desc)',
  'create index dossiers_urgent on dossiers (urgent_at, urgent_rank, submission_id)',
  'create index dossiers_newest on dossiers (opened_at desc, submission_id desc)',
  'create index dossiers_most_findings on dossiers (reject_findings desc, review_findings desc, warn_findings desc, submission_id desc)',
  'create index dossiers_of_developer on dossiers (developer_id)',
  'create index dossiers_of_assignee on dossiers (assignee) where assignee is not null',
  'create index dossiers_by_rule on dossiers using gin (rules)',
  'create index dossiers_by_sdk on dossiers using gin (sdks)',
  // Every change of a row moves it to the end: what live updates ask for.
  `create function note_dossier_change() returns trigger language plpgsql as $$
    begin
      new.change := pg_current_xact_id()::text::bigint;
      return new;
    end $$`,
  'create trigger dossier_changed before update on dossiers for each row execute function note_dossier_change()',

  `create table saved_views (
    id text primary key,
    account_id text not null references accounts (id),
    name text not null,
    query text not null,
    shared boolean not null,
    created_at timestamptz(3) not null default clock_timestamp()
  )`,
];

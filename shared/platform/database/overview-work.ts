import { sql } from 'kysely';
import type { Overview, Quantiles } from '../../domain/review/overview.ts';
import type { Window } from './overview-window.ts';
import type { Db } from './tables.ts';

/** Upper ends of the ages by which open dossiers are counted; the last has none. */
const AGES_HOURS = [4, 24, 72, 168, null] as const;

interface QuantileRow {
  readonly median: number | null;
  readonly p90: number | null;
  readonly count: number;
}

const quantilesOf = ({ median, p90, count }: QuantileRow): Quantiles | null =>
  median === null || p90 === null ? null : { median, p90, count };

/** Seconds from upload to the machine's verdict, of those decided in the period. */
export async function timeToVerdict(db: Db, { start, end, ofStore }: Window): Promise<Quantiles | null> {
  const { rows } = await sql<QuantileRow>`
    select percentile_cont(0.5) within group (order by seconds) as median,
      percentile_cont(0.9) within group (order by seconds) as p90, count(*)::int as count
    from (
      select extract(epoch from decided_at - created_at)::float8 as seconds from submissions
      where decided_at >= ${start} and decided_at < ${end} and ${ofStore(sql`store_id`)}
    ) taken`.execute(db);
  return quantilesOf(rows[0]!);
}

/** Decisions that were made in the period, with the seconds since their verdict. Those after an appeal are the second on their verdict. */
const decided = ({ start, end, ofStore }: Window) => sql`
  select decisions.by_account, decisions.state, decisions.appeal,
    extract(epoch from coalesce(decisions.second_at, decisions.at) - verdicts.at)::float8 as seconds,
    extract(epoch from decisions.at - verdicts.at)::float8 as own_seconds
  from decisions
  join dossiers on dossiers.submission_id = decisions.submission_id
  join verdicts on verdicts.submission_id = decisions.submission_id and verdicts.run = decisions.run
  where decisions.state in ('effective', 'superseded')
    and coalesce(decisions.second_at, decisions.at) >= ${start} and coalesce(decisions.second_at, decisions.at) < ${end}
    and ${ofStore(sql`dossiers.store_id`)}`;

/** Seconds from the verdict to a person's decision, the second reviewer's word included. */
export async function timeToDecision(db: Db, window: Window): Promise<Quantiles | null> {
  const { rows } = await sql<QuantileRow>`
    select percentile_cont(0.5) within group (order by seconds) as median,
      percentile_cont(0.9) within group (order by seconds) as p90, count(*)::int as count
    from (${decided(window)}) made where appeal is null`.execute(db);
  return quantilesOf(rows[0]!);
}

/** Dossiers that wait at this moment, by age; whatever the period. */
export async function backlog(db: Db, { ofStore }: Window): Promise<Overview['backlog']> {
  const { rows } = await sql<{ bucket: number; count: number; overdue: number }>`
    select width_bucket(extract(epoch from clock_timestamp() - opened_at)::float8 / 3600, ${AGES_HOURS.slice(0, -1)}::float8[]) as bucket,
      count(*)::int as count,
      (count(*) filter (where least(due_at, appeal_due_at) < clock_timestamp()))::int as overdue
    from dossiers where state in ('open', 'proposed') and ${ofStore(sql`store_id`)} group by 1`.execute(db);
  return AGES_HOURS.map((upToHours, bucket) => {
    const found = rows.find((row) => row.bucket === bucket);
    return { upToHours, count: found?.count ?? 0, overdue: found?.overdue ?? 0 };
  });
}

/** What each reviewer has before them now, and what they decided in the period: whoever may decide, and whoever did or is assigned. */
export async function reviewersLoad(db: Db, window: Window): Promise<Overview['reviewers']> {
  const { rows } = await sql<{ id: string; name: string; assigned: number; decided: number; median: number | null }>`
    with made as (${decided(window)}),
    worked as (
      select by_account, count(*)::int as decided,
        percentile_cont(0.5) within group (order by own_seconds) filter (where appeal is null) as median
      from made group by 1
    ),
    waiting as (
      select assignee, count(*)::int as assigned from dossiers
      where state in ('open', 'proposed') and assignee is not null and ${window.ofStore(sql`store_id`)} group by 1
    )
    select accounts.id, accounts.display_name as name, coalesce(waiting.assigned, 0) as assigned,
      coalesce(worked.decided, 0) as decided, worked.median
    from accounts
    left join worked on worked.by_account = accounts.id
    left join waiting on waiting.assignee = accounts.id
    where worked.decided > 0 or waiting.assigned > 0
      or (accounts.disabled_at is null and accounts.role in ('reviewer', 'senior-reviewer'))
    order by coalesce(worked.decided, 0) desc, coalesce(waiting.assigned, 0) desc, accounts.display_name, accounts.id`.execute(
    db,
  );
  return rows.map(({ id, name, assigned, decided: done, median }) => ({
    account: { id, displayName: name },
    assigned,
    decided: done,
    medianSeconds: median,
  }));
}

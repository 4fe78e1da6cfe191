import { sql } from 'kysely';
import type { FinalOutcome } from '../../domain/review/decision.ts';
import type { DayFigures } from '../../domain/review/overview.ts';
import type { VerdictDecision } from '../../domain/verdict.ts';
import type { Window } from './overview-window.ts';
import type { Db } from './tables.ts';

/** The day in China of a column; interval and not a zone's name, because a server may have other rules for the name. */
const dayOf = (column: string) => sql.raw(`to_char(${column} at time zone interval '8 hours', 'YYYY-MM-DD')`);

/** Submissions, verdicts and effective decisions of each day, of every day of the period. */
export async function overviewDays(db: Db, { from, to, start, end, ofStore }: Window): Promise<DayFigures[]> {
  const [submitted, verdicts, decisions] = await Promise.all([
    sql<{ day: string; count: number }>`
      select ${dayOf('created_at')} as day, count(*)::int as count from submissions
      where created_at >= ${start} and created_at < ${end} and ${ofStore(sql`store_id`)} group by 1`.execute(db),
    sql<{ day: string; decision: VerdictDecision; count: number }>`
      select ${dayOf('decided_at')} as day, decision, count(*)::int as count from submissions
      where decided_at >= ${start} and decided_at < ${end} and decision is not null and ${ofStore(sql`store_id`)}
      group by 1, 2`.execute(db),
    sql<{ day: string; outcome: FinalOutcome; count: number }>`
      select ${dayOf('coalesce(decisions.second_at, decisions.at)')} as day, decisions.outcome, count(*)::int as count
      from decisions join dossiers on dossiers.submission_id = decisions.submission_id
      where decisions.state = 'effective' and coalesce(decisions.second_at, decisions.at) >= ${start}
        and coalesce(decisions.second_at, decisions.at) < ${end} and ${ofStore(sql`dossiers.store_id`)}
      group by 1, 2`.execute(db),
  ]);
  const days = new Map(daysBetween(from, to).map((day) => [day, emptyDay(day)]));
  for (const { day, count } of submitted.rows) days.get(day)!.submitted = count;
  for (const { day, decision, count } of verdicts.rows) days.get(day)!.verdicts[decision] = count;
  for (const { day, outcome, count } of decisions.rows) days.get(day)!.decisions[outcome] = count;
  return [...days.values()];
}

const emptyDay = (day: string) => ({
  day,
  submitted: 0,
  verdicts: { approve: 0, reject: 0, review: 0 },
  decisions: { approve: 0, reject: 0, rectify: 0 },
});

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const last = Date.parse(to);
  for (let at = Date.parse(from); at <= last; at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

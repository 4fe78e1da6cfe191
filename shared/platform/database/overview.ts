import { sql } from 'kysely';
import { overviewDays } from './overview-days.ts';
import type { OverviewFigures } from './overview-figures.ts';
import { overviewClauses, overviewRules } from './overview-rules.ts';
import { type Window, windowOf } from './overview-window.ts';
import { backlog, reviewersLoad, timeToDecision, timeToVerdict } from './overview-work.ts';
import type { Db } from './tables.ts';

/** Figures of a period, each by a query of its own; together they are not one moment, which nobody sees in sums. */
export const overviewFigures = (db: Db): OverviewFigures => ({
  of: async (period) => {
    const window = windowOf(period);
    const [days, toVerdict, toDecision, waiting, reviewers, rules, clauses, { appeals, overturned }] = await Promise.all([
      overviewDays(db, window),
      timeToVerdict(db, window),
      timeToDecision(db, window),
      backlog(db, window),
      reviewersLoad(db, window),
      overviewRules(db, window),
      overviewClauses(db, window),
      counted(db, window),
    ]);
    return {
      days,
      timeToVerdict: toVerdict,
      timeToDecision: toDecision,
      backlog: waiting,
      reviewers,
      rules,
      clauses,
      appeals,
      overturned,
    };
  },
  rules: (period) => overviewRules(db, windowOf(period)),
});

/** Appeals that were opened, and decisions that let through what the machine had rejected or held. */
async function counted(db: Db, { start, end, ofStore }: Window): Promise<{ appeals: number; overturned: number }> {
  const { rows } = await sql<{ appeals: number; overturned: number }>`
    select
      (select count(*)::int from appeals join submissions on submissions.id = appeals.submission_id
        where appeals.opened_at >= ${start} and appeals.opened_at < ${end} and ${ofStore(sql`submissions.store_id`)}) as appeals,
      (select count(*)::int from decisions join dossiers on dossiers.submission_id = decisions.submission_id
        where decisions.state = 'effective' and decisions.kind = 'overturn'
          and coalesce(decisions.second_at, decisions.at) >= ${start} and coalesce(decisions.second_at, decisions.at) < ${end}
          and ${ofStore(sql`dossiers.store_id`)}) as overturned`.execute(db);
  return rows[0]!;
}

import { sql } from 'kysely';
import type { PeriodFigures, RuleCounts } from './overview-figures.ts';
import type { Window } from './overview-window.ts';
import type { Db } from './tables.ts';

/** How often each rule spoke, and how often people found it wrong; most hits first. */
export async function overviewRules(db: Db, { start, end, ofStore }: Window): Promise<RuleCounts[]> {
  const [hits, judged] = await Promise.all([
    sql<{ rule: string; hits: number }>`
      select rule, count(*)::int as hits from dossiers, unnest(rules) as rule
      where opened_at >= ${start} and opened_at < ${end} and ${ofStore(sql`store_id`)} group by 1`.execute(db),
    sql<{ rule: string; judged: number; falseAlarms: number }>`
      select judgement ->> 'rule' as rule, count(*)::int as judged,
        (count(*) filter (where judgement ->> 'outcome' = 'false-alarm'))::int as "falseAlarms"
      from decisions
      join dossiers on dossiers.submission_id = decisions.submission_id
      cross join json_array_elements(decisions.judgements) as judgement
      where decisions.state = 'effective' and coalesce(decisions.second_at, decisions.at) >= ${start}
        and coalesce(decisions.second_at, decisions.at) < ${end} and ${ofStore(sql`dossiers.store_id`)}
      group by 1`.execute(db),
  ]);
  const rules = new Map<string, RuleCounts>();
  for (const { rule, hits: count } of hits.rows) rules.set(rule, { rule, hits: count, judged: 0, falseAlarms: 0 });
  for (const { rule, ...counts } of judged.rows) rules.set(rule, { rule, hits: rules.get(rule)?.hits ?? 0, ...counts });
  return [...rules.values()].sort((a, b) => b.hits - a.hits || b.judged - a.judged || (a.rule < b.rule ? -1 : 1));
}

/** How many dossiers were opened under each clause; most first. */
export async function overviewClauses(db: Db, { start, end, ofStore }: Window): Promise<PeriodFigures['clauses']> {
  const { rows } = await sql<{ clause: string; hits: number }>`
    select clause, count(*)::int as hits from dossiers, unnest(clauses) as clause
    where opened_at >= ${start} and opened_at < ${end} and ${ofStore(sql`store_id`)}
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

import type pg from 'pg';

export interface Bulk {
  /** A multiple of 20. */
  readonly count: number;
  /** Ids of stores, which are made; submissions take turns. */
  readonly stores: readonly string[];
  /** Spread evenly over so many days in China from this one on. */
  readonly from: string;
  readonly days: number;
}

/**
 * Submissions that were held or rejected, their dossiers, and decisions of nine tenths of them by five reviewers with five judgements each, as
 * rows: what a year leaves behind, in seconds. The facts behind them are left out.
 */
export async function fillReviews(client: pg.Client, { count, stores, from, days }: Bulk): Promise<void> {
  const at = `($2::timestamptz + (n::float8 / $1) * interval '${days} days')`;
  const parameters = [count, `${from}T00:00:00+08:00`];
  await client.query(`insert into stores (id, name, webhook_secret) select id, id, 'whsec_x' from unnest($1::text[]) id`, [
    stores,
  ]);
  await client.query(
    `insert into accounts (id, name, display_name, role, origin) select 'acc_bulk' || n, 'bulk' || n, 'Reviewer ' || n, 'reviewer', 'local'
     from generate_series(0, 4) n`,
  );
  await client.query(
    `insert into submissions (id, store_id, state, listing, origin, package_sha256, decision, package_name, developer_id, created_at, updated_at, decided_at, final_outcome)
     select 'sub_bulk' || n, ($3::text[])[1 + n % cardinality($3::text[])], 'notified', $4::json, '{"kind":"upload"}', md5(n::text),
       case when n % 3 = 0 then 'reject' else 'review' end, 'com.example.a' || n % 2000, 'dev-' || n % 500, ${at}, ${at},
       ${at} + (n % 90) * interval '1 second', null
     from generate_series(0, $1::int - 1) n`,
    [...parameters, stores, JSON.stringify({ app: { name: '应用', description: '说明。'.repeat(60) } })],
  );
  await client.query(
    `insert into verdicts (submission_id, run, decision, verdict, at)
     select 'sub_bulk' || n, 1, case when n % 3 = 0 then 'reject' else 'review' end, '', ${at} + (n % 90) * interval '1 second'
     from generate_series(0, $1::int - 1) n`,
    parameters,
  );
  await client.query(
    `insert into dossiers (submission_id, run, store_id, verdict, state, reject_findings, review_findings, warn_findings, rules, clauses, checks, sdks,
       app_name, package_name, developer_id, children, offences, search, opened_at, due_at, assignee, outcome, decided_at)
     select 'sub_bulk' || n, 1, ($3::text[])[1 + n % cardinality($3::text[])], case when n % 3 = 0 then 'reject' else 'review' end,
       case when n % 10 = 0 then 'open' else 'decided' end, 1, 2, 1,
       array['sdk/undisclosed', 'permission/beyond-category', 'privacy-policy/rule-' || n % 40, 'behaviour/rule-' || n % 30],
       array['sz2025-' || 1 + n % 15, 'pledge2021-' || 1 + n % 10], array['sdk'], array[]::text[],
       '应用' || n, 'com.example.a' || n % 2000, 'dev-' || n % 500, false, 0, 'x', ${at}, ${at} + interval '1 day',
       case when n % 20 = 0 then 'acc_bulk' || n / 20 % 5 end, case when n % 10 = 0 then null else 'reject' end, null
     from generate_series(0, $1::int - 1) n`,
    [...parameters, stores],
  );
  await client.query(
    `insert into decisions (id, submission_id, run, kind, outcome, state, verdict, reason, judgements, waivers, by_account, dossier_before, at, final_at)
     select 'dec_bulk' || n, 'sub_bulk' || n, 1, case when n % 7 = 0 then 'overturn' else 'uphold' end,
       case when n % 7 = 0 then 'approve' else 'reject' end, 'effective', 'review', 'x',
       json_build_array(
         json_build_object('fingerprint', 'a', 'rule', 'sdk/undisclosed', 'outcome', case when n % 7 = 0 then 'false-alarm' else 'stands' end),
         json_build_object('fingerprint', 'b', 'rule', 'permission/beyond-category', 'outcome', 'stands'),
         json_build_object('fingerprint', 'c', 'rule', 'permission/beyond-category', 'outcome', 'stands'),
         json_build_object('fingerprint', 'd', 'rule', 'privacy-policy/rule-' || n % 40, 'outcome', 'stands'),
         json_build_object('fingerprint', 'e', 'rule', 'behaviour/rule-' || n % 30, 'outcome', 'stands')),
       '[]', 'acc_bulk' || n % 5, '{}', least(${at} + (n % 600) * interval '1 minute', $2::timestamptz + interval '${days} days' - interval '1 second'), ${at}
     from generate_series(0, $1::int - 1) n where n % 10 <> 0`,
    parameters,
  );
  await client.query('analyze');
}

import pg from 'pg';

/**
 * Fills a store's queue with rows that no verdict stands behind, by SQL: for tests of lists that are long. Every row differs from the next in
 * all that is ordered and narrowed by, and the same number gives the same rows.
 */
export async function manyDossiers(databaseUrl: string, storeId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into submissions (id, store_id, state, listing, origin, developer_id, package_name, decision, decided_at)
       select 'sub_many' || lpad(n::text, 7, '0'), $1, 'notified',
         json_build_object('schema', 'listing-facts/1',
           'app', json_build_object('name', '示例应用 ' || n, 'category', 1 + n % 39),
           'developer', json_build_object('id', 'dev-' || n % 977)),
         '{"kind":"upload"}', 'dev-' || n % 977, 'com.example.app' || n % 5003, 'reject', now()
       from generate_series(1, $2::int) n`,
      [storeId, count],
    );
    await client.query(
      `insert into dossiers (submission_id, run, store_id, verdict, state, reject_findings, review_findings, warn_findings, headline, rules,
         clauses, checks, sdks, app_name, package_name, version_name, category, format, developer_id, developer_name, children, offences, search,
         opened_at, due_at)
       select 'sub_many' || lpad(n::text, 7, '0'), 1, $1, case when n % 3 = 0 then 'review' else 'reject' end,
         case when n % 5 = 0 then 'decided' when n % 11 = 0 then 'proposed' else 'open' end,
         n % 7, n % 4, n % 13, '{"zh":"未披露第三方SDK","en":"SDK not disclosed"}',
         array['sdk/rule-' || n % 40, 'permission/rule-' || n % 23, 'behaviour/rule-' || n % 31],
         array['sz2025-' || 1 + n % 15, 'pledge2021-' || 1 + n % 8], array['sdk', 'permission', 'behaviour'],
         array['sdk-' || n % 150, 'other-sdk-' || n % 89], '示例应用 ' || n, 'com.example.app' || n % 5003, '1.0.' || n % 50, (1 + n % 39)::text, 'apk',
         'dev-' || n % 977, '示例科技 ' || n % 977, n % 20 = 0, n % 6,
         '示例应用 ' || n || ' com.example.app' || n % 5003 || ' 示例科技 ' || n % 977 || ' dev-' || n % 977 || ' sub_many' || lpad(n::text, 7, '0'),
         now() - make_interval(mins => n % 20011), now() - make_interval(mins => n % 20011) + interval '24 hours'
       from generate_series(1, $2::int) n`,
      [storeId, count],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

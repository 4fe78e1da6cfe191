import pg from 'pg';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';

/** Columns that a row may be copied by; generated ones make themselves. */
async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table],
  );
  return rows.map(({ column_name }) => `"${column_name}"`);
}

/**
 * Fills the queue with so many dossiers by copying one that was really decided: each with a name, a developer and a deadline of its own,
 * one minute after the other.
 */
export async function manyDossiers(database: Database, databaseUrl: string, storeId: string, count: number): Promise<void> {
  const model = await decidedSubmission(database, storeId, { findings: PLAIN_REJECTION });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const submissions = await columnsOf(client, 'submissions');
    const dossiers = await columnsOf(client, 'dossiers');
    await client.query('begin');
    await client.query(
      `insert into submissions (${submissions})
       select ${submissions.map((name) => `(made.row).${name}`)}
       from (select jsonb_populate_record(s, jsonb_build_object('id', 'sub_' || gen_random_uuid())) as row
             from submissions s, generate_series(2, $2) where s.id = $1) made`,
      [model.id, count],
    );
    await client.query(
      `insert into dossiers (${dossiers})
       select ${dossiers.map((name) => `(made.row).${name}`)}
       from (select jsonb_populate_record(d, jsonb_build_object(
               'submission_id', s.id,
               'app_name', '应用 ' || n,
               'package_name', 'com.example.app' || n,
               'developer_id', 'dev-' || n % 97,
               'search', '应用 ' || n || ' com.example.app' || n,
               'due_at', d.due_at + make_interval(mins => n::int))) as row
             from dossiers d,
               (select id, row_number() over (order by id) as n from submissions where id <> $1 and store_id = $2) s
             where d.submission_id = $1) made`,
      [model.id, storeId],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

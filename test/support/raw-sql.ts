import pg from 'pg';

/** A connection of the tests' own, as the database's owner: for what the program itself never does (clocks turned, rows tampered with). */
export interface RawSql {
  /** Values become parameters. */
  run(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** @param url of a test's database */
export async function rawSql(url: string): Promise<RawSql> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return {
    run: async (text, ...values) => {
      const { rows } = await client.query(
        text.reduce((sql, part, index) => `${sql}$${index}${part}`),
        [...values],
      );
      return rows as Record<string, unknown>[];
    },
    close: () => client.end(),
  };
}

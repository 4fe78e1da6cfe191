import { readConfiguration } from '../../shared/platform/configuration.ts';
import { migrate, openDatabase } from '../../shared/platform/database/index.ts';
import type { Database } from '../../shared/platform/database/repositories.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../shared/platform/postgres/index.ts';
import { runningEmbeddedPostgres } from '../../shared/platform/postgres/running.ts';
import type { Console } from './console.ts';

/**
 * Opens the database of the configuration for one piece of work: `DATABASE_URL`, else the embedded one of the data folder, which is
 * started for that long when no server runs there.
 */
export async function withDatabase<Result>(env: Console['env'], work: (database: Database) => Promise<Result>): Promise<Result> {
  const configuration = readConfiguration(env);
  let started: EmbeddedPostgres | null = null;
  let url = configuration.databaseUrl ?? (await runningEmbeddedPostgres(configuration.dataFolder));
  if (url === null) {
    started = await startEmbeddedPostgres(configuration.dataFolder, { keepAlive: false });
    url = started.url;
  }
  try {
    await migrate(url);
    const database = await openDatabase(url, { maxConnections: 2 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await started?.stop();
  }
}

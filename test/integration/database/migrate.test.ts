import pg from 'pg';
import { TransientError } from '../../../shared/domain/errors.ts';
import { migrate, openDatabase } from '../../../shared/platform/database/index.ts';
import { MIGRATIONS } from '../../../shared/platform/database/migrations/all.ts';
import { freePort } from '../../../shared/platform/postgres/port.ts';
import { emptyDatabase } from '../../support/postgres.ts';

test('several processes may migrate at once: each migration runs once', async () => {
  const { url, drop } = await emptyDatabase();
  try {
    const ran = await Promise.all(Array.from({ length: 6 }, () => migrate(url)));
    expect(ran.flat()).toEqual(Object.keys(MIGRATIONS));
    expect(await migrate(url)).toEqual([]);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query("select count(*)::int as held from pg_locks where locktype = 'advisory'");
    await client.end();
    expect(rows).toEqual([{ held: 0 }]);
  } finally {
    await drop();
  }
});

test('a database that is not there is a fault that can pass', async () => {
  const url = `postgres://shelfgate:none@127.0.0.1:${await freePort()}/shelfgate`;
  await expect(migrate(url)).rejects.toBeInstanceOf(TransientError);
  const database = await openDatabase(url);
  await expect(database.check()).rejects.toBeInstanceOf(TransientError);
  await expect(database.submissions.find('sub_1')).rejects.toMatchObject({ code: 'database-unavailable' });
  await database.close();
});

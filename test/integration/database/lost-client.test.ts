import pg from 'pg';
import { LossTolerantClient } from '../../../shared/platform/database/lost-client.ts';
import { testDatabase } from '../../support/postgres.ts';

let url: string;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ url, drop } = await testDatabase());
});
afterAll(() => drop());

test('a connection that is lost while nobody listens fails its queries, and nothing else', async () => {
  const pool = new pg.Pool({ Client: LossTolerantClient, connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const [victim, other] = await Promise.all([pool.connect(), pool.connect()]);
  try {
    victim.removeAllListeners('error');
    const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise<void>((resolve) => victim.once('end', resolve));
    await other.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await ended;
    await expect(victim.query('select 1')).rejects.toThrow(/not queryable|terminat/);
  } finally {
    victim.release(true);
    other.release();
    await pool.end();
  }
});

test('whoever listens hears of it', async () => {
  const client = new LossTolerantClient({ connectionString: url });
  const heard: Error[] = [];
  client.on('error', (error) => heard.push(error));
  client.emit('error', new Error('lost'));
  expect(heard.map(({ message }) => message)).toEqual(['lost']);
  client.removeAllListeners('error');
  expect(() => client.emit('error', new Error('lost again'))).not.toThrow();
});

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../shared/platform/postgres/index.ts';
import { isAlive } from '../../../shared/platform/postgres/process-identity.ts';
import { ensureBuild } from '../../support/build.ts';
import { endsWithRun } from '../../support/run-folder.ts';
import { until } from '../../support/until.ts';
import { Holder, query } from './holding.ts';

let folder: string;
const holders: Holder[] = [];
const hold = (): Holder => {
  const holder = new Holder(folder);
  holders.push(holder);
  return holder;
};

beforeAll(ensureBuild, 300_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-embedded-'));
});
afterEach(async () => {
  await Promise.all(holders.splice(0).map((holder) => holder.end('SIGTERM')));
  await rm(folder, { recursive: true, force: true });
});

test('starts in a closed folder, listens on the loopback address only, and a second start finds its data and port', async () => {
  // mkdtemp made it for its owner alone: the account that PostgreSQL runs as must get through all the same.
  expect((await stat(folder)).mode & 0o077).toBe(0);
  const first = await startEmbeddedPostgres(folder, { durable: false });
  await endsWithRun(first.pid());
  await query(first.url, "create table kept (text text); insert into kept values ('应用商店')");
  const [setting] = await query(
    first.url,
    "select current_setting('listen_addresses') as listen, current_setting('max_connections') as most, getdatabaseencoding() as encoding, current_setting('unix_socket_directories') as sockets",
  );
  expect(setting).toEqual({ listen: '127.0.0.1', most: '200', encoding: 'UTF8', sockets: '' });
  expect((await stat(join(folder, 'postgres.secret'))).mode & 0o777).toBe(0o600);
  expect(first.url).toContain((await readFile(join(folder, 'postgres.secret'), 'utf8')).trim());
  const wrong = new URL(first.url);
  wrong.password = 'password';
  await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  await Promise.all([first.stop(), first.stop()]);
  expect(isAlive(first.pid())).toBe(false);

  const second = await startEmbeddedPostgres(folder, { durable: false });
  await endsWithRun(second.pid());
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select text from kept')).toEqual([{ text: '应用商店' }]);
  await second.stop();
});

test('two starts on one folder: the second is refused and told by whom; afterwards the folder is free', async () => {
  const first = hold();
  const { url } = await first.told('url');
  await expect(startEmbeddedPostgres(folder)).rejects.toMatchObject({ code: 'data-folder-in-use' });
  const refused = await hold().told('code');
  expect(refused.code).toBe('data-folder-in-use');
  expect(refused.text?.zh).toContain(String(first.process.pid));
  expect(refused.text?.en).toContain(String(first.process.pid));
  expect(await query(url!, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.end('SIGTERM');
  await hold().told('url');
});

test('several starts at the same moment: exactly one gets the folder', async () => {
  const told = await Promise.all(
    [hold(), hold(), hold()].map((holder) =>
      Promise.race([holder.told('url'), holder.told('code')]).catch(() => ({ code: 'ended' })),
    ),
  );
  expect(told.filter((each) => 'url' in each)).toHaveLength(1);
});

test('kill -9 leaves an orphan, which the next start stops; nothing that was committed is lost', async () => {
  const first = hold();
  const { url, pid } = await first.told('url');
  await query(url!, 'create table kept (n int); insert into kept select generate_series(1, 1000)');
  await first.end('SIGKILL');
  expect(isAlive(pid!)).toBe(true);
  const second = hold();
  expect((await second.told('said')).said).toContain(String(pid));
  const again = await second.told('url');
  expect(isAlive(pid!)).toBe(false);
  expect(await query(again.url!, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
});

test('kill -9 of both: the next start recovers', async () => {
  const first = hold();
  const { url, pid } = await first.told('url');
  await query(url!, 'create table kept (n int); insert into kept select generate_series(1, 1000)');
  process.kill(pid!, 'SIGKILL');
  await first.end('SIGKILL');
  await until(() => !isAlive(pid!));
  const { url: again } = await hold().told('url');
  expect(await query(again!, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
});

test('Ctrl-C in the terminal reaches us and not the server', async () => {
  const holder = hold();
  const { url, pid } = await holder.told('url');
  process.kill(-holder.process.pid!, 'SIGINT');
  await holder.told('interrupted');
  expect(await query(url!, 'select 1 as one')).toEqual([{ one: 1 }]);
  await holder.end('SIGTERM');
  expect(isAlive(pid!)).toBe(false);
});

test('a server that dies by itself is started again on the same port', async () => {
  const holder = hold();
  const { url, pid } = await holder.told('url');
  process.kill(pid!, 'SIGKILL');
  while (!(await holder.told('said')).said?.includes('started again'));
  expect(await query(url!, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('locks and pid files that name a stranger do not hold the folder', async () => {
  const first = await startEmbeddedPostgres(folder, { durable: false });
  await endsWithRun(first.pid());
  await first.stop();
  // A process id that is in use again, by a program that has nothing to do with us.
  await writeFile(join(folder, 'shelfgate.lock'), JSON.stringify({ pid: process.ppid, start: 'another boot/1', token: 'old' }));
  await writeFile(
    join(folder, 'postgres', 'postmaster.pid'),
    `${process.ppid}\n${join(folder, 'postgres')}\n1\n5432\n\n127.0.0.1\n\nready   \n`,
  );
  const second = await startEmbeddedPostgres(folder, { durable: false });
  await endsWithRun(second.pid());
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await second.stop();
});

test('a first start that was cut off half way is made good', async () => {
  await writeFile(join(folder, 'postgres.new-password'), 'left behind');
  const started = await startEmbeddedPostgres(folder, { durable: false });
  await endsWithRun(started.pid());
  await started.stop();
  await expect(stat(join(folder, 'postgres.new-password'))).rejects.toMatchObject({ code: 'ENOENT' });
});

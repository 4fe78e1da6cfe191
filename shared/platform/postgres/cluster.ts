import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PermanentError } from '../../domain/errors.ts';
import { type Account, asAccount } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Name of the role that owns the embedded cluster and of the database in it. */
export const OWNER = 'shelfgate';

/** Where the parts of an embedded database lie in a data folder. */
export const placesIn = (folder: string) => ({
  cluster: join(folder, 'postgres'),
  secret: join(folder, 'postgres.secret'),
  port: join(folder, 'postgres.port'),
  log: join(folder, 'postgres.log'),
});

const DRAFT = 'postgres.new-';

async function initialise(binaries: Binaries, account: Account | null, cluster: string, secret: string, durable: boolean) {
  // Through a file and not an argument: `ps` shows arguments to everybody.
  const passwordFile = join(cluster, '..', `${DRAFT}password`);
  await writeFile(passwordFile, `${secret}\n`, { mode: 0o600 });
  if (account !== null) await chown(passwordFile, account.uid, account.gid);
  const wanted = [
    `--pgdata=${cluster}`,
    `--username=${OWNER}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    // The server's own C.UTF-8: the same order of text on every system, whatever locales that has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  const { file, args, options } = await asAccount(account, binaries.initdb, wanted, [cluster]);
  await new Promise<void>((resolve, reject) => {
    // In a process group of its own, so that Ctrl-C does not cut it off half way.
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${said.trim()}`))));
  });
}

/**
 * Makes sure that the data folder holds a cluster and returns its password. A new one is made aside and then renamed, so a start
 * that was killed half way leaves no half cluster behind. The caller holds the folder's lock.
 * @throws PermanentError `database-secret-missing`, `database-not-created`
 */
export async function ensureCluster(
  folder: string,
  binaries: Binaries,
  account: Account | null,
  durable: boolean,
): Promise<string> {
  const { cluster, secret: secretFile } = placesIn(folder);
  for (const name of await readdir(folder))
    if (name.startsWith(DRAFT)) await rm(join(folder, name), { recursive: true, force: true });
  if (
    await stat(join(cluster, 'PG_VERSION')).then(
      () => true,
      () => false,
    )
  ) {
    const kept = await readFile(secretFile, 'utf8').catch((cause) => {
      throw new PermanentError(
        'database-secret-missing',
        {
          zh: `找不到内嵌数据库的口令文件 ${secretFile}`,
          en: `The password file of the embedded database is missing: ${secretFile}`,
        },
        { cause },
      );
    });
    return kept.trim();
  }
  const secret = randomBytes(32).toString('base64url');
  await writeFile(secretFile, `${secret}\n`, { mode: 0o600 });
  const draft = join(folder, `${DRAFT}cluster`);
  await mkdir(draft, { mode: 0o700 });
  if (account !== null) await chown(draft, account.uid, account.gid);
  try {
    await initialise(binaries, account, draft, secret, durable);
  } catch (cause) {
    throw new PermanentError(
      'database-not-created',
      {
        zh: `无法在 ${folder} 创建内嵌数据库：${(cause as Error).message}`,
        en: `No embedded database could be made in ${folder}: ${(cause as Error).message}`,
      },
      { cause },
    );
  }
  await rm(join(folder, `${DRAFT}password`), { force: true });
  await rename(draft, cluster);
  return secret;
}

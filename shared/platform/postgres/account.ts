import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { PermanentError } from '../../domain/errors.ts';

const run = promisify(execFile);

/** The operating system's user that the server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** A command as `spawn` wants it. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: { readonly uid?: number; readonly gid?: number; readonly cwd: string; readonly env: NodeJS.ProcessEnv };
}

const OWN_NAME = 'shelfgate';

async function idsOf(name: string): Promise<Account | null> {
  try {
    const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(user.stdout), gid: Number(group.stdout) };
  } catch {
    return null;
  }
}

async function createAccount(): Promise<Account> {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_NAME]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', OWN_NAME]],
  ];
  let cause: unknown;
  for (const [file, args] of attempts) {
    await run(file, args).catch((error) => {
      cause = error;
    });
    // Asked for even after a failure: another process may have created it at the same moment.
    const created = await idsOf(OWN_NAME);
    if (created !== null) return created;
  }
  throw new PermanentError(
    'no-database-account',
    {
      zh: 'PostgreSQL不能以root身份运行，且无法创建系统用户 shelfgate；请改用普通用户启动，或用 DATABASE_URL 指定数据库',
      en: 'PostgreSQL does not run as root and the system user shelfgate could not be created; start as another user, or name a database in DATABASE_URL',
    },
    { cause },
  );
}

/**
 * Who the server must run as; null means as ourselves. PostgreSQL refuses root, so root gets an account: the owner of a cluster that
 * exists, else `shelfgate`, else `postgres`, else `shelfgate` is created.
 * @throws PermanentError `no-database-account`
 */
export async function databaseAccount(cluster: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(cluster).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await idsOf(OWN_NAME)) ?? (await idsOf('postgres')) ?? (await createAccount());
}

/** Whether the account may enter every folder on the way to a path, by its mode bits. */
async function mayReach(account: Account, path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const enter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * A command that runs `file` as the account. Where the folders on the way (a checkout below `/root`, say) are closed to it, the
 * process gets the one capability to pass them, through `setpriv`, rather than the folders other permissions.
 */
export async function asAccount(
  account: Account | null,
  file: string,
  args: readonly string[],
  paths: readonly string[],
): Promise<Command> {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  // PGPORT, PGDATA and their like belong to whoever set them, not to our server.
  for (const name of Object.keys(env)) if (name.startsWith('PG')) delete env[name];
  const options = { cwd: dirname(file), env };
  if (account === null) return { file, args, options };
  const reachable = await Promise.all([file, ...paths].map((path) => mayReach(account, path)));
  if (reachable.every(Boolean)) return { file, args, options: { ...options, uid: account.uid, gid: account.gid } };
  // The secure bit lets access(2), by which PostgreSQL looks for its own programs, count the capability as well.
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return { file: 'setpriv', args: [...identity, ...rights, '--', file, ...args], options };
}

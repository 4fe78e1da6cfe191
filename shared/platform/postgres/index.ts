import type { ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster, OWNER, placesIn } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { freePort, isFree } from './port.ts';
import { clearOrphan, stopPostmaster } from './postmaster.ts';
import { type ServerOptions, startServer } from './server.ts';

/** A PostgreSQL server that lives in a data folder and listens on the loopback address only. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Process id of the server; another one after it had to be started again. */
  readonly pid: () => number;
  /** Stops the server (fast: sessions are ended, everything is written) and gives the folder back. A second call does nothing. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Default: the port of the last start, or any free one. */
  readonly port?: number;
  /** `false` trades safety against power loss for speed; for tests. */
  readonly durable?: boolean;
  /** Whether to start the server again when it ends by itself; default true. */
  readonly keepAlive?: boolean;
  /** Told what an operator should know: an orphan taken over, a server that had to be started again. */
  readonly say?: (message: string) => void;
}

/** Starts the server again whenever it ends by itself, until told that it may. */
function watchOver(first: ChildProcess, options: ServerOptions, keepAlive: boolean, say: (message: string) => void) {
  let child = first;
  let wanted = keepAlive;
  let restarting: Promise<void> = Promise.resolve();
  const restart = async (): Promise<void> => {
    for (let pause = 200; wanted; pause = Math.min(pause * 2, 5_000)) {
      try {
        await clearOrphan(options.binaries, options.account, options.cluster);
        child = await startServer(options);
        child.once('exit', onExit);
        say(`embedded PostgreSQL started again, process ${child.pid}`);
        return;
      } catch (error) {
        say(`embedded PostgreSQL does not start again yet: ${(error as Error).message}`);
        await sleep(pause);
      }
    }
  };
  const onExit = (code: number | null, signal: string | null): void => {
    if (!wanted) return;
    say(`embedded PostgreSQL ended with ${code ?? signal}`);
    restarting = restart();
  };
  child.once('exit', onExit);
  return {
    pid: () => child.pid ?? 0,
    async release(): Promise<void> {
      wanted = false;
      await restarting;
    },
  };
}

/**
 * Starts the embedded PostgreSQL of a data folder; the first time it creates it. The folder is locked for this process; a server
 * that a killed process left behind is stopped first. The password is made at random and kept in the folder, readable by its owner only.
 * @throws PermanentError `data-folder-in-use`, `no-embedded-database`, `no-database-account`, `database-not-created`, `database-not-started`
 */
export async function startEmbeddedPostgres(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const { durable = true, keepAlive = true, say = () => undefined } = options;
  const root = resolve(folder);
  // Others may pass through to the cluster, which has its own closed folder, but not look around.
  await mkdir(root, { recursive: true, mode: 0o711 });
  const release = await lockFolder(root);
  try {
    const places = placesIn(root);
    const binaries = await findBinaries();
    const account = await databaseAccount(places.cluster);
    const orphan = await clearOrphan(binaries, account, places.cluster);
    if (orphan !== null) say(`stopped the PostgreSQL (process ${orphan}) that an earlier process left behind`);
    const secret = await ensureCluster(root, binaries, account, durable);
    const remembered = Number(await readFile(places.port, 'utf8').catch(() => '0'));
    const port = options.port || (remembered > 0 && (await isFree(remembered)) ? remembered : await freePort());
    await writeFile(places.port, String(port));
    const serverOptions: ServerOptions = { binaries, account, cluster: places.cluster, log: places.log, port, durable };
    const watch = watchOver(await startServer(serverOptions), serverOptions, keepAlive, say);
    let stopped: Promise<void> | null = null;
    const stop = async (): Promise<void> => {
      await watch.release();
      await stopPostmaster(binaries, account, places.cluster);
      await release();
    };
    const url = await ensureDatabase(`postgres://${OWNER}:${secret}@127.0.0.1:${port}`, OWNER).catch(async (error) => {
      await stop();
      throw error;
    });
    return {
      url,
      pid: watch.pid,
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

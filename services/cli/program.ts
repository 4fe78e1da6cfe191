import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

type Command = 'start' | 'api' | 'worker' | 'migrate';

/** The service as a process of its own, as an operator would run it. */
export interface RunningProgram {
  readonly pid: number;
  /** Asks it to stop and waits until it has; kills it when that takes longer than a minute. @returns its exit code */
  stop(): Promise<number | null>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const START = fileURLToPath(new URL('../start.js', import.meta.url));
const STOP_LIMIT_MS = 60_000;

function tail(file: string): string {
  return readFileSync(file, 'utf8').slice(-2000).trim();
}

/** What it says goes to a file. In a process group of its own: Ctrl-C reaches us, and we stop it in our order. */
function spawnStart(command: Command, env: Readonly<Record<string, string>>, log: string): ChildProcess {
  const output = openSync(log, 'a');
  try {
    return spawn(process.execPath, ['--enable-source-maps', START, command], {
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      detached: true,
    });
  } finally {
    closeSync(output);
  }
}

/** Runs `start.js COMMAND` of this build to its end. @throws Error with its last words unless it ends with 0 */
export async function runProgram(command: Command, env: Readonly<Record<string, string>>, log: string): Promise<void> {
  const [code, signal] = (await once(spawnStart(command, env, log), 'exit')) as [number | null, string | null];
  if (code !== 0) throw new Error(`${command} ended with ${code ?? signal}:\n${tail(log)}`);
}

/**
 * Starts `start.js COMMAND` of this build with an environment; what it says goes to a file.
 * @param ready polled until it answers true
 * @param signal gives up waiting, and stops the program again
 * @throws Error with the program's last words when it ends before it is ready, or is not ready in time; the signal's reason
 */
export async function startProgram(
  command: Command,
  env: Readonly<Record<string, string>>,
  log: string,
  ready: () => Promise<boolean>,
  { limitMs = 120_000, signal }: { readonly limitMs?: number; readonly signal?: AbortSignal } = {},
): Promise<RunningProgram> {
  const child = spawnStart(command, env, log);
  const ended = once(child, 'exit');
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<number | null> => {
    if (hasEnded()) return child.exitCode;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(timer);
    return child.exitCode;
  };
  for (const since = Date.now(); Date.now() - since < limitMs && !hasEnded() && !signal?.aborted; await sleep(50)) {
    if (await ready()) return { pid: child.pid!, stop };
  }
  await (signal?.aborted ? stop() : null);
  signal?.throwIfAborted();
  const why = hasEnded() ? `ended with ${child.exitCode ?? child.signalCode}` : 'is not ready in time';
  await stop();
  throw new Error(`${command} ${why}:\n${tail(log)}`);
}

/** Whether an address answers with success. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

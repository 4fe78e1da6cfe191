import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endsWithRun } from '../support/run-folder.ts';

const START = fileURLToPath(new URL('../../dist/services/start.js', import.meta.url));

/** The compiled program as a process of its own. */
export interface Program {
  readonly pid: number;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Sends a signal and waits for the end. @returns the exit code, null when a signal ended it */
  end(signal: NodeJS.Signals): Promise<number | null>;
  ended(): Promise<number | null>;
}

/** Prints as soon as the program does its work. */
const READY = { api: 'the API is listening', worker: 'workers are running', start: 'Try it', migrate: 'up to date' } as const;

/** Surroundings without anything of ours, so that nobody's settings change a test. */
function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, LOG_LEVEL: 'info', HOST: '127.0.0.1', PORT: '0', ...settings };
}

/**
 * Starts `start.js COMMAND` and waits until it is at work.
 * @throws Error with its output when it ends before
 */
export async function launch(command: keyof typeof READY, settings: Readonly<Record<string, string>>): Promise<Program> {
  const program = await launchUnready(command, settings);
  for (const since = Date.now(); !program.output().includes(READY[command]); ) {
    const done = await Promise.race([program.ended().then(() => true), new Promise((resolve) => setTimeout(resolve, 30, false))]);
    if (program.output().includes(READY[command])) break;
    if (done || Date.now() - since > 90_000) {
      await program.end('SIGKILL');
      throw new Error(`${command} did not start:\n${program.output()}`);
    }
  }
  return program;
}

/** Starts it without waiting. */
export async function launchUnready(command: string, settings: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, [START, command], { env: environment(settings), stdio: ['ignore', 'pipe', 'pipe'] });
  await endsWithRun(child.pid ?? 0);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exit = once(child, 'exit') as Promise<[number | null]>;
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended: async () => (await exit)[0],
    end: async (signal) => {
      child.kill(signal);
      return (await exit)[0];
    },
  };
}

/** Address at which an API process listens, or a worker with OPERATIONS_PORT, from what it printed. */
export function apiUrl(program: Program): string {
  const url = /"url":"(http:[^"]+)"/.exec(program.output())?.[1];
  if (url === undefined) throw new Error(`no address in:\n${program.output()}`);
  return url;
}

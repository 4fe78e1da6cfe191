import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const HOLDER = fileURLToPath(new URL('./holder.mjs', import.meta.url));

export interface Told {
  readonly url?: string;
  readonly pid?: number;
  readonly said?: string;
  readonly code?: string;
  readonly text?: { readonly zh: string; readonly en: string };
  readonly interrupted?: boolean;
}

/** A process of its own with an embedded PostgreSQL, and what it tells. */
export class Holder {
  readonly process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(folder: string) {
    // A group of its own, so that a test can send Ctrl-C to all of it, as a terminal does.
    this.process = spawn(process.execPath, [HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    this.#lines = createInterface({ input: this.process.stdout! })[Symbol.asyncIterator]();
  }

  /** The next line that has one of the members. */
  async told(member: keyof Told): Promise<Told> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`the holder ended without telling ${member}`);
      const told = JSON.parse(value) as Told;
      if (member in told) return told;
    }
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill(signal);
    await ended;
  }
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

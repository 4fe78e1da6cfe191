import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type SavedFinding, saveFinding } from './findings.ts';
import type { Searched } from './search.ts';
import { Finding } from './target.ts';
import { contentName, type ThreadMessage, type ThreadTask, Window } from './window.ts';

/** Seconds without an answer, and megabytes of resident memory, that end a thread. Far beyond what any input may take. */
const HANGS = 60;
const TOO_LARGE = 2500;
const HEAP_MB = 1024;
/** Threads that may die before the target is given up. */
const MOST_DEATHS = 20;

/** What a process of one target is told and tells; the task lacks what the process itself makes. */
export type WatchTask = Omit<ThreadTask, 'window' | 'skip'>;
export interface Watched {
  readonly findings: readonly SavedFinding[];
  readonly slowest: { readonly seconds: number; readonly bytes: number; readonly file: string } | null;
  /** Absent where every thread died. */
  readonly searched: Searched | null;
}

/** Searches in a thread, and starts another where one hangs or dies; the input at fault is a finding, and is left out from then on. */
export async function watch(task: WatchTask): Promise<Watched> {
  const findings = new Map<string, SavedFinding>();
  const skip: string[] = [];
  const until = performance.now() + task.seconds * 1000;
  let slowest: Watched['slowest'] = null;
  let searched: Searched | null = null;
  for (let deaths = 0; searched === null && deaths < MOST_DEATHS; deaths++) {
    const window = new Window();
    const seconds = Math.max(1, (until - performance.now()) / 1000);
    const worker = new Worker(new URL('./thread.js', import.meta.url), {
      workerData: { ...task, seconds, seed: task.seed + deaths, skip, window: window.memory } satisfies ThreadTask,
      execArgv: ['--enable-source-maps'],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'finding') findings.set(message.finding.signature, message.finding);
      else if (message.kind === 'done') searched = message.searched;
      else if (slowest === null || message.seconds > slowest.seconds) slowest = message;
    });
    const death = await untilDeath(worker, window);
    if (death === null) continue;
    const input = window.input;
    skip.push(contentName(input));
    const signature = `${death.kind} ${deaths}`;
    findings.set(signature, await saveFinding(task.findings, task.target, input, signature, death));
  }
  return { findings: [...findings.values()], slowest, searched };
}

/** Waits for a thread's end. @returns why it did not end by itself */
async function untilDeath(worker: Worker, window: Window): Promise<(Error & { kind?: string }) | null> {
  let failure: Error | null = null;
  worker.on('error', (error) => {
    failure = error;
  });
  let ended = false;
  const end = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      ended = true;
      resolve();
    });
  });
  let last = -1;
  let since = performance.now();
  while (!ended) {
    await Promise.race([end, sleep(500)]);
    if (window.count !== last) {
      last = window.count;
      since = performance.now();
    }
    const why =
      performance.now() - since > HANGS * 1000
        ? new Finding('hang', `no answer within ${HANGS} s`)
        : process.memoryUsage.rss() > TOO_LARGE * 2 ** 20
          ? new Finding('memory', `more than ${TOO_LARGE} MB`)
          : null;
    if (why === null || ended) continue;
    await worker.terminate();
    return why;
  }
  return failure;
}

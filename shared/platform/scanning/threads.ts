import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PermanentError } from '../../domain/errors.ts';
import type { ScanJob, ScanResult } from '../../inspection/code/scan-job.ts';

export interface ScanThreadOptions {
  /** Threads at most; by default one a processor, four at most. */
  readonly threads?: number;
  /** Heap of each. The bytes and lists of a file are outside of it: the inspector caps those itself. */
  readonly memoryMb?: number;
}

interface Waiting {
  resolve(result: ScanResult): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

const MEMORY_MB = 512;
const MOST_THREADS = 4;

/**
 * Threads that unpack and scan DEX files: `InspectionContext.scanDex`. They start when they are first needed, stay for the next package,
 * keep no process alive while they have nothing to do, see no environment, and end with the thread that made them.
 */
export class ScanThreads {
  readonly #threads: Thread[] = [];
  readonly #most: number;
  readonly #memoryMb: number;
  readonly #file = threadFile();
  #next = 0;

  /** @throws PermanentError `build-missing` */
  constructor({ threads = Math.min(MOST_THREADS, availableParallelism()), memoryMb = MEMORY_MB }: ScanThreadOptions = {}) {
    this.#most = threads;
    this.#memoryMb = memoryMb;
  }

  /** Scans one entry in the thread that has least to do. @throws PermanentError `scan-thread-died` */
  readonly scan = (job: ScanJob): Promise<ScanResult> => {
    const thread = this.#idlest();
    // The bytes lie in a buffer that others may be using: what is moved has to be a copy.
    const packed = new Uint8Array(job.packed);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve, reject });
      thread.worker.ref();
      thread.worker.postMessage({ id, job: { ...job, packed } }, [packed.buffer]);
    });
  };

  /** Ends the threads; what they were doing fails. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #idlest(): Thread {
    const free = this.#threads.find(({ waiting }) => waiting.size === 0);
    if (free) return free;
    if (this.#threads.length < this.#most) return this.#start();
    return this.#threads.reduce((least, each) => (each.waiting.size < least.waiting.size ? each : least));
  }

  #start(): Thread {
    const worker = new Worker(this.#file, { env: {}, argv: [], resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb } });
    const thread: Thread = { worker, waiting: new Map() };
    worker.on('message', ({ id, result }: { id: number; result: ScanResult }) => {
      thread.waiting.get(id)?.resolve(result);
      thread.waiting.delete(id);
      if (thread.waiting.size === 0) worker.unref();
    });
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      this.#threads.splice(this.#threads.indexOf(thread), 1);
      for (const { reject } of thread.waiting.values()) reject(died(cause));
      thread.waiting.clear();
    });
    this.#threads.push(thread);
    return thread;
  }
}

function died(cause: unknown): PermanentError {
  const text = { zh: '扫描代码的线程异常终止', en: 'The thread that scanned the code died' };
  return new PermanentError('scan-thread-died', text, { cause });
}

/**
 * The compiled file that the threads run. In a build it lies beside this one; when the sources run directly (tests) it is the build's, as
 * neither Node 20 nor the test runner's transform could load the source in a thread.
 */
function threadFile(here: string = import.meta.url): string {
  const url = here.endsWith('.ts')
    ? new URL('../../../dist/shared/platform/scanning/thread.js', here)
    : new URL('./thread.js', here);
  const file = fileURLToPath(url);
  if (existsSync(file)) return file;
  throw new PermanentError('build-missing', {
    zh: '缺少编译结果，请先运行 npm run build',
    en: 'The build is missing: run npm run build first',
  });
}

import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { PermanentError, ShelfgateError } from '../../../shared/domain/errors.ts';
import type { ByteSource } from '../../../shared/domain/ports.ts';
import { fromFault } from './fault.ts';
import { answerRead, isReadRequest } from './source-over-port.ts';
import type { TaskAnswer, TaskName, Tasks } from './tasks.ts';
import { threadFile } from './thread-file.ts';

export interface SandboxOptions {
  /** Threads for inspecting, and as many again for policies, checks and verdicts. */
  readonly threads: number;
  /** Heap of each thread. Buffers are outside of it: parsers cap those by themselves. */
  readonly memoryMb: number;
}

/** Why a task gave no answer of its own: its deadline passed, its thread died, or the caller wanted it no more. */
export type Interruption = 'timeout' | 'crashed' | 'aborted';

/** A task that was ended from outside. Not retried: the same bytes would do the same again. */
export class SandboxError extends PermanentError {
  readonly interruption: Interruption;
  constructor(interruption: Interruption, detail: string, options?: ErrorOptions) {
    const texts = {
      timeout: { zh: `处理超过时限（${detail}）`, en: `The deadline passed (${detail})` },
      crashed: { zh: `处理线程异常终止（${detail}）`, en: `The thread died (${detail})` },
      aborted: { zh: `处理被取消（${detail}）`, en: `It was cancelled (${detail})` },
    };
    super(`sandbox-${interruption}`, texts[interruption], options);
    this.interruption = interruption;
  }
}

/** Threads in which everything runs that touches a stranger's bytes. */
export interface Sandbox {
  /**
   * Performs a task in a thread of its own. The deadline counts from its start there; when it passes, the thread is ended and
   * replaced, and nothing else is touched.
   * @throws SandboxError when it was ended; the task's own typed error when it threw one
   */
  perform<Name extends TaskName>(
    task: Name,
    input: Tasks[Name]['input'],
    limits: { readonly timeoutMs: number; readonly signal?: AbortSignal; readonly source?: ByteSource },
  ): Promise<Tasks[Name]['output']>;
  close(): Promise<void>;
}

/** Tasks that have a pool beside that of checks and verdicts. */
const POOL_OF: Readonly<Partial<Record<TaskName, string>>> = {
  'inspect-package': 'inspection',
  'check-rulebook': 'console',
  'try-rulebook': 'console',
  'compare-policies': 'console',
};

/** Opens the sandbox; threads start when they are first needed. @throws PermanentError `build-missing` */
export function openSandbox(options: SandboxOptions): Sandbox {
  const filename = threadFile();
  const closing = new AbortController();
  const pools = new Map<string, Piscina>();
  // Pools of their own: packages that are slow to inspect must not keep the checks of others waiting, nor these the people at the
  // console. Two threads at least, for the same reason within a pool.
  const pool = (task: TaskName): Piscina => {
    const name = POOL_OF[task] ?? 'judging';
    const known = pools.get(name);
    if (known !== undefined) return known;
    const opened = new Piscina({
      filename,
      // What people ask for now and then keeps no thread.
      minThreads: name === 'console' ? 0 : 1,
      maxThreads: Math.max(2, options.threads),
      idleTimeout: 60_000,
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
      env: {},
      argv: [],
      execArgv: [],
      workerData: null,
      recordTiming: false,
    });
    pools.set(name, opened);
    return opened;
  };

  return {
    perform: (task, input, limits) => {
      const signals = limits.signal === undefined ? [closing.signal] : [closing.signal, limits.signal];
      return performIn(pool(task), task, input, { ...limits, signal: AbortSignal.any(signals) });
    },
    close: async () => {
      // What still runs was not finished by its package's fault: it must not look like a crash.
      closing.abort();
      await Promise.all([...pools.values()].map((each) => each.destroy()));
    },
  };
}

async function performIn<Name extends TaskName>(
  pool: Piscina,
  task: Name,
  input: Tasks[Name]['input'],
  limits: { readonly timeoutMs: number; readonly signal: AbortSignal; readonly source?: ByteSource },
): Promise<Tasks[Name]['output']> {
  const { timeoutMs, signal, source } = limits;
  const ending = new AbortController();
  let interruption: Interruption | undefined;
  let timer: NodeJS.Timeout | undefined;
  const end = (why: Interruption): void => {
    interruption ??= why;
    ending.abort();
  };
  const abort = (): void => end('aborted');
  if (signal.aborted) throw new SandboxError('aborted', task);
  signal.addEventListener('abort', abort, { once: true });

  const { port1: port, port2 } = new MessageChannel();
  port.on('message', (message: unknown) => {
    if (isReadRequest(message)) {
      if (source !== undefined) void answerRead(port, source, message);
    } else timer ??= setTimeout(() => end('timeout'), timeoutMs);
  });
  try {
    const call = { task, input, port: port2 };
    const answer = (await pool.run(call, { signal: ending.signal, transferList: [port2] })) as TaskAnswer<Name>;
    if ('fault' in answer) throw fromFault(answer.fault);
    return answer.value;
  } catch (error) {
    if (interruption !== undefined) {
      const detail = interruption === 'timeout' ? `${task}, ${timeoutMs} ms` : task;
      throw new SandboxError(interruption, detail, { cause: error });
    }
    if (error instanceof ShelfgateError) throw error;
    throw new SandboxError('crashed', `${task}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    port.close();
  }
}

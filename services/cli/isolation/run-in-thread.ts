import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { InputError, PermanentError } from '../../../shared/domain/errors.ts';
import type { Answer, Task, TaskResult } from './task.ts';

/** Heap of the thread. Buffers do not count towards it; the inspector caps those itself. */
const HEAP_MB = 1024;

/**
 * Runs a task in a thread of its own and stops the thread at the deadline, so that no package can hang the program or exhaust it.
 * @throws InputError what the task found wrong with its input, `deadline-exceeded`, `out-of-memory`; PermanentError `task-failed`
 */
export async function runInThread<Kind extends Task['kind']>(
  task: Extract<Task, { kind: Kind }>,
  timeoutMs: number,
): Promise<TaskResult[Kind]> {
  const worker = new Worker(new URL('./thread.js', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    // `once` rejects with the thread's own error too.
    const [answer] = (await once(worker, 'message', { signal: deadline })) as [Answer];
    if (answer.ok) return answer.value as TaskResult[Kind];
    if (answer.error) throw new InputError(answer.error.code, answer.error.text, answer.error.place ?? task.path);
    throw new PermanentError('task-failed', { zh: `程序内部错误：${answer.detail}`, en: `internal error: ${answer.detail}` });
  } catch (error) {
    throw explain(error, deadline.aborted, timeoutMs, task.path);
  } finally {
    await worker.terminate();
  }
}

function explain(error: unknown, late: boolean, timeoutMs: number, path: string): unknown {
  if (late) {
    const seconds = timeoutMs / 1000;
    const text = { zh: `解析超过 ${seconds} 秒，已停止`, en: `stopped: parsing took longer than ${seconds} seconds` };
    return new InputError('deadline-exceeded', text, path);
  }
  if ((error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const text = {
      zh: `解析所需内存超过 ${HEAP_MB} MB，已停止`,
      en: `stopped: parsing needed more than ${HEAP_MB} MB of memory`,
    };
    return new InputError('out-of-memory', text, path);
  }
  return error;
}

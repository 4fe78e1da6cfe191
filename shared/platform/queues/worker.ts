import { DelayedError, type Job, UnrecoverableError, WaitingError, type Worker } from 'bullmq';
import { PermanentError, TransientError } from '../../domain/errors.ts';
import type { QueueConnection } from './connection.ts';
import { errorListener } from './log.ts';
import type { QueueName } from './names.ts';

/** What a processor is told beside its data. */
export interface JobContext {
  readonly id: string;
  /** 1 at first. */
  readonly attempt: number;
  /** Aborted when the job's lock was lost (somebody else runs it now) or when the process must end. */
  readonly signal: AbortSignal;
}

/** The work of one queue. Both may be called again for the same data, after any crash, at any point. */
export interface Processor<Data> {
  /** Does the work. `{ again }` asks to be called again after so many milliseconds, without counting as a failure. */
  run(data: Data, context: JobContext): Promise<{ readonly again: number } | undefined>;
  /** The work has failed for good: put it on record. An error from here leaves the row to the reconciler. */
  exhausted(data: Data, error: unknown): Promise<void>;
}

export interface WorkerSettings {
  /** Jobs at a time in this process. */
  readonly concurrency: number;
  /** How long a job stays locked after a sign of life; a killed worker's job is taken up again about this much later. */
  readonly lockMs: number;
}

export interface RunningWorker {
  readonly queue: QueueName;
  /** Takes no more jobs and waits for those at hand; after `graceMs` they are aborted and handed back to the queue. */
  close(graceMs: number): Promise<void>;
}

/** A job put back more often than this kills whatever runs it. */
const MAX_REVIVALS = 6;
/** Processes are killed by operators, not by packages (those are in threads), so a stalled job has usually done nothing wrong. */
const MAX_STALLS = 10;

/**
 * Runs a queue's jobs in this process. Only a TransientError is tried again; any other error, and the last attempt, ends the job
 * through `exhausted`. An unreachable server is waited for, never a reason to end the process.
 */
export function startWorker<Data extends { readonly revived: number }>(
  connection: QueueConnection,
  queue: QueueName,
  processor: Processor<Data>,
  settings: WorkerSettings,
): RunningWorker {
  const { lockMs } = settings;
  let closing = false;

  // BullMQ counts the parameters: without a third one, it hands out no signal.
  const process = async (job: Job, token?: string, given?: AbortSignal): Promise<void> => {
    const signal = given ?? new AbortController().signal;
    const data = job.data as Data;
    const attempt = job.attemptsMade + 1;
    let outcome: { readonly again: number } | undefined;
    try {
      if (data.revived > MAX_REVIVALS) throw revivedTooOften();
      outcome = await processor.run(data, { id: String(job.id), attempt, signal });
    } catch (error) {
      if (signal.aborted) return handBack(job, token, closing, error);
      if (error instanceof TransientError && attempt < (job.opts.attempts ?? 1)) throw error;
      await giveUp(connection, queue, processor, data, error);
    }
    if (outcome !== undefined) {
      await job.moveToDelayed(Date.now() + outcome.again, token);
      throw new DelayedError();
    }
  };

  const worker = connection.worker(queue, process, {
    autorun: false,
    concurrency: settings.concurrency,
    lockDuration: lockMs,
    stalledInterval: Math.ceil((lockMs * 2) / 3),
    maxStalledCount: MAX_STALLS,
    // Seconds between looks at an idle queue, should a wake-up be lost; and milliseconds between attempts to reach the server.
    drainDelay: 2,
    runRetryDelay: 1_000,
  });
  worker.on('error', errorListener(connection.log, { queue }));
  worker.on('lockRenewalFailed', (ids: string[]) => {
    for (const id of ids) worker.cancelJob(id, 'lock lost');
  });
  const running = keepRunning(worker, () => closing);

  return {
    queue,
    close: async (graceMs) => {
      closing = true;
      const closed = worker.close();
      if (await endsWithin(closed, graceMs)) return;
      worker.cancelAllJobs('shutting down');
      await endsWithin(Promise.all([closed, running]), 3_000);
    },
  };
}

/** BullMQ's loop ends with the first error it does not know; a worker whose loop has ended would sit there and do nothing. */
async function keepRunning(worker: Worker, closing: () => boolean): Promise<void> {
  while (!closing()) {
    try {
      await worker.run();
    } catch (error) {
      worker.emit('error', error instanceof Error ? error : new Error(String(error)));
    }
    if (!closing()) await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** Back to the queue when this process ends; with the lock lost there is nothing to give back. */
async function handBack(job: Job, token: string | undefined, closing: boolean, error: unknown): Promise<never> {
  if (!closing) throw error;
  await job.moveToWait(token);
  throw new WaitingError();
}

async function giveUp<Data>(
  connection: QueueConnection,
  queue: QueueName,
  processor: Processor<Data>,
  data: Data,
  error: unknown,
): Promise<never> {
  const reason = error instanceof Error ? error.message : String(error);
  connection.log.error({ queue, data, reason }, 'a job failed for good');
  try {
    await processor.exhausted(data, error);
  } catch (recording) {
    connection.log.error({ queue, data, reason: String(recording) }, 'its failure could not be recorded; the reconciler will');
  }
  throw new UnrecoverableError(reason);
}

function revivedTooOften(): PermanentError {
  return new PermanentError('revived-too-often', {
    zh: `该任务已重新入队 ${MAX_REVIVALS} 次仍未完成，不再重试`,
    en: `The job was put back ${MAX_REVIVALS} times and never came to an end; it is not tried again`,
  });
}

/** @returns whether it ended in time; its error counts as an end */
async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([
      work.then(
        () => true,
        () => true,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

import type { JobsOptions } from 'bullmq';

/**
 * Twelve attempts, one second apart at first and twice that each time, so about half an hour in all: a database or object store may
 * be repaired in that time, and a short restart costs seconds. Only a TransientError is tried again, see `startWorker`.
 */
const RETRIES = { attempts: 12, backoff: { type: 'exponential', delay: 1_000, jitter: 0.3 } } as const;

/** Finished jobs are kept for people to look at; nothing of ours depends on them. Age in seconds. */
const RETENTION = {
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 7 * 24 * 3_600, count: 5_000 },
} as const;

/** Options of the job with this id. */
export function jobOptions(jobId: string): JobsOptions {
  return { jobId, ...RETRIES, ...RETENTION, stackTraceLimit: 5 };
}

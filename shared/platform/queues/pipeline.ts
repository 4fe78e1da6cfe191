import type { Submission } from '../database/repositories.ts';

/**
 * What the API, the reconciler and the operators may ask of the queue. The queue is a hint: every call may fail or be lost without
 * harm, because the row was committed first and the reconciler asks again.
 */
export interface Pipeline {
  /**
   * Adds the job that the submission's state calls for (retrieval, inspection, checks); deterministic ids make a second call harmless.
   * @throws TransientError when the queue does not answer in time
   */
  advance(submission: Submission): Promise<void>;
  /** Adds the delivery job of an event. @throws TransientError */
  deliver(eventId: string, delayMs?: number): Promise<void>;
  /** Waiting and active jobs a queue, for the wait estimate, metrics and operations. */
  depths(): Promise<Readonly<Record<string, { readonly waiting: number; readonly active: number; readonly failed: number }>>>;
  check(): Promise<void>;
  close(): Promise<void>;
}

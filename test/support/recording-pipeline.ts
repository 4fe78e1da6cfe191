import { TransientError } from '../../shared/domain/errors.ts';
import type { Pipeline } from '../../shared/platform/queues/pipeline.ts';

/** A pipeline that keeps what it was told, in order, and does no work; tests move submissions themselves. */
export interface RecordingPipeline extends Pipeline {
  /** Ids of submissions it was asked to advance. */
  readonly advanced: readonly string[];
  /** Ids of events it was asked to deliver. */
  readonly delivered: readonly string[];
  /** While true, every call fails as it does when the queue is away. */
  away: boolean;
}

/** An implementation of the port without a queue behind it. */
export function recordingPipeline(): RecordingPipeline {
  const advanced: string[] = [];
  const delivered: string[] = [];
  const pipeline: RecordingPipeline = {
    advanced,
    delivered,
    away: false,
    async advance(submission) {
      answer();
      advanced.push(submission.id);
    },
    async deliver(eventId) {
      answer();
      delivered.push(eventId);
    },
    async depths() {
      answer();
      return {};
    },
    async check() {
      answer();
    },
    async close() {},
  };
  const answer = (): void => {
    if (pipeline.away) throw new TransientError('queue-unavailable', { zh: '队列没有应答', en: 'The queue does not answer' });
  };
  return pipeline;
}

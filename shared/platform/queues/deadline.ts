import { TransientError } from '../../domain/errors.ts';

/** The typed fault of a queue that cannot be reached or does not answer. */
export function queueUnavailable(cause?: unknown): TransientError {
  return new TransientError(
    'queue-unavailable',
    { zh: '任务队列暂时不可用', en: 'The job queue is not available at the moment' },
    { cause },
  );
}

/**
 * Waits for a queue operation, but not for ever: with its server down BullMQ's `add` neither succeeds nor fails.
 * The operation itself goes on and may still take effect; deterministic job ids make that harmless.
 * @param milliseconds deadline
 * @throws TransientError `queue-unavailable` on any failure and at the deadline
 */
export async function withinDeadline<T>(operation: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([operation, deadline]);
  } catch (error) {
    throw error instanceof TransientError ? error : queueUnavailable(error);
  } finally {
    clearTimeout(timer);
  }
}

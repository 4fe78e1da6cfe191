/** The part of a logger that the queues write to; a pino logger is one. */
export interface QueueLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** For callers without a logger (tests, command line). */
export const silentLog: QueueLog = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * A listener for `error` events that writes the first of a kind and then one line in ten seconds with the number left out: a
 * queue that is down would otherwise fill the log. Listening at all is what keeps such an error from ending the process.
 */
export function errorListener(log: QueueLog, details: object): (error: unknown) => void {
  let quietUntil = 0;
  let suppressed = 0;
  return (error) => {
    const now = Date.now();
    if (now < quietUntil) {
      suppressed += 1;
      return;
    }
    quietUntil = now + 10_000;
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ ...details, reason, suppressed }, 'the queue reported an error; it reconnects by itself');
    suppressed = 0;
  };
}

import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/** How fast a body must come: slow lines are served, connections that drip to hold a place are not. */
export interface Pace {
  readonly everyMs: number;
  readonly minimumBytes: number;
}
const STANDARD_PACE: Pace = { everyMs: 30_000, minimumBytes: 16 * 1024 };

function watch(request: IncomingMessage, { everyMs, minimumBytes }: Pace): void {
  let before = request.socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete) return clearInterval(timer);
    const now = request.socket.bytesRead;
    // Bytes that wait in our own buffer are our slowness (a busy object store), not the client's.
    if (now - before < minimumBytes && request.readableLength === 0) request.destroy(new Error('Request closed: too slow'));
    before = now;
  }, everyMs);
  timer.unref();
  request.once('close', () => clearInterval(timer));
}

/**
 * Ends requests whose body stalls. There is no limit on how long a body may take in all, so that gigabytes can come over a slow line.
 */
export function keepPace(pace: Pace = STANDARD_PACE): RequestHandler {
  return (request, _response, next) => {
    const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
    if (hasBody) watch(request, pace);
    next();
  };
}

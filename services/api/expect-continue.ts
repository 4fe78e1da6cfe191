import type { IncomingMessage, ServerResponse } from 'node:http';

/** Requests whose client waits for `100 Continue` before it sends the body (RFC 9110 section 10.1.1). */
const waiting = new WeakSet<IncomingMessage>();

/** Remembers that the client waits; called by the server's `checkContinue` event. */
export function holdBody(request: IncomingMessage): void {
  waiting.add(request);
}

/**
 * Tells a waiting client to send its body. Called after the key was checked: a refused client never sends its gigabytes.
 */
export function allowBody(request: IncomingMessage, response: ServerResponse): void {
  if (waiting.delete(request)) response.writeContinue();
}

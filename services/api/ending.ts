import type { Application } from 'express';

const endings = new WeakMap<Application, AbortController>();

/**
 * Aborted when the server stops accepting: whoever only waits for something to happen answers at once then, so that a stop is not held up by
 * it. Work under way goes on.
 */
export function endingOf(app: Application): AbortController {
  const known = endings.get(app) ?? new AbortController();
  endings.set(app, known);
  return known;
}

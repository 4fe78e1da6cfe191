import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** Gives every request an id of ours; a client's own id is never taken over, it could imitate another's. */
export const giveRequestId: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  response.locals.requestId = id;
  response.set('X-Request-Id', id);
  next();
};

/** Id of the request that this answers. */
export function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}

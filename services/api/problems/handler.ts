import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { ApiLog } from '../ports.ts';
import { requestIdOf } from '../request-id.ts';
import { PROBLEMS } from './codes.ts';
import { presentProblem } from './present.ts';
import { notFound, type Problem } from './problem.ts';
import { recognise } from './recognise.ts';

/** Sends a problem document, with the media type of RFC 9457. */
function sendProblem(response: Response, problem: Problem): void {
  const document = presentProblem(problem, requestIdOf(response));
  response
    .status(document.status)
    .set({ ...problem.headers, 'Cache-Control': 'no-store' })
    .type('application/problem+json')
    .send(JSON.stringify(document));
}

/** The one place where errors become answers; what is our fault is logged with its cause, what is the caller's is not. */
export function problemHandler(log: ApiLog): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const problem = recognise(error);
    if (PROBLEMS[problem.code].status >= 500)
      log.error({ err: error, requestId: requestIdOf(response), code: problem.code }, 'request failed');
    // The client has gone, or half of the answer is out: there is nobody to tell.
    if (response.headersSent || response.destroyed) response.destroy();
    else sendProblem(response, problem);
  };
}

/** For every path that no route has. */
export const noSuchPath: RequestHandler = (_request, response) => {
  sendProblem(response, notFound({ zh: '地址', en: 'address' }));
};

import type { RequestHandler } from 'express';
import type { ApiKey } from '../../../shared/platform/database/repositories.ts';
import type { ApiPorts } from '../ports.ts';
import { requestIdOf } from '../request-id.ts';

/** Pages that probes read every few seconds; they are measured, not logged. */
const QUIET = ['/healthz', '/readyz', '/metrics'];

/** Methods that are measured by name; a stranger's choice of the others must not make a series each. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * One line and one measurement a request, when it has ended. Headers, bodies and query strings never get into the log: they may hold
 * keys and addresses with signatures.
 */
export function observe({ log, metrics }: Pick<ApiPorts, 'log' | 'metrics'>): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      const { route = 'unmatched', caller, submissionId } = response.locals;
      const seconds = (performance.now() - began) / 1000;
      const status = response.headersSent ? response.statusCode : 499;
      metrics.observeRequest({ method: METHODS.includes(request.method) ? request.method : 'other', route, status, seconds });
      if (QUIET.includes(route)) return;
      const fields = {
        requestId: requestIdOf(response),
        method: request.method,
        route,
        status,
        durationMs: Math.round(seconds * 1000),
        ...(caller && { storeId: (caller as ApiKey).storeId, keyId: (caller as ApiKey).id }),
        ...(submissionId && { submissionId }),
        ...(!response.writableFinished && { aborted: true }),
      };
      log.info(fields, 'request');
    });
    next();
  };
}

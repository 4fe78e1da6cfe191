import type { RequestHandler } from 'express';
import type { ApiMetrics } from '../ports.ts';

/** `/metrics` in the exposition format of Prometheus. */
export function metricsPage(metrics: Pick<ApiMetrics, 'render'>): RequestHandler {
  return async (_request, response) => {
    response.locals.route = '/metrics';
    const { contentType, body } = await metrics.render();
    response.set({ 'Content-Type': contentType, 'Cache-Control': 'no-store' }).send(body);
  };
}

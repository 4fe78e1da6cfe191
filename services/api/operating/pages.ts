import express, { type Express } from 'express';
import type { ApiMetrics } from '../ports.ts';
import { type ReadinessPorts, readiness } from './health.ts';
import { metricsPage } from './metrics.ts';

/**
 * `/healthz`, `/readyz` and `/metrics` of a process that does not serve the API: the same answers, and nothing else. Bind it with `listen`.
 * Needs no key: keep its port inside.
 */
export function createOperatingPages(ports: ReadinessPorts & { readonly metrics: Pick<ApiMetrics, 'render'> }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const body = await readiness(ports);
    response.status(body.status === 'ok' ? 200 : 503).json(body);
  });
  app.get('/metrics', metricsPage(ports.metrics));
  return app;
}

import express, { type Express } from 'express';
import type { ApiPorts } from './ports.ts';

/** The store's API over its ports. Touches nothing until a request comes; see `listen` in server.ts. */
export function createApi(_ports: ApiPorts): Express {
  const app = express();
  app.disable('x-powered-by');
  return app;
}

import express, { type Express } from 'express';
import helmet from 'helmet';
import type { ConsoleBundle } from './console/bundle.ts';
import { mountConsole } from './console/serve.ts';
import { mount } from './mount.ts';
import { mountDocs } from './openapi/mount.ts';
import { metricsPage } from './operating/metrics.ts';
import { observe } from './operating/observe.ts';
import { OPERATIONS } from './operations.ts';
import { keepPace, type Pace } from './pace.ts';
import type { ApiPorts } from './ports.ts';
import { noSuchPath, problemHandler } from './problems/handler.ts';
import { giveRequestId } from './request-id.ts';
import { mountRulePages } from './rules-pages/mount.ts';
import { operationsOf, SURFACES, type Surface } from './surfaces.ts';
import { mountUploads } from './uploads/tus.ts';

const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

export interface ApiOptions {
  /** How fast bodies must come, for tests. */
  readonly pace?: Pace;
  /** What is served; everything unless told otherwise. */
  readonly surfaces?: readonly Surface[];
  /** The built page of the console; without it the reviewers' operations answer and `/console/` does not. */
  readonly console?: ConsoleBundle;
}

/**
 * The stores' API and the reviewers' console over their ports; bind it with `listen` of server.ts.
 * @throws Error when an operation's body has no published name
 */
export function createApi(ports: ApiPorts, options: ApiOptions = {}): Express {
  const { surfaces = SURFACES } = options;
  const page = surfaces.includes('console') ? options.console : undefined;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', ports.configuration.trustProxy);
  app.set('query parser', 'simple');
  app.use(giveRequestId, observe(ports), keepPace(options.pace));
  app.use(helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY, crossOriginResourcePolicy: { policy: 'same-origin' } }));
  if (page !== undefined) mountConsole(app, page);
  mountDocs(app, ports, { console: page !== undefined });
  mountRulePages(app, ports);
  app.get('/metrics', metricsPage(ports.metrics));
  if (surfaces.includes('api')) mountUploads(app, ports);
  mount(app, ports, operationsOf(surfaces, OPERATIONS));
  app.use(noSuchPath);
  app.use(problemHandler(ports.log));
  return app;
}

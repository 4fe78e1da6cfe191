import express, { type Express } from 'express';
import helmet from 'helmet';
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

/**
 * The store's API over its ports; bind it with `listen` of server.ts.
 * @param options.pace how fast bodies must come, for tests
 * @throws Error when an operation's body has no published name
 */
export function createApi(ports: ApiPorts, options: { readonly pace?: Pace } = {}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', ports.configuration.trustProxy);
  app.set('query parser', 'simple');
  app.use(giveRequestId, observe(ports), keepPace(options.pace));
  app.use(helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY, crossOriginResourcePolicy: { policy: 'same-origin' } }));
  mountDocs(app, ports);
  mountRulePages(app, ports);
  app.get('/metrics', metricsPage(ports.metrics));
  mountUploads(app, ports);
  mount(app, ports, OPERATIONS);
  app.use(noSuchPath);
  app.use(problemHandler(ports.log));
  return app;
}

import { fileURLToPath } from 'node:url';
import { loadRules } from '../shared/checks/registry.ts';
import { knowledge } from '../shared/knowledge/index.ts';
import type { Configuration, Role } from '../shared/platform/configuration.ts';
import { openExclusive } from '../shared/platform/database/exclusive.ts';
import { openDatabase } from '../shared/platform/database/index.ts';
import type { Database } from '../shared/platform/database/repositories.ts';
import { guardedDownload, guardedFetch, guardedPost, guardedQuery } from '../shared/platform/fetch/index.ts';
import { openFilingRegistry } from '../shared/platform/filing/index.ts';
import type { Logger } from '../shared/platform/log.ts';
import { createMetrics } from '../shared/platform/metrics.ts';
import { openObjectStore } from '../shared/platform/objects/index.ts';
import { connectQueues, openPipeline, QUEUES } from '../shared/platform/queues/index.ts';
import { openRateLimiter } from '../shared/platform/rate-limit.ts';
import { openRenderer } from '../shared/platform/rendering/index.ts';
import { rulebooksInForce } from '../shared/platform/rulebooks/in-force.ts';
import { openRulebookSource } from '../shared/platform/rulebooks/rulebook-source.ts';
import { openSingleSignOn } from '../shared/platform/single-sign-on.ts';
import { createApi } from './api/app.ts';
import { readConsoleBundle } from './api/console/bundle.ts';
import { createOperatingPages } from './api/operating/pages.ts';
import type { ApiPorts } from './api/ports.ts';
import { listen } from './api/server.ts';
import { SURFACES } from './api/surfaces.ts';
import type { Closing } from './starting/closing.ts';
import { patiently } from './starting/patience.ts';
import type { WorkerPorts } from './workers/ports.ts';
import { startReconciler } from './workers/reconciler.ts';
import { openSandbox } from './workers/sandbox/sandbox.ts';
import { startWorkers } from './workers/start-workers.ts';

/** The page as `npm run build` leaves it beside the compiled program. */
const CONSOLE = fileURLToPath(new URL('../console', import.meta.url));

/** Servers that are started together may take a while until they answer. */
const PATIENCE_MS = 60_000;

/** Where database and queue really are, after an embedded one has been started. */
export interface Servers {
  readonly databaseUrl: string;
  readonly queueUrl: string;
}

/** The services of this process. */
export interface RunningServices {
  readonly database: Database;
  /** Null where this process plays neither the `api` nor the `console` role. */
  readonly apiUrl: string | null;
  readonly servesConsole: boolean;
}

/**
 * Makes the services that the roles ask for out of the configuration: the one place where ports meet their implementations.
 * @param closing takes what was opened, in order, so that a failure half-way leaves nothing open either
 * @throws TransientError when a server does not answer within a minute; InputError for a wrong configuration
 */
export async function wire(
  configuration: Configuration,
  servers: Servers,
  roles: readonly Role[],
  log: Logger,
  closing: Closing,
): Promise<RunningServices> {
  const waiting = (what: string) => (reason: string) => log.warn({ what, reason }, 'waiting for a server');
  const clock = () => new Date();

  const database = await openDatabase(servers.databaseUrl, {
    maxConnections: configuration.databaseConnections,
    serviceLevel: configuration.serviceLevel,
    onLost: (error) => log.warn({ reason: error.message }, 'a database connection was lost'),
  });
  closing.add('database', () => database.close());
  await patiently(() => database.check(), PATIENCE_MS, waiting('database'));

  const objects = await patiently(
    () => openObjectStore(configuration.objectStore.url, configuration.objectStore),
    PATIENCE_MS,
    waiting('object store'),
  );
  closing.add('object store', () => objects.close());

  const connection = await patiently(() => connectQueues(servers.queueUrl, { log }), PATIENCE_MS, waiting('queue'));
  closing.add('queue connection', () => connection.close());
  const pipeline = await openPipeline(connection, { timeoutMs: configuration.enqueueTimeoutMs });
  closing.add('pipeline', () => pipeline.close());

  const metrics = createMetrics();
  const rules = await loadRules();
  const source = openRulebookSource({
    path: configuration.rulebooks,
    rules,
    clock,
    log,
    onRefused: (file) => metrics.rulebookRefused(file),
  });
  metrics.watchRulebooks(() => source.states());
  const rulebooks = rulebooksInForce(source, database.rulebooks, { waivers: database.waivers, rules, clock, log });
  metrics.watchQueues(() => pipeline.depths());
  metrics.watchSubmissions(() => database.submissions.countByState());
  metrics.watchDossiers(() => database.dossiers.countOpen());
  const surfaces = SURFACES.filter((surface) => roles.includes(surface));
  if (surfaces.length === 0 && configuration.operationsPort !== null) {
    const pages = createOperatingPages({ database, objects, pipeline, rulebookFiles: source, log, metrics });
    const listening = await listen(pages, { port: configuration.operationsPort, host: configuration.host });
    closing.add('operating pages', () => listening.close(configuration.shutdownGraceMs));
    log.info({ url: listening.url }, 'operating pages are served');
  }
  const guard = { allowPrivateAddresses: configuration.fetchAllowPrivateAddresses };
  const queues = QUEUES.filter((queue) => roles.includes(queue));

  // Its threads start when they are first needed.
  const sandbox = openSandbox({ threads: configuration.threads.count, memoryMb: configuration.threads.memoryMb });
  closing.add('sandbox', () => sandbox.close());
  if (queues.length > 0 || roles.includes('reconciler')) {
    const { executablePath, ...rendering } = configuration.rendering;
    const fetch = guardedFetch(guard);
    const renderer =
      executablePath === null ? null : openRenderer({ ...rendering, executablePath, fetch, query: guardedQuery(guard) });
    closing.add('renderer', async () => renderer?.close());
    const ports: WorkerPorts = {
      database,
      objects,
      pipeline,
      sandbox,
      rulebooks,
      filings: configuration.filingRegistry === null ? null : openFilingRegistry({ path: configuration.filingRegistry, log }),
      fetch,
      render: renderer?.render ?? null,
      download: guardedDownload(guard),
      post: guardedPost(guard),
      clock,
      log,
      metrics,
      settings: configuration,
    };
    if (roles.includes('reconciler')) {
      const exclusive = openExclusive(servers.databaseUrl);
      closing.add('reconciler lock', () => exclusive.close());
      const reconciler = startReconciler(ports, exclusive, configuration.reconcileEveryMs);
      closing.add('reconciler', () => reconciler.close());
    }
    if (queues.length > 0) {
      const workers = startWorkers(connection, ports, queues, configuration.concurrency, configuration.jobLockMs);
      closing.add('workers', () => workers.close(configuration.shutdownGraceMs));
      log.info({ queues }, 'workers are running');
    }
  }

  const servesConsole = surfaces.includes('console');
  if (surfaces.length === 0) return { database, apiUrl: null, servesConsole };
  const limiter = openRateLimiter(servers.queueUrl);
  closing.add('rate limiter', () => limiter.close());
  const ports: ApiPorts = {
    database,
    objects,
    pipeline,
    limiter,
    singleSignOn: configuration.singleSignOn && openSingleSignOn(configuration.singleSignOn),
    knowledge,
    rules,
    rulebooks,
    rulebookFiles: source,
    apart: {
      comparePolicies: (texts, limits) => sandbox.perform('compare-policies', texts, limits),
      checkRulebook: (text, limits) => sandbox.perform('check-rulebook', text, limits),
      tryRulebook: (trial, limits) => sandbox.perform('try-rulebook', trial, limits),
    },
    configuration,
    log,
    metrics,
    clock,
    // An answer that strays from its schema is our fault, not the store's: it is logged and still given.
    responseCheck: 'log',
  };
  const app = createApi(ports, { surfaces, ...(servesConsole && { console: await readConsoleBundle(CONSOLE) }) });
  const api = await listen(app, { port: configuration.port, host: configuration.host });
  closing.add('API', () => api.close(configuration.shutdownGraceMs));
  log.info({ url: api.url, surfaces }, 'the API is listening');
  return { database, apiUrl: api.url, servesConsole };
}

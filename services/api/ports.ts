import type { Rule } from '../../shared/checks/rule.ts';
import type { Clock } from '../../shared/domain/ports.ts';
import type { Knowledge } from '../../shared/knowledge/types.ts';
import type { Configuration } from '../../shared/platform/configuration.ts';
import type { Database } from '../../shared/platform/database/repositories.ts';
import type { Metrics } from '../../shared/platform/metrics.ts';
import type { ObjectStore } from '../../shared/platform/objects/object-store.ts';
import type { Pipeline } from '../../shared/platform/queues/pipeline.ts';
import type { RateLimiter } from '../../shared/platform/rate-limit.ts';
import type { RulebooksInForce } from '../../shared/platform/rulebooks/in-force.ts';
import type { RulebookSource } from '../../shared/platform/rulebooks/rulebook-source.ts';
import type { SingleSignOn } from '../../shared/platform/single-sign-on.ts';
import type { Apart } from './apart.ts';

/** What the API logs with; a pino logger fits. Objects come first, as pino wants them. */
export interface ApiLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the API tells the metrics and how `/metrics` reads all of them. */
export type ApiMetrics = Pick<Metrics, 'observeRequest' | 'render'>;

/** The part of the configuration that the API needs. */
export type ApiConfiguration = Pick<
  Configuration,
  | 'limits'
  | 'reviewing'
  | 'session'
  | 'singleSignOn'
  | 'uploadStaging'
  | 'uploadStagingHours'
  | 'rate'
  | 'publicUrl'
  | 'appeals'
  | 'appealHours'
  | 'trustProxy'
  | 'enqueueTimeoutMs'
>;

/** Everything of the world that the API may touch. */
export interface ApiPorts {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly pipeline: Pipeline;
  readonly limiter: RateLimiter;
  /** Null where it is not configured. */
  readonly singleSignOn: SingleSignOn | null;
  readonly knowledge: Knowledge;
  readonly rules: readonly Rule[];
  /** Which rulebook is in force for a store. */
  readonly rulebooks: RulebooksInForce;
  /** The files they come from, for operations. */
  readonly rulebookFiles: Pick<RulebookSource, 'states'>;
  readonly apart: Apart;
  readonly configuration: ApiConfiguration;
  readonly log: ApiLog;
  readonly metrics: ApiMetrics;
  readonly clock: Clock;
  /** What happens when an answer does not fit its published schema: `throw` in tests and development, `log` in production. */
  readonly responseCheck: 'throw' | 'log';
}

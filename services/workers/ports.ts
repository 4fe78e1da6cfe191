import type { Clock, Fetch, Render } from '../../shared/domain/ports.ts';
import type { Database } from '../../shared/platform/database/repositories.ts';
import type { Download, Post } from '../../shared/platform/fetch/index.ts';
import type { FilingRegistry } from '../../shared/platform/filing/index.ts';
import type { Metrics } from '../../shared/platform/metrics.ts';
import type { ObjectStore } from '../../shared/platform/objects/object-store.ts';
import type { Pipeline, QueueLog } from '../../shared/platform/queues/index.ts';
import type { RulebooksInForce } from '../../shared/platform/rulebooks/in-force.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** The part of the configuration that workers need. */
export interface WorkerSettings {
  readonly limits: { readonly packageBytes: number; readonly policyBytes: number };
  readonly inspectionTimeoutMs: number;
  readonly checkTimeoutMs: number;
  readonly policyFetchTimeoutMs: number;
  readonly renderTimeoutMs: number;
  readonly retrievalTimeoutMs: number;
  readonly callback: { readonly timeoutMs: number; readonly giveUpAfterMs: number };
  /** Address of the API as stores see it, for the links in events; null leaves them relative. */
  readonly publicUrl: string | null;
}

/** Everything of the world that a processor may touch. */
export interface WorkerPorts {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly pipeline: Pipeline;
  readonly sandbox: Sandbox;
  readonly rulebooks: RulebooksInForce;
  /** Null where no registry is configured. */
  readonly filings: FilingRegistry | null;
  readonly fetch: Fetch;
  /** Null where no browser is configured. */
  readonly render: Render | null;
  readonly download: Download;
  readonly post: Post;
  readonly clock: Clock;
  readonly log: QueueLog;
  readonly metrics: Pick<
    Metrics,
    'stageEnded' | 'submissionDecided' | 'findingsCounted' | 'submissionFailed' | 'callbackAttempted'
  >;
  readonly settings: WorkerSettings;
}

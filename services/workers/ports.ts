import type { Readable } from 'node:stream';
import type { Clock, Fetch, FetchFailure } from '../../shared/domain/ports.ts';
import type { Database } from '../../shared/platform/database/repositories.ts';
import type { ObjectStore } from '../../shared/platform/objects/object-store.ts';
import type { Pipeline, QueueLog } from '../../shared/platform/queues/index.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** Sends a callback. Guarded like `Fetch`, redirects not followed: the address that was given is the one that is told. */
export type Post = (
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly timeoutMs: number },
) => Promise<
  { readonly ok: true; readonly status: number } | { readonly ok: false; readonly failure: FetchFailure; readonly detail: string }
>;

/** Fetches a package of any size as a stream, guarded like `Fetch`. The body fails when it grows beyond `maxBytes`. */
export type Download = (
  url: string,
  limits: { readonly maxBytes: number; readonly timeoutMs: number; readonly signal?: AbortSignal },
) => Promise<
  | { readonly ok: true; readonly status: number; readonly body: Readable }
  | { readonly ok: false; readonly failure: FetchFailure; readonly detail: string }
>;

/** The part of the configuration that workers need. */
export interface WorkerSettings {
  readonly limits: { readonly packageBytes: number; readonly policyBytes: number };
  readonly inspectionTimeoutMs: number;
  readonly checkTimeoutMs: number;
  readonly policyFetchTimeoutMs: number;
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
  readonly fetch: Fetch;
  readonly download: Download;
  readonly post: Post;
  readonly clock: Clock;
  readonly log: QueueLog;
  readonly settings: WorkerSettings;
}

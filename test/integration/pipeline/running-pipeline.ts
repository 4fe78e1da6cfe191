import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { WorkerPorts, WorkerSettings } from '../../../services/workers/ports.ts';
import { openSandbox, type Sandbox } from '../../../services/workers/sandbox/sandbox.ts';
import { type RunningWorkers, startWorkers } from '../../../services/workers/start-workers.ts';
import { loadRules } from '../../../shared/checks/registry.ts';
import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database, NewSubmission, Store, Submission } from '../../../shared/platform/database/repositories.ts';
import { guardedDownload, guardedFetch, guardedPost } from '../../../shared/platform/fetch/index.ts';
import type { FilingRegistry } from '../../../shared/platform/filing/index.ts';
import { createMetrics } from '../../../shared/platform/metrics.ts';
import { openObjectStore } from '../../../shared/platform/objects/index.ts';
import {
  connectQueues,
  migrateQueues,
  openPipeline,
  QUEUES,
  type QueueConnection,
  type QueueName,
  silentLog,
} from '../../../shared/platform/queues/index.ts';
import { rulebooksInForce } from '../../../shared/platform/rulebooks/in-force.ts';
import { openRulebookSource } from '../../../shared/platform/rulebooks/rulebook-source.ts';
import { ensureBuild } from '../../support/build.ts';
import { testDatabase } from '../../support/postgres.ts';
import { runFolder } from '../../support/run-folder.ts';
import { until } from '../../support/until.ts';
import type { Backend } from './backends.ts';

const PACKAGE = fileURLToPath(new URL('../../../node_modules/io.appium.settings/apks/settings_apk-debug.apk', import.meta.url));

/** A real package from the development dependencies. */
export const realPackage = (): Buffer => readFileSync(PACKAGE);

/** The sample that deserves approval for what can be checked, and its papers. */
const SAMPLES = new URL('../../../services/cli/samples/', import.meta.url);
export const cleanPackage = (): Buffer =>
  readFileSync(
    new URL(
      '../../../node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-debug-androidTest.apk',
      import.meta.url,
    ),
  );

export async function cleanPapers(running: RunningPipeline): Promise<Pick<NewSubmission, 'listing' | 'policyDocument'>> {
  const listing = JSON.parse(readFileSync(new URL('listings/self-check.json', SAMPLES), 'utf8')) as Omit<ListingFacts, 'schema'>;
  const policy = readFileSync(new URL('policies/self-check.html', SAMPLES));
  const sha256 = createHash('sha256').update(policy).digest('hex');
  const objectKey = `policies/${sha256}`;
  await running.ports.objects.put(objectKey, Readable.from([policy]), { size: policy.length });
  return {
    listing: { schema: 'listing-facts/1', ...listing },
    policyDocument: { sha256, objectKey, mediaType: 'text/html', fileName: 'policy.html', bytes: policy.length },
  };
}

/** Tests serve from the loopback address. */
const GUARD = { allowPrivateAddresses: true };

export const LISTING: ListingFacts = {
  schema: 'listing-facts/1',
  app: { name: '设备设置', packageName: 'io.appium.settings', category: 38 },
  developer: { id: 'dev-1', name: '示例开发者' },
};

/** The whole pipeline in this process over real servers, without the API. */
export interface RunningPipeline {
  readonly ports: WorkerPorts;
  readonly connection: QueueConnection;
  readonly store: Store;
  /** Of the database, for another process. */
  readonly databaseUrl: string;
  /** Starts workers; all queues when none are named. They are closed with the rest. */
  work(queues?: readonly QueueName[], ports?: WorkerPorts): RunningWorkers;
  /** Stores bytes and a row, as the API does, without telling the queue. */
  keep(bytes: Buffer, change?: Partial<NewSubmission>): Promise<Submission>;
  submit(bytes: Buffer, change?: Partial<NewSubmission>): Promise<Submission>;
  /** Waits until the submission is in one of these states. */
  reaches(id: string, ...states: readonly Submission['state'][]): Promise<Submission>;
  close(): Promise<void>;
}

export interface PipelineChange {
  readonly settings?: Partial<WorkerSettings>;
  readonly sandbox?: (real: Sandbox) => Sandbox;
  /** Folder or file of rulebooks. */
  readonly rulebooks?: string;
  readonly filings?: FilingRegistry;
  readonly clock?: () => Date;
}

/** Rulebooks as another process sees them, which knows nothing yet. */
export async function freshRulebooks(path: string | null, database: Database): Promise<WorkerPorts['rulebooks']> {
  const rules = await loadRules();
  const clock = () => new Date();
  const source = openRulebookSource({ path, rules, clock, log: silentLog });
  return rulebooksInForce(source, database.rulebooks, { waivers: database.waivers, rules, clock, log: silentLog });
}

let threads: Sandbox | undefined;
afterAll(() => threads?.close());

/** The file's threads, kept warm: loading the program into each takes longer than most tests. What is asked of them ends with a pipeline. */
function sandboxOf(pipeline: AbortSignal): Sandbox {
  threads ??= openSandbox({ threads: 2, memoryMb: 512 });
  const { perform } = threads;
  return {
    perform: (task, input, { signal = pipeline, ...limits }) =>
      perform(task, input, { ...limits, signal: AbortSignal.any([signal, pipeline]) }),
    close: async () => undefined,
  };
}

export async function runPipeline(backend: Backend, change: PipelineChange = {}): Promise<RunningPipeline> {
  await ensureBuild();
  const folder = await mkdtemp(join(runFolder(), 'pipeline-'));
  const { url, drop } = await testDatabase();
  const queueServer = backend.name === 'redis' ? await backend.start() : null;
  const queueUrl = queueServer?.url ?? url;
  await migrateQueues(queueUrl);
  const database = await openDatabase(url);
  const objects = await openObjectStore(`file:${join(folder, 'objects')}`);
  const connection = await connectQueues(queueUrl);
  const pipeline = await openPipeline(connection);
  const closing = new AbortController();
  const real = sandboxOf(closing.signal);
  const ports: WorkerPorts = {
    database,
    objects,
    pipeline,
    sandbox: change.sandbox?.(real) ?? real,
    rulebooks: await freshRulebooks(change.rulebooks ?? null, database),
    filings: change.filings ?? null,
    fetch: guardedFetch(GUARD),
    render: null,
    download: guardedDownload(GUARD),
    post: guardedPost(GUARD),
    clock: change.clock ?? (() => new Date()),
    log: silentLog,
    metrics: createMetrics(),
    settings: {
      limits: { packageBytes: 2 ** 30, policyBytes: 2 ** 20 },
      inspectionTimeoutMs: 60_000,
      checkTimeoutMs: 60_000,
      policyFetchTimeoutMs: 5_000,
      renderTimeoutMs: 15_000,
      retrievalTimeoutMs: 30_000,
      callback: { timeoutMs: 5_000, giveUpAfterMs: 86_400_000 },
      publicUrl: 'https://gate.example',
      ...change.settings,
    },
  };
  const store = await database.stores.create(`store ${randomUUID()}`);
  const started: RunningWorkers[] = [];
  const concurrency = Object.fromEntries(QUEUES.map((queue) => [queue, 4])) as Record<QueueName, number>;

  const storeSubmission = async (bytes: Buffer, fields: Partial<NewSubmission> = {}): Promise<Submission> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const objectKey = `uploads/${randomUUID()}`;
    await objects.put(objectKey, Readable.from([bytes]), { size: bytes.length });
    await database.packages.keep({ sha256, objectKey, bytes: bytes.length, format: 'apk' });
    const created = await database.submissions.create({
      id: `sub_${randomUUID().replaceAll('-', '')}`,
      storeId: store.id,
      state: 'stored',
      listing: LISTING,
      origin: { kind: 'upload' },
      packageSha256: sha256,
      policyDocument: null,
      callbackUrl: null,
      idempotency: null,
      ...fields,
    });
    if (created.outcome === 'conflict') throw new Error('conflict');
    return created.submission;
  };

  return {
    ports,
    connection,
    store,
    databaseUrl: url,
    work: (queues = QUEUES, workerPorts = ports) => {
      const workers = startWorkers(connection, workerPorts, queues, concurrency, 3_000);
      started.push(workers);
      return workers;
    },
    keep: storeSubmission,
    submit: async (bytes, fields) => {
      const submission = await storeSubmission(bytes, fields);
      await pipeline.advance(submission);
      return submission;
    },
    reaches: async (id, ...states) => {
      let current: Submission | null = null;
      await until(async () => {
        current = await database.submissions.find(id);
        return current !== null && states.includes(current.state);
      }, 120_000).catch((error: Error) => {
        throw new Error(`${error.message}; it is ${current?.state}, ${JSON.stringify(current?.failure)}`);
      });
      return current!;
    },
    close: async () => {
      await Promise.all(started.map((each) => each.close(2_000)));
      await pipeline.close();
      await connection.close();
      closing.abort();
      await database.close();
      await objects.close();
      await queueServer?.stop();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

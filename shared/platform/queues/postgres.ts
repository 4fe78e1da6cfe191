import { createPostgresBackend, DEFAULT_SCHEMA, FlowProducer, Queue, runMigrations, Worker } from 'bullmq';
import pg from 'pg';
import { LossTolerantClient } from '../database/lost-client.ts';
import type { QueueConnection } from './connection.ts';
import { queueUnavailable } from './deadline.ts';
import { errorListener, type QueueLog } from './log.ts';

/**
 * Connections a process may use for its queues: one LISTEN connection a worker (nine queues) and some for queries. They are
 * opened when needed, so an API process without workers holds two or three.
 */
const POOL_SIZE = 20;

/**
 * Seconds that an idle worker waits for a notification before it looks for itself. After a lost connection BullMQ waits for an hour,
 * and may do so on a connection that listens to nothing: its note that it listens can be about the one before.
 */
const LONGEST_WAIT_SECONDS = 10;

const workerBackend: typeof createPostgresBackend = (...given) =>
  Object.defineProperty(createPostgresBackend(...given), 'maximumBlockTimeout', { value: LONGEST_WAIT_SECONDS });

/** All of BullMQ's tables and functions live in this schema, apart from ours. */
export const QUEUE_SCHEMA = DEFAULT_SCHEMA;

/**
 * Connects to BullMQ's PostgreSQL backend. One pool is shared by everything of the process: left to itself, BullMQ opens a pool
 * and a LISTEN connection for each queue and each worker.
 * @throws TransientError `queue-unavailable` when the server does not answer: BullMQ asks for the schema version once, remembers
 *   the answer for ever, a failure too, and so must not be started against a server that is down.
 */
export async function connectPostgres(url: string, log: QueueLog): Promise<QueueConnection> {
  const pool = createPool(url, POOL_SIZE);
  pool.on('error', errorListener(log, { server: 'postgres' }));
  // Each queue and worker adds a listener of its own.
  pool.setMaxListeners(0);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw queueUnavailable(error);
  }
  const options = { connection: pool };
  return {
    backend: 'postgres',
    log,
    queue: (name) =>
      new Queue(name, options, createPostgresBackend).on('error', errorListener(log, { queue: name })) as unknown as Queue,
    flows: () => {
      const flows = new FlowProducer(options, createPostgresBackend);
      return flows.on('error', errorListener(log, { queue: 'flows' })) as unknown as FlowProducer;
    },
    worker: (name, processor, workerOptions) =>
      new Worker(name, processor, { ...workerOptions, ...options }, workerBackend) as unknown as Worker,
    check: async () => {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}

/**
 * Creates or updates BullMQ's schema. Safe to run from several processes at once (it takes an advisory lock).
 * Redis needs none: other URLs are left alone.
 */
export async function migrateQueues(url: string): Promise<void> {
  if (!/^postgres(ql)?:/.test(url)) return;
  const pool = createPool(url, 1);
  try {
    const client = await pool.connect();
    try {
      await runMigrations(client, QUEUE_SCHEMA);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

function createPool(url: string, max: number): pg.Pool {
  return new pg.Pool({
    // BullMQ takes connections out of the pool and takes its listeners off them again.
    Client: LossTolerantClient,
    connectionString: url,
    max,
    // BullMQ's SQL uses unqualified names.
    options: `-c search_path=${QUEUE_SCHEMA}`,
    // LISTEN connections are silent for hours: without it a connection that was cut unnoticed would never be rebuilt.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
  });
}

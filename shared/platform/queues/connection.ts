import type { FlowProducer, Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import { PermanentError } from '../../domain/errors.ts';
import { type QueueLog, silentLog } from './log.ts';
import type { QueueName } from './names.ts';
import { connectPostgres } from './postgres.ts';
import { connectRedis } from './redis.ts';

/**
 * One process's connection to the server that holds the queues; queues and workers are made from it and share it.
 * Which of BullMQ's two backends stands behind it is decided by the URL alone.
 */
export interface QueueConnection {
  readonly backend: 'redis' | 'postgres';
  readonly log: QueueLog;
  /** Errors of queues and flows go to the log: one that nobody listens to would be printed whole, connection and all. */
  queue(name: QueueName): Queue;
  flows(): FlowProducer;
  worker(name: QueueName, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
  /** Throws when the server does not answer. */
  check(): Promise<void>;
  /** Ends the connection. Queues and workers are closed by whoever made them, before this. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly log?: QueueLog;
  /** Redis only: prefix of all keys. PostgreSQL keeps to its own schema. */
  readonly prefix?: string;
}

/**
 * Connects to the queues' server. With Redis it returns at once and connects by and by; with PostgreSQL the tables must have been
 * made before (see `migrateQueues`).
 * @param url `redis://…`, `rediss://…`, `postgres://…` or `postgresql://…`
 * @throws PermanentError `queue-url` when the scheme is another
 * @throws TransientError `queue-unavailable` when PostgreSQL does not answer
 */
export async function connectQueues(url: string, options: ConnectOptions = {}): Promise<QueueConnection> {
  const log = options.log ?? silentLog;
  const scheme = url.slice(0, url.indexOf(':') + 1);
  if (scheme === 'redis:' || scheme === 'rediss:') return connectRedis(url, log, options.prefix);
  if (scheme === 'postgres:' || scheme === 'postgresql:') return connectPostgres(url, log);
  throw new PermanentError('queue-url', {
    zh: `QUEUE_URL 的协议不受支持：${scheme || '（无）'}，应为 redis:// 或 postgres://`,
    en: `QUEUE_URL has an unsupported scheme: ${scheme || '(none)'}; it must be redis:// or postgres://`,
  });
}

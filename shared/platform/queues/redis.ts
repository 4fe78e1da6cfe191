import { FlowProducer, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { QueueConnection } from './connection.ts';
import { errorListener, type QueueLog } from './log.ts';

/** Slows down to one attempt in two seconds, so that an outage of ten seconds costs little more than ten. */
const retryStrategy = (times: number): number => Math.min(100 * 2 ** Math.min(times, 5), 2_000);

/**
 * Connects through ioredis. `maxRetriesPerRequest: null` is what BullMQ demands of workers: a command waits for the connection
 * to come back. Callers that must not wait put a deadline around it (`withinDeadline`).
 */
export function connectRedis(url: string, log: QueueLog, prefix = 'shelfgate'): QueueConnection {
  const connection = new Redis(url, { maxRetriesPerRequest: null, retryStrategy, enableReadyCheck: true });
  connection.on('error', errorListener(log, { server: 'redis' }));
  connection.once('ready', () => {
    warnOfEviction(connection, log).catch((error: unknown) => {
      log.debug({ reason: String(error) }, 'the eviction policy of Redis could not be read');
    });
  });
  // BullMQ's own check prints to the console; `warnOfEviction` writes to the log instead.
  const options = { connection, prefix, skipVersionCheck: true };
  return {
    backend: 'redis',
    log,
    queue: (name) => new Queue(name, options).on('error', errorListener(log, { queue: name })),
    flows: () => new FlowProducer(options).on('error', errorListener(log, { queue: 'flows' })),
    worker: (name, processor, workerOptions) => new Worker(name, processor, { ...workerOptions, ...options }),
    check: async () => {
      await connection.ping();
    },
    close: async () => {
      connection.disconnect();
    },
  };
}

/** Redis may only hold queues when it never throws keys away; anything else loses jobs silently (the reconciler finds them late). */
async function warnOfEviction(connection: Redis, log: QueueLog): Promise<void> {
  const policy = /^maxmemory_policy:(\S+)/m.exec(await connection.info('memory'))?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    log.warn({ policy }, 'Redis may evict jobs: set maxmemory-policy to noeviction');
  }
}

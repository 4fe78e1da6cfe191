import { Redis } from 'ioredis';
import { CHECKS } from '../../../shared/domain/check.ts';
import { PermanentError, TransientError } from '../../../shared/domain/errors.ts';
import type { Submission } from '../../../shared/platform/database/repositories.ts';
import {
  connectQueues,
  openPipeline,
  type Pipeline,
  type Processor,
  type QueueConnection,
  type QueueName,
  type RunningWorker,
  type StepData,
  silentLog,
  startWorker,
  stepJobId,
} from '../../../shared/platform/queues/index.ts';
import { redisAvailable, testRedis } from '../../support/redis.ts';
import { until } from '../../support/until.ts';
import { describeBackends, type QueueServer } from './backends.ts';

const text = { zh: '故障', en: 'fault' };

/** The fields of a row that the queues look at. */
function row(id: string, state: Submission['state'], packageSha256: string | null = 'aa'): Submission {
  return { id, run: 1, state, packageSha256 } as Submission;
}

describeBackends('queues', (backend) => {
  let server: QueueServer;
  let connection: QueueConnection;
  let pipeline: Pipeline;
  const workers: RunningWorker[] = [];

  const work = (queue: QueueName, processor: Partial<Processor<StepData>>): RunningWorker => {
    const whole: Processor<StepData> = { run: async () => undefined, exhausted: async () => undefined, ...processor };
    const worker = startWorker<StepData>(connection, queue, whole, { concurrency: 2, lockMs: 3_000 });
    workers.push(worker);
    return worker;
  };

  beforeEach(async () => {
    server = await backend.start();
    connection = await connectQueues(server.url);
    pipeline = await openPipeline(connection);
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close(5_000)));
    await pipeline.close();
    await connection.close();
    await server.stop();
  });

  test('the parent runs once although one child failed for good', async () => {
    const recorded: string[] = [];
    const ran: string[] = [];
    for (const check of CHECKS) {
      work(check, {
        run: async () => {
          ran.push(check);
          if (check === 'sdk') throw new PermanentError('broken', text);
          return undefined;
        },
        exhausted: async (data) => void recorded.push(`${check} of ${data.submission}`),
      });
    }
    const parents: StepData[] = [];
    work('verdict', {
      run: async (data) => {
        expect([...ran].sort()).toEqual([...CHECKS].sort());
        parents.push(data);
        return undefined;
      },
    });
    await pipeline.advance(row('sub_a', 'checking'));
    await until(() => parents.length > 0);
    expect(parents).toEqual([{ submission: 'sub_a', run: 1, revived: 0 }]);
    expect(recorded).toEqual(['sdk of sub_a']);
  });

  test('only a fault that can pass is tried again', async () => {
    const attempts: number[] = [];
    const given: unknown[] = [];
    work('inspection', {
      run: async (data, { attempt }) => {
        if (data.submission === 'sub_hopeless') throw new PermanentError('hopeless', text);
        attempts.push(attempt);
        if (attempt < 3) throw new TransientError('passing', text);
        return undefined;
      },
      exhausted: async (data, error) => void given.push([data.submission, (error as PermanentError).code]),
    });
    await pipeline.advance(row('sub_passing', 'stored'));
    await pipeline.advance(row('sub_hopeless', 'stored'));
    await until(() => attempts.length === 3 && given.length === 1);
    expect(attempts).toEqual([1, 2, 3]);
    expect(given).toEqual([['sub_hopeless', 'hopeless']]);
  });

  test('adding twice adds once; a job that ended while its row still asks for it is put back, and not for ever', async () => {
    await pipeline.advance(row('sub_b', 'stored'));
    await pipeline.advance(row('sub_b', 'inspecting'));
    expect((await pipeline.depths()).inspection).toEqual({ waiting: 1, active: 0, failed: 0 });
    const runs: number[] = [];
    const given: unknown[] = [];
    work('inspection', {
      run: async (data) => void runs.push(data.revived) as undefined,
      exhausted: async (_data, error) => void given.push((error as PermanentError).code),
    });
    for (let revived = 0; revived <= 6; revived += 1) {
      await until(() => runs.length === revived + 1);
      await until(async () => ((await pipeline.depths()).inspection?.active ?? 1) === 0);
      await pipeline.advance(row('sub_b', 'stored'));
    }
    await until(() => given.length === 1);
    expect(runs).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(given).toEqual(['revived-too-often']);
  });

  test('a job asks to be called again without failing', async () => {
    const calls: number[] = [];
    work('retrieval', {
      run: async (_data, { attempt }) => {
        calls.push(attempt);
        return calls.length < 3 ? { again: 50 } : undefined;
      },
    });
    await pipeline.advance(row('sub_c', 'received', null));
    await until(() => calls.length === 3);
    expect(calls).toEqual([1, 1, 1]);
    await until(async () => (await pipeline.depths()).retrieval?.active === 0);
    expect((await pipeline.depths()).retrieval).toEqual({ waiting: 0, active: 0, failed: 0 });
  });

  test.each(['parent', 'children', 'everything'])('a flow that lost its %s is mended', async (lost) => {
    const queue = (name: QueueName) => connection.queue(name);
    await pipeline.advance(row('sub_d', 'checking'));
    const gone: QueueName[] = lost === 'parent' ? ['verdict'] : lost === 'children' ? [...CHECKS] : [...CHECKS, 'verdict'];
    for (const name of gone) {
      const opened = queue(name);
      await opened.obliterate({ force: true });
      await opened.close();
    }
    await pipeline.advance(row('sub_d', 'checking'));
    let verdicts = 0;
    for (const check of CHECKS) work(check, {});
    work('verdict', {
      run: async () => {
        verdicts += 1;
        return undefined;
      },
    });
    await until(() => verdicts > 0);
    const parent = await withQueue(connection, 'verdict', (opened) => opened.getJob(stepJobId('sub_d', 1, 'verdict')));
    expect(parent?.data).toMatchObject({ submission: 'sub_d', run: 1 });
    expect(verdicts).toBe(1);
  });

  test('a worker that closes hands back the job it cannot finish', async () => {
    let aborted = false;
    const first = work('inspection', {
      run: (_data, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('aborted'));
          });
        }),
    });
    await pipeline.advance(row('sub_e', 'stored'));
    await until(async () => (await pipeline.depths()).inspection?.active === 1);
    await first.close(50);
    expect(aborted).toBe(true);
    expect((await pipeline.depths()).inspection).toEqual({ waiting: 1, active: 0, failed: 0 });
    const again: number[] = [];
    work('inspection', { run: async (_data, { attempt }) => void again.push(attempt) as undefined });
    await until(() => again.length === 1);
    expect(again).toEqual([1]);
  });
});

async function withQueue<T>(
  connection: QueueConnection,
  name: QueueName,
  use: (queue: ReturnType<QueueConnection['queue']>) => Promise<T>,
): Promise<T> {
  const queue = connection.queue(name);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}

test('a URL of another kind is refused', async () => {
  await expect(connectQueues('amqp://localhost')).rejects.toMatchObject({ code: 'queue-url' });
});

test('a queue that does not answer is a passing fault, told in time', async () => {
  await expect(connectQueues('postgres://u:p@127.0.0.1:1/none')).rejects.toMatchObject({ code: 'queue-unavailable' });
  const pipeline = await openPipeline('redis://127.0.0.1:1', { timeoutMs: 300 });
  try {
    const since = Date.now();
    await expect(pipeline.advance(row('sub_f', 'stored'))).rejects.toBeInstanceOf(TransientError);
    expect(Date.now() - since).toBeLessThan(10_000);
  } finally {
    await pipeline.close();
  }
});

(redisAvailable ? test : test.skip)('a Redis that may evict jobs is warned of', async () => {
  const redis = await testRedis();
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (_details: object, message: string) => void warnings.push(message) };
  const client = new Redis(redis.url);
  const before = (await client.config('GET', 'maxmemory-policy')) as string[] | Record<string, string>;
  await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
  const connection = await connectQueues(redis.url, { log });
  try {
    await until(() => warnings.some((warning) => warning.includes('noeviction')));
  } finally {
    const policy = Array.isArray(before) ? before[1] : before['maxmemory-policy'];
    await client.config('SET', 'maxmemory-policy', policy ?? 'noeviction');
    client.disconnect();
    await connection.close();
    await redis.stop();
  }
});

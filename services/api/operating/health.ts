import type { z } from 'zod';
import { operation } from '../operation.ts';
import type { ApiPorts } from '../ports.ts';
import { liveSchema, readySchema } from '../schemas/health.ts';

export type ReadinessPorts = Pick<ApiPorts, 'database' | 'objects' | 'pipeline' | 'rulebookFiles' | 'log'>;
type Readiness = z.infer<typeof readySchema>;

const PATIENCE_MS = 3_000;

export const live = operation({
  id: 'live',
  method: 'get',
  path: '/healthz',
  tag: 'operating',
  summary: { zh: '进程存活', en: 'The process is alive' },
  scope: null,
  responses: { 200: { description: { zh: '存活', en: 'Alive' }, schema: liveSchema } },
  problems: [],
  handle: async () => ({ status: 200, body: { status: 'ok' } }),
});

/** Whether one part answers in time; why it does not goes to the log, not to whoever asks. */
async function answers(name: string, check: () => Promise<void>, log: ApiPorts['log']): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    await Promise.race([check(), late]);
    return 'ok';
  } catch (err) {
    log.warn({ err, part: name }, 'not ready');
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}

export const ready = operation({
  id: 'ready',
  method: 'get',
  path: '/readyz',
  tag: 'operating',
  summary: { zh: '可以受理请求', en: 'Ready for requests' },
  scope: null,
  responses: {
    200: {
      description: {
        zh: '就绪；队列可暂时不可用，规则库文件有误时沿用上一版',
        en: 'Ready; the queue may be away for a while, and the last good rulebook holds while a file is refused',
      },
      schema: readySchema,
    },
    503: { description: { zh: '未就绪', en: 'Not ready' }, schema: readySchema },
  },
  problems: [],
  async handle({ ports }) {
    const body = await readiness(ports);
    return { status: body.status === 'ok' ? 200 : 503, body };
  },
});

/** @throws Error naming the files whose present content is refused */
async function noneRefused(files: ReadinessPorts['rulebookFiles']): Promise<void> {
  const refused = (await files.states()).filter((state) => state.refused !== null);
  if (refused.length > 0) throw new Error(`refused: ${refused.map(({ file }) => file).join(', ')}`);
}

/** Which of the servers that this process needs answer, each given three seconds. */
export async function readiness({ database, objects, pipeline, rulebookFiles, log }: ReadinessPorts): Promise<Readiness> {
  const [databaseState, objectsState, queueState, rulebooksState] = await Promise.all([
    answers('database', () => database.check(), log),
    answers('objects', () => objects.check(), log),
    answers('queue', () => pipeline.check(), log),
    answers('rulebooks', () => noneRefused(rulebookFiles), log),
  ]);
  // Without the queue a submission is still accepted and kept, and the reconciler adds its job later: that is no reason to turn
  // stores away. Nor is a rulebook that is refused: the last good one holds.
  const status = databaseState === 'ok' && objectsState === 'ok' ? 'ok' : 'failing';
  return { status, checks: { database: databaseState, objects: objectsState, queue: queueState, rulebooks: rulebooksState } };
}

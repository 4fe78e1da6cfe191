import { reconcile, startReconciler } from '../../../services/workers/reconciler.ts';
import type { Sandbox } from '../../../services/workers/sandbox/sandbox.ts';
import { sweepUploads } from '../../../services/workers/sweep-uploads.ts';
import { CHECKS } from '../../../shared/domain/check.ts';
import { openExclusive } from '../../../shared/platform/database/exclusive.ts';
import { QUEUES } from '../../../shared/platform/queues/index.ts';
import { callbackReceiver } from '../../support/callback-receiver.ts';
import { emptyDatabase } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';
import { describeBackends } from './backends.ts';
import { cleanPackage, cleanPapers, type RunningPipeline, realPackage, runPipeline } from './running-pipeline.ts';

/**
 * A sandbox in which the inspection of packages of this size never gets its bytes: a parser that hangs, in a thread, until the test
 * lets the rest of its time pass.
 */
function hangingFor(size: number) {
  const passes = new AbortController();
  const deadlines: number[] = [];
  const sandbox = (real: Sandbox): Sandbox => ({
    ...real,
    perform: async (task, input, limits) => {
      if (task !== 'inspect-package' || (input as { size: number }).size !== size) return real.perform(task, input, limits);
      deadlines.push(limits.timeoutMs);
      const hanging = { ...limits, source: { size, read: () => new Promise<Uint8Array>(() => undefined) } };
      const signal = AbortSignal.any([passes.signal, ...(limits.signal ? [limits.signal] : [])]);
      await real.perform(task, input, { ...hanging, signal }).catch(() => undefined);
      return real.perform(task, input, { ...hanging, timeoutMs: 100 });
    },
  });
  return { sandbox, deadlines, timePasses: () => passes.abort() };
}

describeBackends('recovery', (backend) => {
  let running: RunningPipeline;
  afterEach(() => running.close());

  test('a package that never ends is named in its verdict, and its neighbours do not wait for it', async () => {
    const poison = Buffer.alloc(1_234, 'PK');
    const { sandbox, deadlines, timePasses } = hangingFor(poison.length);
    running = await runPipeline(backend, { sandbox, settings: { inspectionTimeoutMs: 90_000 } });
    running.work();
    const bad = await running.submit(poison);
    await running.reaches(bad.id, 'inspecting');
    const good = await running.submit(realPackage());
    await running.reaches(good.id, 'notified');
    expect((await running.ports.database.submissions.find(bad.id))?.state).toBe('inspecting');
    timePasses();
    await running.reaches(bad.id, 'notified');
    expect(deadlines).toEqual([90_000]);
    const verdict = (await running.ports.database.reviews.verdict(bad.id))?.verdict;
    expect(verdict?.decision).not.toBe('approve');
    expect(verdict?.coverage.level).toBe('none');
    expect(verdict?.gaps.map((gap) => gap.code)).toContain('inspection-timeout');
    expect(verdict?.checks.missing).toEqual([]);
  });

  test('a check that dies is named in the verdict, which is no approval', async () => {
    // Facts that no rule can read, for one check of one submission only.
    const broken = new Set<string>();
    running = await runPipeline(backend, {
      sandbox: (real) => ({
        ...real,
        perform: (task, input, limits) => {
          const { check, facts } = input as {
            check?: string;
            facts?: { package: object; listing: { app: { versionName?: string } } };
          };
          const dies = task === 'run-check' && check === 'sdk' && broken.has(facts?.listing.app.versionName ?? '');
          if (!dies) return real.perform(task, input, limits);
          const unreadable = { check, facts: { ...facts, package: { ...facts?.package, code: null } } };
          return real.perform(task, unreadable as unknown as typeof input, limits);
        },
      }),
    });
    running.work();
    const clean = await running.submit(cleanPackage(), { ...(await cleanPapers(running)) });
    await running.reaches(clean.id, 'notified');
    expect((await running.ports.database.reviews.verdict(clean.id))?.verdict.decision).toBe('approve');

    broken.add('dies');
    const { listing, policyDocument } = await cleanPapers(running);
    const dying = { policyDocument, listing: { ...listing, app: { ...listing.app, versionName: 'dies' } } };
    const { id } = await running.submit(cleanPackage(), dying);
    await running.reaches(id, 'notified');
    const verdict = (await running.ports.database.reviews.verdict(id))?.verdict;
    expect(verdict?.checks.missing.map((each) => each.check)).toEqual(['sdk']);
    expect(verdict?.checks.completed).toEqual(CHECKS.filter((check) => check !== 'sdk'));
    expect(verdict?.decision).not.toBe('approve');
  });

  test.each(['stored', 'checking'] as const)('what the queue lost in state %s is put back', async (state) => {
    running = await runPipeline(backend);
    const { ports, connection } = running;
    const submission = await running.submit(realPackage());
    if (state === 'checking') {
      const inspection = running.work(['inspection']);
      await running.reaches(submission.id, 'checking');
      await until(async () => (await ports.pipeline.depths()).sdk?.waiting === 1);
      await inspection.close(2_000);
    }
    // As a flushed Redis leaves it: no job of any kind.
    for (const name of QUEUES) {
      const queue = connection.queue(name);
      await queue.obliterate({ force: true });
      await queue.close();
    }
    running.work();
    await reconcile(ports, 60_000);
    expect((await ports.database.submissions.find(submission.id))?.state).toBe(state);
    await reconcile(ports, 0);
    await running.reaches(submission.id, 'notified');
    const verdict = (await ports.database.reviews.verdict(submission.id))?.verdict;
    expect(verdict?.checks.completed).toEqual([...CHECKS]);
  });

  test('a delivery whose job was lost is made, and a told submission is marked', async () => {
    running = await runPipeline(backend);
    const receiver = await callbackReceiver();
    try {
      const { ports, connection } = running;
      running.work(QUEUES.filter((queue) => queue !== 'notification'));
      const { id } = await running.submit(realPackage(), { callbackUrl: receiver.url });
      await running.reaches(id, 'decided');
      await until(async () => (await ports.pipeline.depths()).notification?.waiting === 1);
      const queue = connection.queue('notification');
      await queue.obliterate({ force: true });
      await queue.close();
      running.work(['notification']);
      await reconcile(ports, 60_000);
      await running.reaches(id, 'notified');
      expect(receiver.about(id)).toHaveLength(1);
    } finally {
      await receiver.close();
    }
  });

  test('a run that failed and whose process died before it could say so is told', async () => {
    running = await runPipeline(backend);
    const receiver = await callbackReceiver();
    try {
      const { ports } = running;
      const { id } = await running.submit(realPackage(), { callbackUrl: receiver.url });
      const failure = { code: 'internal-error', text: { zh: '内部错误', en: 'Internal error' } };
      await ports.database.submissions.apply(id, 1, 'fail', { failure });
      expect(await ports.database.deliveries.ofSubmission(id)).toEqual([]);
      running.work(['notification']);
      await reconcile(ports, 60_000);
      await reconcile(ports, 60_000);
      await until(() => receiver.about(id).length > 0);
      expect(await ports.database.deliveries.ofSubmission(id)).toMatchObject([{ type: 'submission.failed', run: 1 }]);
      expect(await ports.database.submissions.failedUntold(10)).toEqual([]);
    } finally {
      await receiver.close();
    }
  });

  test('uploads and attachments of appeals that no row owns are swept a day later', async () => {
    running = await runPipeline(backend);
    const { ports } = running;
    const { Readable } = await import('node:stream');
    await running.keep(realPackage());
    for (const key of ['uploads/abandoned', 'appeals/abandoned'])
      await ports.objects.put(key, Readable.from([Buffer.from('x')]), { size: 1 });
    expect(await sweepUploads(ports)).toBe(0);
    const tomorrow = { ...ports, clock: () => new Date(Date.now() + 25 * 3_600_000) };
    expect(await sweepUploads(tomorrow)).toBe(2);
    expect(await ports.objects.stat('uploads/abandoned')).toBeNull();
    expect(await ports.objects.stat('appeals/abandoned')).toBeNull();
  });

  test('one reconciler at a time, and it runs by itself', async () => {
    running = await runPipeline(backend);
    const { url, drop } = await emptyDatabase();
    const [one, two] = [openExclusive(url), openExclusive(url)];
    try {
      await one.attempt('reconciler', async () => {
        expect(await two.attempt('reconciler', async () => undefined)).toBe(false);
        expect(await two.attempt('another', async () => undefined)).toBe(true);
      });
      const submission = await running.keep(realPackage());
      running.work();
      const reconciler = startReconciler(running.ports, one, 200);
      await running.reaches(submission.id, 'notified');
      await reconciler.close();
    } finally {
      await one.close();
      await two.close();
      await drop();
    }
  });
});

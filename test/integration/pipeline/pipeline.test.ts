import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { CHECKS } from '../../../shared/domain/check.ts';
import { INSPECTOR_VERSION } from '../../../shared/inspection/index.ts';
import { ContentDigester, packDigests } from '../../../shared/inspection/signing/content-digests.ts';
import { eventIdOf } from '../../../shared/platform/events/subject.ts';
import { callbackReceiver, isSigned } from '../../support/callback-receiver.ts';
import { until } from '../../support/until.ts';
import { describeBackends } from './backends.ts';
import { LISTING, type RunningPipeline, realPackage, runPipeline } from './running-pipeline.ts';

describeBackends('the pipeline', (backend) => {
  let running: RunningPipeline;
  afterEach(() => running.close());

  test('a real package comes back with one verdict and one signed callback', async () => {
    running = await runPipeline(backend);
    const receiver = await callbackReceiver();
    try {
      running.work();
      const { id } = await running.submit(realPackage(), { callbackUrl: receiver.url });
      const done = await running.reaches(id, 'notified', 'failed');
      expect(done.state).toBe('notified');
      const { reviews, submissions } = running.ports.database;
      const verdict = (await reviews.verdict(id))?.verdict;
      expect(verdict?.checks).toMatchObject({ missing: [], completed: [...CHECKS] });
      expect(verdict?.clauses).toHaveLength(29);
      expect(verdict?.coverage.level).toBe('full');
      expect(verdict?.findings.map((finding) => finding.rule)).toContain('privacy-policy/absent');
      expect(done.decision).toBe(verdict?.decision);
      expect((await submissions.transitions(id)).map((each) => each.to)).toEqual([
        'inspecting',
        'checking',
        'decided',
        'notified',
      ]);
      const [callback, ...more] = receiver.about(id);
      expect(more).toEqual([]);
      expect(callback?.id).toBe(eventIdOf(id, 1, 'submission.decided'));
      expect(isSigned(callback!, running.store.webhookSecret)).toBe(true);
      expect(callback?.payload).toMatchObject({
        type: 'submission.decided',
        data: { decision: verdict?.decision, links: { verdict: `https://gate.example/v1/submissions/${id}/verdict` } },
      });
    } finally {
      await receiver.close();
    }
  });

  test('the same bytes are inspected once; without a callback address the run ends notified all the same', async () => {
    let inspections = 0;
    running = await runPipeline(backend, {
      sandbox: (real) => ({
        ...real,
        perform: (task, input, limits) => {
          if (task === 'inspect-package') inspections += 1;
          return real.perform(task, input, limits);
        },
      }),
    });
    running.work();
    const first = await running.submit(realPackage());
    await running.reaches(first.id, 'notified');
    const second = await running.submit(realPackage());
    await running.reaches(second.id, 'notified');
    expect(inspections).toBe(1);
  });

  test('a job that is delivered twice changes nothing the second time', async () => {
    running = await runPipeline(backend);
    const receiver = await callbackReceiver();
    try {
      running.work();
      const { id } = await running.submit(realPackage(), { callbackUrl: receiver.url });
      const done = await running.reaches(id, 'notified');
      const { database, pipeline } = running.ports;
      const before = await database.reviews.verdict(id);
      // As if each row had been read before its job ended.
      for (const state of ['stored', 'checking', 'decided'] as const) await pipeline.advance({ ...done, state });
      await pipeline.deliver(eventIdOf(id, 1, 'submission.decided'));
      await until(async () => Object.values(await pipeline.depths()).every((each) => each.waiting + each.active === 0));
      expect(await database.reviews.verdict(id)).toEqual(before);
      expect(receiver.about(id)).toHaveLength(1);
      expect(await database.submissions.transitions(id)).toHaveLength(4);
    } finally {
      await receiver.close();
    }
  });

  test('a callback that fails is tried again with the same id; 410 ends it', async () => {
    running = await runPipeline(backend);
    const receiver = await callbackReceiver();
    try {
      running.work();
      receiver.answer(500);
      const { id } = await running.submit(realPackage(), { callbackUrl: receiver.url });
      await running.reaches(id, 'notified');
      const ids = receiver.about(id).map((each) => each.id);
      expect(ids).toEqual([ids[0], ids[0]]);
      const [delivery] = await running.ports.database.deliveries.ofSubmission(id);
      expect(delivery?.log.map((attempt) => attempt.status)).toEqual([500, 204]);

      receiver.answer(410);
      const gone = await running.submit(realPackage(), { callbackUrl: receiver.url });
      await until(async () => (await running.ports.database.deliveries.ofSubmission(gone.id))[0]?.state === 'exhausted');
      expect((await running.ports.database.submissions.find(gone.id))?.state).toBe('decided');
    } finally {
      await receiver.close();
    }
  });

  test('packages by reference: from the inbox and from a URL; a missing one fails and says so', async () => {
    running = await runPipeline(backend);
    const bytes = realPackage();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const receiver = await callbackReceiver();
    const site = createServer((request, response) => {
      if (request.url === '/app.apk') response.end(bytes);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    try {
      running.work();
      const { objects, database, pipeline } = running.ports;
      await objects.put('inbox/app.apk', Readable.from([bytes]), { size: bytes.length });
      const received = { state: 'received', packageSha256: null } as const;
      const submit = async (place: Parameters<typeof running.keep>[1]) => {
        const submission = await running.keep(Buffer.from('unrelated'), { ...received, ...place });
        await pipeline.advance(submission);
        return submission.id;
      };
      const fromInbox = await submit({ origin: { kind: 'object', key: 'inbox/app.apk', sha256 } });
      const fromUrl = await submit({ origin: { kind: 'url', url: `${origin}/app.apk` } });
      const missing = await submit({ origin: { kind: 'url', url: `${origin}/none.apk` }, callbackUrl: receiver.url });
      const wrong = await submit({ origin: { kind: 'url', url: `${origin}/app.apk`, sha256: 'ab'.repeat(32) } });
      for (const id of [fromInbox, fromUrl]) expect((await running.reaches(id, 'notified')).packageSha256).toBe(sha256);
      const digester = new ContentDigester();
      digester.update(bytes);
      expect(await database.packages.contentDigests(sha256)).toEqual(packDigests(digester.finish()));
      // Its signature was verified although inspection reads by range.
      const facts = await database.facts.package(sha256, INSPECTOR_VERSION);
      expect(facts?.signing).toMatchObject({ schemes: ['v2'], verified: 'valid' });
      expect((await running.reaches(missing, 'failed')).failure?.code).toBe('package-not-found');
      expect((await running.reaches(wrong, 'failed')).failure?.code).toBe('hash-mismatch');
      await until(() => receiver.about(missing).length === 1);
      expect(receiver.about(missing)[0]?.payload).toMatchObject({
        type: 'submission.failed',
        data: { failure: { code: 'package-not-found' } },
      });
      // The copy that came second was removed; what is left belongs to a row.
      const keys: string[] = [];
      for await (const { key } of objects.list('uploads/retrieved-')) keys.push(key);
      expect(keys).toHaveLength(1);
      expect(await database.packages.owned(keys)).toEqual(new Set(keys));
    } finally {
      site.closeAllConnections();
      site.close();
      await receiver.close();
    }
  });

  test('a failed submission that is driven again comes to its verdict', async () => {
    running = await runPipeline(backend);
    const { database, pipeline, objects } = running.ports;
    running.work();
    const bytes = realPackage();
    const submission = await running.keep(Buffer.from('unrelated'), {
      state: 'received',
      packageSha256: null,
      origin: { kind: 'object', key: 'inbox/late.apk' },
    });
    await pipeline.advance(submission);
    await running.reaches(submission.id, 'failed');
    await objects.put('inbox/late.apk', Readable.from([bytes]), { size: bytes.length });
    const again = await database.submissions.redrive(submission.id);
    await pipeline.advance(again!);
    const done = await running.reaches(submission.id, 'notified');
    expect(done.run).toBe(2);
    expect((await database.reviews.verdict(submission.id))?.run).toBe(2);
  });

  test('the policy document that came along is read', async () => {
    running = await runPipeline(backend);
    running.work();
    const policy = Buffer.from('<html><body><h1>隐私政策</h1><p>我们收集您的位置信息用于导航。</p></body></html>');
    const policySha256 = createHash('sha256').update(policy).digest('hex');
    const objectKey = `policies/${policySha256}`;
    await running.ports.objects.put(objectKey, Readable.from([policy]), { size: policy.length });
    const document = { sha256: policySha256, objectKey, mediaType: 'text/html', fileName: 'p.html', bytes: policy.length };
    const { id } = await running.submit(realPackage(), { policyDocument: document, listing: LISTING });
    await running.reaches(id, 'notified');
    const facts = await running.ports.database.facts.policy(id, 1);
    expect(facts?.outcome).toBe('read');
    expect((await running.ports.database.reviews.verdict(id))?.verdict.provenance.policySha256).toBe(policySha256);
  });
});

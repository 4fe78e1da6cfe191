/** Policies of the web as a worker has them: pages and sub-documents over real HTTP, read in real threads, kept in the object store. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { obtainPolicy } from '../../../services/workers/obtain-policy.ts';
import type { PolicySnapshot } from '../../../services/workers/policy-snapshot.ts';
import type { Submission } from '../../../shared/platform/database/repositories.ts';
import { type Origin, startOrigin } from '../fetch/origin.ts';
import { BACKENDS } from './backends.ts';
import { LISTING, type RunningPipeline, realPackage, runPipeline } from './running-pipeline.ts';

let running: RunningPipeline;
let site: Origin;
const pages = new Map<string, string>();
beforeAll(async () => {
  running = await runPipeline(BACKENDS[0]!);
  site = await startOrigin((request, response) => {
    const page = pages.get(request.url ?? '');
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page ?? 'gone');
  });
});
afterAll(async () => {
  await site?.close();
  await running?.close();
});
beforeEach(() => pages.clear());

const POLICY = `<h1>示例地图隐私政策</h1>${'<p>当您注册时，我们收集您的手机号码用于创建账号。</p>'.repeat(12)}`;
const signal = new AbortController().signal;

const submit = (path: string): Promise<Submission> =>
  running.keep(realPackage(), { listing: { ...LISTING, privacyPolicyUrl: site.url + path } });

async function snapshotOf(key: string | null): Promise<PolicySnapshot> {
  return JSON.parse(await text(await running.ports.objects.get(key!))) as PolicySnapshot;
}

test('text, bytes, hashes, times and statuses of every page are kept; ranges point into the text', async () => {
  pages.set('/p', `<body>${POLICY}<a href="/sdk">第三方SDK目录</a><a href="/gone">应用权限清单</a></body>`);
  pages.set('/sdk', '<body><h1>第三方SDK目录</h1><p>极光推送SDK：深圳市和讯华谷信息技术有限公司，用于消息推送。</p></body>');
  const { facts, snapshotKey } = await obtainPolicy(running.ports, await submit('/p'), signal);
  expect(facts.gaps.map(({ place }) => place)).toEqual([`${site.url}/gone`]);
  const snapshot = await snapshotOf(snapshotKey);
  expect(snapshotKey).toBe(`snapshots/${createHash('sha256').update(JSON.stringify(snapshot)).digest('hex')}.json`);
  expect(snapshot).toMatchObject({
    schema: 'policy-snapshot/1',
    outcome: 'read',
    text: facts.text,
    textSha256: createHash('sha256').update(facts.text).digest('hex'),
    parts: facts.understanding?.parts,
    since: null,
  });
  expect(snapshot.pages.map(({ url, status, failure }) => [url.replace(site.url, ''), status, failure])).toEqual([
    ['/p', 200, null],
    ['/sdk', 200, null],
    ['/gone', 404, null],
  ]);
  for (const { kept, at } of snapshot.pages) {
    expect(Date.parse(at)).toBeGreaterThan(0);
    const bytes = await text(await running.ports.objects.get(kept!.key));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept!.sha256);
  }
  expect(snapshot.pages[0]!.kept!.sha256).toBe(facts.source.sha256);
  const sdks = snapshot.parts.find(({ kind }) => kind === 'sdk-list');
  expect(snapshot.text.slice(...sdks!.range!)).toContain('极光推送SDK');
});

test('a failed fetch is kept as what it was', async () => {
  const { facts, snapshotKey } = await obtainPolicy(running.ports, await submit('/nowhere'), signal);
  expect(facts).toMatchObject({ outcome: 'absent', reason: 'http-404' });
  expect(await snapshotOf(snapshotKey)).toMatchObject({ outcome: 'absent', textSha256: null, pages: [{ status: 404 }] });
});

test('a policy that has changed since the run before is noticed by its hash', async () => {
  pages.set('/p', `<body>${POLICY}</body>`);
  const submission = await submit('/p');
  const first = await obtainPolicy(running.ports, submission, signal);
  await running.ports.database.facts.keepPolicy(submission.id, 1, first.facts, first.snapshotKey);
  const again = await obtainPolicy(running.ports, { ...submission, run: 2 }, signal);
  expect((await snapshotOf(again.snapshotKey)).since).toEqual({ state: 'same', parts: [] });
  pages.set('/p', `<body>${POLICY}<p>我们还会收集您的位置信息。</p></body>`);
  const changed = await obtainPolicy(running.ports, { ...submission, run: 2 }, signal);
  expect((await snapshotOf(changed.snapshotKey)).since).toEqual({
    state: 'changed',
    parts: [{ kind: 'main', change: 'changed' }],
  });
});

test('the links of a file are followed too, and the file stays where it was', async () => {
  pages.set('/sdk', '<body><h1>第三方SDK目录</h1><p>极光推送SDK：深圳市和讯华谷信息技术有限公司，用于消息推送。</p></body>');
  const bytes = Buffer.from(`<body>${POLICY}<a href="${site.url}/sdk">第三方SDK目录</a></body>`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const objectKey = `policies/${sha256}`;
  await running.ports.objects.put(objectKey, Readable.from([bytes]), { size: bytes.length });
  const policyDocument = { sha256, objectKey, mediaType: 'text/html', fileName: 'p.html', bytes: bytes.length };
  const submission = await running.keep(realPackage(), { policyDocument, listing: LISTING });
  const { facts, snapshotKey } = await obtainPolicy(running.ports, submission, signal);
  expect(facts).toMatchObject({ outcome: 'read', gaps: [], source: { kind: 'file', sha256 } });
  expect(facts.understanding?.parts.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['main', 'read'],
    ['sdk-list', 'read'],
  ]);
  expect((await snapshotOf(snapshotKey)).file).toEqual({ sha256, bytes: bytes.length, key: objectKey });
});

import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { rulesVersion } from '../../../shared/checks/registry.ts';
import { parseRulebook } from '../../../shared/checks/rulebook/parse.ts';
import { type Judged, judge } from '../../../shared/pledge/index.ts';
import { runFolder } from '../../support/run-folder.ts';
import { type RunningTestApi, startApi } from '../api/running-api.ts';
import { BACKENDS } from './backends.ts';
import { cleanPackage, cleanPapers, type RunningPipeline, realPackage, runPipeline } from './running-pipeline.ts';

let running: RunningPipeline;
let api: RunningTestApi;
let auth: { Authorization: string };
beforeAll(async () => {
  const folder = await mkdtemp(join(runFolder(), 'rulebooks-'));
  const waivers =
    'waivers:\n  - { id: w-1, rule: listing/filing-number, app: io.appium.settings, reason: 试点, by: 张三, granted: 2026-01-01, expires: 2099-01-01 }\n';
  await writeFile(
    join(folder, 'default.yaml'),
    `schema: rulebook/1\nname: 示例 \u{1f4d5}\nversion: "1"\nrules:\n  privacy-policy/absent: observe\n${waivers}`,
  );
  running = await runPipeline(BACKENDS[0]!, { rulebooks: folder });
  running.work();
  const { database, objects } = running.ports;
  api = await startApi({}, { replace: { database, objects } });
  const key = await database.stores.createKey(running.store.id, { name: 'test', scopes: ['submissions:read'] });
  auth = { Authorization: `Bearer ${key.plain}` };
});
afterAll(async () => {
  await api.close();
  await running.close();
});

/** The verdict of a submission as the API gives it, and as it is made again of nothing but the API's facts. */
async function both(id: string): Promise<{ readonly given: string; readonly again: string }> {
  await running.reaches(id, 'notified', 'failed');
  const verdict = await request(api.url).get(`/v1/submissions/${id}/verdict`).set(auth);
  const facts = await request(api.url).get(`/v1/submissions/${id}/facts`).set(auth);
  expect([verdict.status, facts.status]).toEqual([200, 200]);
  const { rules, knowledge } = api.ports;
  const judged = JSON.parse(facts.text) as Judged & { rulebook: { text: string; sha256: string } };
  const rulebook = parseRulebook(judged.rulebook.text, rules);
  expect(rulebook.sha256).toBe(judged.rulebook.sha256);
  const again = judge(judged, rules, rulesVersion(rules), rulebook, knowledge);
  // Sources and build name their rules differently: the one part of a verdict that is no judgement.
  const { provenance } = (verdict.body as { verdict: { provenance: { rules: string } } }).verdict;
  return {
    given: /"verdict":(\{.*\}),"links":\{[^{}]*\}\}$/s.exec(verdict.text)![1]!,
    again: JSON.stringify(again).replace(`"rules":"${again.provenance.rules}"`, `"rules":"${provenance.rules}"`),
  };
}

test('a verdict is made again of the facts that the API gives, to the byte', async () => {
  for (const [bytes, papers] of [
    [realPackage(), {}],
    [cleanPackage(), await cleanPapers(running)],
    // The second version: its records have the first.
    [cleanPackage(), await cleanPapers(running)],
  ] as const) {
    const { id } = await running.submit(bytes, papers);
    const { given, again } = await both(id);
    expect(again).toBe(given);
  }
});

test('facts are told by a name, so that a client that has them gets no megabytes', async () => {
  const { id } = await running.submit(realPackage());
  await running.reaches(id, 'notified');
  const path = `/v1/submissions/${id}/facts`;
  const first = await request(api.url).get(path).set(auth);
  expect(first.headers['cache-control']).toBe('private, no-cache');
  const again = await request(api.url).get(path).set(auth).set('If-None-Match', first.headers.etag!);
  expect([again.status, again.text]).toEqual([304, '']);
  expect(first.body.records).toMatchObject({ rulebook: first.body.rulebook.sha256, previous: null });
});

import request from 'supertest';
import { rulesVersion } from '../../../shared/checks/registry.ts';
import { BUILT_IN } from '../../../shared/checks/rulebook/built-in.ts';
import { parseRulebook } from '../../../shared/checks/rulebook/parse.ts';
import { signingCertificates } from '../../../shared/checks/signers.ts';
import { dayInChina } from '../../../shared/domain/day.ts';
import type { Decision } from '../../../shared/domain/review/decision.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { INSPECTOR_VERSION } from '../../../shared/inspection/index.ts';
import { type Judged, judge } from '../../../shared/pledge/index.ts';
import { type Staff, staff } from '../../support/staff.ts';
import { type RunningTestApi, startApi } from '../api/running-api.ts';
import { BACKENDS } from './backends.ts';
import { cleanPackage, cleanPapers, freshRulebooks, type RunningPipeline, runPipeline } from './running-pipeline.ts';

let running: RunningPipeline;
let api: RunningTestApi;
let senior: Staff;
let second: Staff;
beforeAll(async () => {
  running = await runPipeline(BACKENDS[0]!);
  running.work();
  const { database, objects, pipeline } = running.ports;
  // The API is another process: its rulebooks are not those of the workers.
  const rulebooks = await freshRulebooks(null, database);
  api = await startApi({}, { replace: { database, objects, pipeline, rulebooks } });
  senior = await staff(api.url, database, 'senior-reviewer');
  second = await staff(api.url, database, 'senior-reviewer');
});
afterAll(async () => {
  await api.close();
  await running.close();
});

/** The app without its filing number, which nothing else is wrong with. */
async function submitted(): Promise<{ readonly id: string; readonly verdict: Verdict }> {
  const { listing, ...papers } = await cleanPapers(running);
  const { filingNumber: _left, ...app } = listing.app;
  const { id } = await running.submit(cleanPackage(), { ...papers, listing: { ...listing, app } });
  await running.reaches(id, 'notified', 'failed');
  return { id, verdict: (await running.ports.database.reviews.verdict(id))!.verdict };
}

test('a false alarm that is waived lets the next version pass, by a verdict that can be made again to the byte', async () => {
  const first = await submitted();
  expect(first.verdict.decision).not.toBe('approve');
  expect(first.verdict.provenance.rulebook).toBe(BUILT_IN.sha256);
  const alarms = first.verdict.findings.filter(({ severity }) => severity !== 'warn');
  expect(alarms.length).toBeGreaterThan(0);
  const waivers = alarms.map(({ fingerprint }) => ({
    fingerprint,
    reason: '备案正在变更，已核对回执',
    expires: dayInChina(new Date(Date.now() + 30 * 86_400_000)),
    scope: 'subject',
  }));
  const made = await senior.agent
    .post(`/v1/review/submissions/${first.id}/decisions`)
    .send({ kind: 'overturn', run: 1, reason: '已核对', waivers });
  expect(made.status).toBe(201);
  const decision = made.body as Decision;
  if (decision.state === 'proposed')
    expect((await second.agent.post(`/v1/review/decisions/${decision.id}/confirm`).send({})).status).toBe(200);

  const next = await submitted();
  expect(next.verdict.decision).toBe('approve');
  expect(next.verdict.waived.map(({ finding }) => finding.fingerprint).sort()).toEqual(
    alarms.map(({ fingerprint }) => fingerprint).sort(),
  );
  expect(next.verdict.waived[0]!.waiver).toMatchObject({ by: senior.account.displayName, reason: '备案正在变更，已核对回执' });
  const { database } = running.ports;
  const facts = (await database.facts.package(next.verdict.provenance.packageSha256, INSPECTOR_VERSION))!;
  const book = (await database.rulebooks.find(next.verdict.provenance.rulebook))!.rulebook;
  expect(book.waivers.map(({ certificate }) => certificate)).toEqual(alarms.map(() => signingCertificates(facts)[0]!.sha256));
  expect((await database.records.of(next.id, 1))?.records.rulebook).toBe(book.sha256);

  const key = await database.stores.createKey(running.store.id, { name: 'test', scopes: ['submissions:read'] });
  const answer = await request(api.url).get(`/v1/submissions/${next.id}/facts`).set('Authorization', `Bearer ${key.plain}`);
  const judged = JSON.parse(answer.text) as Judged & { rulebook: { text: string } };
  const { rules, knowledge } = api.ports;
  const again = judge(judged, rules, rulesVersion(rules), parseRulebook(judged.rulebook.text, rules), knowledge);
  // Sources and build name their rules differently: the one part of a verdict that is no judgement.
  expect({ ...again, provenance: { ...again.provenance, rules: '' } }).toEqual({
    ...next.verdict,
    provenance: { ...next.verdict.provenance, rules: '' },
  });

  // Revoked, it no longer holds for what comes after.
  const { rows } = await database.waivers.list({ store: running.store.id }, dayInChina(new Date()), { limit: 10, offset: 0 });
  for (const { id } of rows) await database.waivers.revoke(id, senior.account, '回执已过期');
  const last = await submitted();
  expect(last.verdict.decision).toBe(first.verdict.decision);
  expect(last.verdict.provenance.rulebook).toBe(BUILT_IN.sha256);
});

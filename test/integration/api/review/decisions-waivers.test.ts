import { createHash } from 'node:crypto';
import { BUILT_IN } from '../../../../shared/checks/rulebook/built-in.ts';
import { parseRulebook } from '../../../../shared/checks/rulebook/parse.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import type { PackageFacts } from '../../../../shared/domain/facts/package.ts';
import type { Gap } from '../../../../shared/domain/gap.ts';
import type { Decision, WaiverRequest } from '../../../../shared/domain/review/decision.ts';
import { type DecidedSketch, type DecidedSubmission, decidedSubmission } from '../../../support/dossiers.ts';
import { type RawSql, rawSql } from '../../../support/raw-sql.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type Caller, type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let senior: Staff;
let second: Staff;
let sql: RawSql;
beforeAll(async () => {
  api = await startApi();
  sql = await rawSql(api.databaseUrl);
  reviewer = await staff(api.url, api.database, 'reviewer');
  senior = await staff(api.url, api.database, 'senior-reviewer', { displayName: '韩梅梅' });
  second = await staff(api.url, api.database, 'senior-reviewer');
});
afterAll(async () => {
  await sql.close();
  await api.close();
});

const inDays = (days: number): string => dayInChina(new Date(Date.now() + days * 86_400_000));
const CERTIFICATE = createHash('sha256').update('certificate').digest('hex');
const SIGNED: Partial<PackageFacts> = {
  signing: {
    schemes: ['v2'],
    signers: [
      {
        scheme: 'v2',
        certificates: [
          {
            subject: 'CN=示例',
            issuer: 'CN=示例',
            serial: '1',
            notBefore: '2020-01-01T00:00:00Z',
            notAfter: '2050-01-01T00:00:00Z',
            algorithm: 'sha256WithRSAEncryption',
            keyAlgorithm: 'RSA',
            keyBits: 2048,
            debug: false,
            md5: 'a'.repeat(32),
            sha1: 'b'.repeat(40),
            sha256: CERTIFICATE,
            publicKeySha256: 'c'.repeat(64),
          },
        ],
      },
    ],
    verified: 'not-checked',
  },
};
const HELD: DecidedSketch = {
  findings: [
    { rule: 'behaviour/cleartext-traffic', subject: 'http://example.com', severity: 'review' },
    { rule: 'permission/beyond-category', subject: 'android.permission.CAMERA', severity: 'review' },
  ],
  package: SIGNED,
};

let store: Caller;
beforeEach(async () => {
  store = await api.another();
});
const made = (sketch: DecidedSketch = HELD) => decidedSubmission(api.database, store.storeId, sketch);
const waiverFor = ({ verdict }: DecidedSubmission, change: Partial<WaiverRequest> = {}): WaiverRequest => ({
  fingerprint: verdict.findings[0]!.fingerprint,
  reason: '该地址为本机回环',
  expires: inDays(30),
  scope: 'subject',
  ...change,
});
const overturn = (who: Staff, { id }: DecidedSubmission, waivers: readonly WaiverRequest[], more: object = {}) =>
  who.agent.post(`/v1/review/submissions/${id}/decisions`).send({ kind: 'overturn', run: 1, reason: '误报', waivers, ...more });
const inForce = async () => await api.ports.rulebooks.of((await api.database.stores.find(store.storeId))!);
const granted = async (query = '') => (await senior.agent.get(`/v1/review/waivers?store=${store.storeId}${query}`)).body.waivers;

test('what a later decision finds to stand after all is waived no more; undone, it is again', async () => {
  const submission = await made();
  const [first, second] = submission.verdict.findings;
  const waivers = [waiverFor(submission), waiverFor(submission, { fingerprint: second!.fingerprint })];
  const { body: decision } = await overturn(senior, submission, waivers);
  await sql.run`update decisions set final_at = clock_timestamp() where id = ${decision.id}`;
  const { body: later } = await senior.agent.post(`/v1/review/submissions/${submission.id}/decisions`).send({
    ...{ kind: 'uphold', run: 1, reason: '其中一项成立', revise: true },
    falseAlarms: [second!.fingerprint],
  });
  expect(later).toMatchObject({ state: 'effective' });
  expect((await inForce()).rulebook.waivers.map(({ rule }) => rule)).toEqual([second!.rule]);
  expect(await granted('&state=revoked')).toMatchObject([{ rule: first!.rule }]);
  expect((await senior.agent.post(`/v1/review/decisions/${later.id}/undo`).send({})).status).toBe(200);
  expect((await inForce()).rulebook.waivers).toHaveLength(2);
});

test('a false alarm becomes a waiver in the same step, bound to the package and its certificate', async () => {
  const submission = await made();
  const before = await inForce();
  expect(before.rulebook.sha256).toBe(BUILT_IN.sha256);
  const { status, body } = await overturn(senior, submission, [waiverFor(submission)]);
  expect({ status, state: body.state }).toEqual({ status: 201, state: 'effective' });
  const [waiver] = await granted();
  const finding = submission.verdict.findings[0]!;
  expect(waiver).toMatchObject({
    store: store.storeId,
    rule: finding.rule,
    app: 'com.example.app',
    certificate: CERTIFICATE,
    subject: finding.subject,
    by: { displayName: '韩梅梅' },
    granted: inDays(0),
    expires: inDays(30),
    decision: body.id,
    submission: submission.id,
    revokedAt: null,
  });
  const after = await inForce();
  expect(after.rulebook).toMatchObject({
    name: BUILT_IN.name,
    waivers: [{ id: waiver.id, rule: finding.rule, app: 'com.example.app', certificate: CERTIFICATE, by: '韩梅梅' }],
  });
  // Whoever has the text has the rulebook, to the byte.
  expect(parseRulebook(after.text, api.ports.rules)).toEqual(after.rulebook);
  expect(createHash('sha256').update(after.text).digest('hex')).toBe(after.rulebook.sha256);
  expect((await api.database.rulebooks.find(after.rulebook.sha256))?.text).toBe(after.text);
  const { body: told } = await store_get('/v1/rulebook');
  expect(told.rulebook).toMatchObject({
    sha256: after.rulebook.sha256,
    waivers: [{ id: waiver.id, state: 'holds', daysLeft: 30 }],
  });
  // No other store has it.
  const other = await api.another();
  expect((await api.ports.rulebooks.of((await api.database.stores.find(other.storeId))!)).rulebook.sha256).toBe(BUILT_IN.sha256);
  const log = await api.database.audit.list({ submission: submission.id }, { limit: 10 });
  expect(log.map(({ action }) => action)).toEqual(['waiver.granted', 'decision.made']);
});
const store_get = async (path: string) => {
  const response = await fetch(api.url + path, { headers: store.auth });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};

test('a waiver that is revoked, or whose decision is undone, leaves the rulebook as it was', async () => {
  const first = await made();
  const { body: decision } = await overturn(senior, first, [waiverFor(first, { scope: 'rule' })]);
  expect((await inForce()).rulebook.waivers).toMatchObject([{ rule: first.verdict.findings[0]!.rule }]);
  expect((await inForce()).rulebook.waivers[0]).not.toHaveProperty('subject');
  await senior.agent.post(`/v1/review/decisions/${decision.id}/undo`);
  expect((await inForce()).rulebook.sha256).toBe(BUILT_IN.sha256);
  await overturn(senior, first, [waiverFor(first)]);
  const [waiver] = await granted('&state=holds');
  const revoke = (who: Staff, id: string) => who.agent.post(`/v1/review/waivers/${id}/revoke`).send({ reason: '已整改' });
  expect((await revoke(reviewer, waiver.id)).status).toBe(403);
  expect((await revoke(second, waiver.id)).body).toMatchObject({ id: waiver.id, revokedAt: expect.any(String) });
  expect((await revoke(second, waiver.id)).status).toBe(409);
  expect((await revoke(second, 'wav_none')).status).toBe(404);
  expect((await inForce()).rulebook.sha256).toBe(BUILT_IN.sha256);
  expect(await granted('&state=holds')).toEqual([]);
  expect(await granted('&state=revoked')).toHaveLength(2);
  expect(await granted(`&app=${encodeURIComponent('com.example.app')}`)).toHaveLength(2);
  expect(await granted('&app=com.example.other')).toEqual([]);
});

test('a proposal’s waivers are granted when it is confirmed', async () => {
  const submission = await made({
    ...HELD,
    findings: [{ rule: 'sdk/undisclosed', subject: 'umeng-analytics', severity: 'reject' }],
  });
  const { body: proposal } = await overturn(senior, submission, [waiverFor(submission)]);
  expect(proposal).toMatchObject({ state: 'proposed', waivers: [{ scope: 'subject' }] });
  expect(await granted()).toEqual([]);
  expect((await second.agent.post(`/v1/review/decisions/${proposal.id}/confirm`).send({})).status).toBe(200);
  // Who asked for it answers for it.
  expect(await granted()).toMatchObject([{ by: { displayName: '韩梅梅' }, decision: proposal.id }]);
});

test('waiving what a rejection rests on waits for a second reviewer, also when this version stays rejected', async () => {
  const submission = await made({
    ...HELD,
    findings: [
      { rule: 'sdk/undisclosed', subject: 'umeng-analytics', severity: 'reject' },
      { rule: 'behaviour/cleartext-traffic', subject: 'http://example.com', severity: 'warn' },
    ],
  });
  const waive = ({ severity }: { severity: string }) => {
    const { fingerprint } = submission.verdict.findings.find((finding) => finding.severity === severity)!;
    return overturn(senior, submission, [waiverFor(submission, { fingerprint })], { kind: 'uphold', falseAlarms: [fingerprint] });
  };
  const { body: proposal } = await waive({ severity: 'reject' });
  expect(proposal).toMatchObject({ state: 'proposed', outcome: 'reject' });
  expect(await granted()).toEqual([]);
  await senior.agent.post(`/v1/review/decisions/${proposal.id}/undo`);
  expect((await waive({ severity: 'warn' })).body).toMatchObject({ state: 'effective' });
  expect(await granted()).toHaveLength(1);
});

test('thousands of false alarms and long reasons are not too much to send', async () => {
  const submission = await made();
  const [first, other] = submission.verdict.findings;
  const { status } = await overturn(
    senior,
    submission,
    Array.from({ length: 200 }, () => waiverFor(submission, { reason: '长'.repeat(2_000) })),
    { falseAlarms: Array.from({ length: 5_000 }, (_, n) => (n === 0 ? first : other)!.fingerprint) },
  );
  expect(status).toBe(201);
  expect(await granted()).toHaveLength(1);
});

describe('what is refused', () => {
  test('a reviewer without the right to waive is told so, and nothing is decided', async () => {
    const submission = await made();
    const { status, body } = await overturn(reviewer, submission, [waiverFor(submission)]);
    expect({ status, body }).toMatchObject({
      status: 403,
      body: { code: 'forbidden', detailEn: expect.stringContaining('waive') },
    });
    expect(await api.database.decisions.ofSubmission(submission.id)).toEqual([]);
    expect((await overturn(reviewer, submission, [])).status).toBe(201);
  });

  test.each<[string, Partial<WaiverRequest>, string]>([
    ['ends today', { expires: inDays(0) }, '/waivers/0/expires'],
    ['lasts more than a year', { expires: inDays(366) }, '/waivers/0/expires'],
    ['ends on no day', { expires: '2027-02-29' }, '/waivers/0/expires'],
    ['is of a finding that there is not', { fingerprint: 'f'.repeat(16) }, '/waivers/0/fingerprint'],
    ['has no reason', { reason: ' ' }, '/waivers/0/reason'],
    ['has no such scope', { scope: 'app' as never }, '/waivers/0/scope'],
  ])('a waiver that %s', async (_what, change, pointer) => {
    const submission = await made();
    const { status, body } = await overturn(senior, submission, [waiverFor(submission, change)]);
    expect({ status, pointer: body.errors?.[0]?.pointer }).toEqual({ status: 400, pointer });
  });

  test('a waiver of a finding that stands', async () => {
    const submission = await made();
    const [first, other] = submission.verdict.findings;
    const falseAlarms = [other!.fingerprint];
    const { status, body } = await overturn(senior, submission, [waiverFor(submission, { fingerprint: first!.fingerprint })], {
      falseAlarms,
    });
    expect({ status, pointer: body.errors[0].pointer }).toEqual({ status: 400, pointer: '/waivers/0/fingerprint' });
  });

  test('a waiver that no rulebook could hold: the subject has a line break; the whole rule can be waived', async () => {
    const submission = await made({
      ...HELD,
      findings: [{ rule: 'behaviour/cleartext-traffic', subject: 'a\nb', severity: 'review' }],
    });
    const refused = await overturn(senior, submission, [waiverFor(submission)]);
    expect(refused.body).toMatchObject({ status: 409, code: 'conflict', detailEn: expect.stringContaining('subject') });
    expect((await overturn(senior, submission, [waiverFor(submission, { scope: 'rule' })])).status).toBe(201);
  });

  test('a waiver for a package without a name', async () => {
    const submission = await made({ ...HELD, app: { packageName: undefined } });
    const { body } = await overturn(senior, submission, [waiverFor(submission)]);
    expect(body).toMatchObject({ status: 409, detailEn: expect.stringContaining('no name') });
  });
});

test('without a signature that was read whole the waiver is the package’s name alone', async () => {
  const gap: Gap = { affects: 'signature', place: 'META-INF', code: 'malformed', message: { zh: '无法读取', en: 'unreadable' } };
  const submission = await made({ ...HELD, package: { ...SIGNED, gaps: [gap] } });
  expect((await overturn(senior, submission, [waiverFor(submission)])).status).toBe(201);
  expect(await granted()).toMatchObject([{ certificate: null }]);
  expect((await inForce()).rulebook.waivers[0]).not.toHaveProperty('certificate');
});

test('hostile words of a waiver stay words in the rulebook', async () => {
  const submission = await made();
  const reason = 'x"\n  - {id: evil, rule: "*"}\u0000\u2028\u202e # \u{e0041}<script>&anchor *alias !tag';
  expect((await overturn(senior, submission, [waiverFor(submission, { reason })])).status).toBe(201);
  const { rulebook, text } = await inForce();
  expect(rulebook.waivers).toHaveLength(1);
  expect(rulebook.waivers[0]!.reason).toContain('- {id: evil');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(parseRulebook(text, api.ports.rules)).toEqual(rulebook);
});

test('the same finding asked for twice is one waiver, and all of a rule another', async () => {
  const submission = await made();
  const one = waiverFor(submission);
  await overturn(senior, submission, [one, one, { ...one, scope: 'rule' }]);
  expect((await granted()).map(({ subject }: { subject: string | null }) => subject === null).sort()).toEqual([false, true]);
});

test('a waiver that is over is told of for a while as one that no longer holds', async () => {
  const submission = await made();
  await overturn(senior, submission, [waiverFor(submission)]);
  const [{ id }] = await granted();
  await sql.run`update granted_waivers set granted = ${inDays(-20)}, expires = ${inDays(-1)} where id = ${id}`;
  expect((await inForce()).rulebook.waivers).toMatchObject([{ id, expires: inDays(-1) }]);
  expect(await granted('&state=expired')).toMatchObject([{ id }]);
  await sql.run`update granted_waivers set granted = ${inDays(-200)}, expires = ${inDays(-100)} where id = ${id}`;
  expect((await inForce()).rulebook.sha256).toBe(BUILT_IN.sha256);
});

test('decisions keep what was asked for, also when they are looked at later', async () => {
  const submission = await made();
  const waiver = waiverFor(submission);
  const { body } = await overturn(senior, submission, [waiver]);
  const { body: view } = await senior.agent.get(`/v1/review/submissions/${submission.id}`);
  expect((view.decisions as Decision[])[0]).toEqual(body);
  expect(body.waivers).toEqual([waiver]);
});

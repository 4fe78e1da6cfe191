import type { ComparisonAnswer } from '../../../../shared/domain/review/version-comparison.ts';
import { NEUTRAL_PACKAGE } from '../../../rules/support/facts.ts';
import { ensureBuild } from '../../../support/build.ts';
import { type DecidedSketch, decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let store: string;
beforeAll(async () => {
  await ensureBuild();
  api = await startApi();
  reviewer = await staff(api.url, api.database, 'reviewer');
  store = api.caller.storeId;
});
afterAll(() => api.close());

let apps = 0;
const nextApp = () => {
  apps += 1;
  return `com.example.compared${apps}`;
};
const submit = (packageName: string, versionName: string, sketch: DecidedSketch = {}, storeId = store) =>
  decidedSubmission(api.database, storeId, { ...sketch, app: { packageName, versionName, ...sketch.app } });
const compare = async (id: string, other?: string) => {
  const answer = await reviewer.agent
    .get(`/v1/review/submissions/${id}/comparison`)
    .query(other === undefined ? {} : { with: other });
  return { status: answer.status, body: answer.body as ComparisonAnswer & { code?: string; detailEn?: string } };
};

test('without another version there is nothing to compare, and that is an answer', async () => {
  const only = await submit(nextApp(), '1.0');
  expect(await compare(only.id)).toMatchObject({ status: 200, body: { comparison: null, previousApproved: null, others: [] } });
});

test.each(['\u0000', '\ud800'])('a listing with a character that PostgreSQL cannot read (%j) hides no version', async (odd) => {
  const app = nextApp();
  await submit(app, `1${odd}`);
  await submit(app, '2', { developer: { name: odd } });
  const last = await submit(app, '3');
  const { status, body } = await compare(last.id);
  expect(status).toBe(200);
  expect(body.others.map(({ versionName }) => versionName)).toEqual(['2', `1${odd}`]);
});

test('compares with the version approved last; another one can be chosen', async () => {
  const app = nextApp();
  const permission = (name: string) => ({ name, element: 'uses-permission' as const, place: '/manifest/uses-permission[1]' });
  const approved = await submit(app, '1.0', { policyText: '我们收集位置。我们不共享。' });
  const held = await submit(app, '1.1', { findings: [PLAIN_REJECTION[0]!] });
  const last = await submit(app, '1.2', {
    findings: PLAIN_REJECTION,
    policyText: '我们收集位置和通讯录。我们不共享。',
    package: { permissions: [permission('android.permission.READ_CONTACTS')] },
  });
  const { status, body } = await compare(last.id);
  expect(status).toBe(200);
  expect(body.previousApproved).toBe(approved.id);
  expect(body.others.map(({ submission, versionName, verdict }) => [submission, versionName, verdict])).toEqual([
    [held.id, '1.1', 'reject'],
    [approved.id, '1.0', 'approve'],
  ]);
  expect(body.comparison).toMatchObject({
    before: { submission: approved.id, versionName: '1.0', verdict: 'approve' },
    after: { submission: last.id, versionName: '1.2', verdict: 'reject' },
    permissions: { added: ['android.permission.READ_CONTACTS'], removed: [] },
    dangerous: ['android.permission.READ_CONTACTS'],
    identity: [{ field: 'versionName', before: '1.0', after: '1.2' }],
    policy: {
      truncated: false,
      changes: [
        { kind: 'removed', text: '我们收集位置。' },
        { kind: 'added', text: '我们收集位置和通讯录。' },
        { kind: 'same', text: '我们不共享。' },
      ],
    },
  });
  expect(body.comparison?.findings.new).toHaveLength(3);

  const chosen = (await compare(last.id, held.id)).body.comparison!;
  expect(chosen.before.submission).toBe(held.id);
  expect(chosen.findings.still.map(({ finding }) => finding.rule)).toEqual(['sdk/undisclosed']);
  // Of a later version what is new is what the later one has, whichever of the two was opened.
  const later = (await compare(held.id, last.id)).body.comparison!;
  expect([later.before.submission, later.after.submission]).toEqual([held.id, last.id]);
});

test('a finding whose check died in the new run is not fixed', async () => {
  const app = nextApp();
  const before = await submit(app, '1', { findings: PLAIN_REJECTION });
  const after = await submit(app, '2', { missing: ['sdk'] });
  const comparison = (await compare(after.id, before.id)).body.comparison!;
  expect(comparison.findings.fixed.map(({ rule }) => rule).sort()).toEqual([
    'behaviour/cleartext-traffic',
    'permission/beyond-category',
  ]);
  expect(comparison.findings.unclear).toMatchObject([{ side: 'before', finding: { rule: 'sdk/undisclosed' } }]);
  expect(comparison.notCompared).toContainEqual(expect.objectContaining({ part: 'findings', rule: 'sdk/undisclosed' }));
});

test('refuses what is no other version of the app, and says why', async () => {
  const app = nextApp();
  const one = await submit(app, '1');
  const foreign = await api.another();
  const elsewhere = await submit(app, '1', {}, foreign.storeId);
  const another = await submit(nextApp(), '1');
  expect(await compare(one.id, one.id)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(await compare(one.id, another.id)).toMatchObject({
    status: 409,
    body: { detailEn: expect.stringContaining('another app') },
  });
  expect(await compare(one.id, elsewhere.id)).toMatchObject({ status: 409 });
  expect(await compare(one.id, 'sub_none')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await compare('sub_none')).toMatchObject({ status: 404 });
  const sha256 = 'f'.repeat(64);
  await api.database.packages.keep({ sha256, objectKey: 'x', bytes: 1, format: 'apk' });
  const unfinished = await api.database.submissions.create({
    id: 'sub_unfinished',
    storeId: store,
    state: 'stored',
    listing: { schema: 'listing-facts/1', app: { name: 'x', category: 38, packageName: app }, developer: { id: 'd' } },
    origin: { kind: 'upload' },
    packageSha256: sha256,
    policyDocument: null,
    callbackUrl: null,
    idempotency: null,
  });
  expect(unfinished.outcome).toBe('created');
  expect(await compare('sub_unfinished')).toMatchObject({ status: 404, body: { code: 'verdict-pending' } });
  expect(await compare(one.id, 'sub_unfinished')).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect((await reviewer.agent.get(`/v1/review/submissions/${one.id}/comparison?with=a%20b`)).status).toBe(400);
});

test('an app of the same name on another platform is another app', async () => {
  const app = nextApp();
  const android = await submit(app, '1');
  const harmony = await submit(app, '2', {
    package: {
      ...NEUTRAL_PACKAGE,
      platform: 'harmony',
      format: 'hap',
      identity: { ...NEUTRAL_PACKAGE.identity, packageName: app },
    },
  });
  expect(await compare(harmony.id, android.id)).toMatchObject({ status: 409 });
});

test('policies of a megabyte with nothing in common are compared apart, and hostile text arrives as it is', async () => {
  const app = nextApp();
  const text = (word: string) => Array.from({ length: 80_000 }, (_, at) => `${word}${at}条收集。`).join('');
  const before = await submit(app, '1', { policyText: text('旧') });
  const hostile = `<script>alert(1)</script>\u202e\u0000。${text('新')}`;
  const after = await submit(app, '2', { policyText: hostile, app: { name: '<img src=x onerror=alert(1)>\u0000' } });
  const asked = compare(after.id, before.id);
  // The process goes on answering meanwhile.
  const others = await Promise.all(Array.from({ length: 5 }, () => reviewer.agent.get('/v1/review/stores')));
  expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const { policy, after: side } = (await asked).body.comparison!;
  expect(policy?.truncated).toBe(true);
  expect(policy?.changes.find(({ kind }) => kind === 'added')?.text.startsWith('<script>alert(1)</script>\u202e\u0000。')).toBe(
    true,
  );
  expect(side.appName).toContain('<img');
});

test('needs a session', async () => {
  const answer = await fetch(`${api.url}/v1/review/submissions/sub_x/comparison`);
  expect(answer.status).toBe(401);
});

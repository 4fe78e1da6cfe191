import type { StageProgress, SubmissionView } from '../../../../shared/domain/review/dossier.ts';
import { NEUTRAL_PACKAGE } from '../../../rules/support/facts.ts';
import { type DecidedSketch, decidedSubmission, decideRun, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let auditor: Staff;
let store: string;
beforeAll(async () => {
  api = await startApi();
  [reviewer, auditor] = await Promise.all([
    staff(api.url, api.database, 'reviewer', { displayName: '李审' }),
    staff(api.url, api.database, 'auditor'),
  ]);
  store = (await api.database.stores.create('应用商店甲')).id;
});
afterAll(() => api.close());

const decided = (sketch: DecidedSketch = {}) => decidedSubmission(api.database, store, { findings: PLAIN_REJECTION, ...sketch });
const view = async (id: string, who = auditor): Promise<SubmissionView> => {
  const { body } = await who.agent.get(`/v1/review/submissions/${id}`).expect(200);
  return body as SubmissionView;
};
const stage = (progress: readonly StageProgress[], name: string) => progress.find((each) => each.stage === name)!;
const failure = { code: 'package-unreachable', text: { zh: '无法取得安装包', en: 'The package cannot be had' } };
let serial = 0;
/** A submission that has not been decided yet. */
async function underWay(state: 'received' | 'stored' = 'stored'): Promise<string> {
  serial += 1;
  const created = await api.database.submissions.create({
    id: `sub_way${serial}`,
    storeId: store,
    state,
    listing: { schema: 'listing-facts/1', app: { name: '在途', category: 1 }, developer: { id: 'dev-way' } },
    origin: state === 'received' ? { kind: 'url', url: 'https://example.com/a.apk' } : { kind: 'upload' },
    packageSha256: state === 'received' ? null : 'c'.repeat(64),
    policyDocument: null,
    callbackUrl: null,
    idempotency: null,
  });
  if (created.outcome !== 'created') throw new Error(created.outcome);
  return created.submission.id;
}

describe('a submission as a reviewer sees it', () => {
  test('rejected: dossier, listing, finished stages, who decides', async () => {
    const { id } = await decided({ app: { description: '<b>x</b>' } });
    const seen = await view(id);
    expect(seen).toMatchObject({
      submission: id,
      run: 1,
      state: 'decided',
      store: { id: store, name: '应用商店甲' },
      dossier: { submission: id, state: 'open' },
      listing: { app: { name: '示例应用', description: '<b>x</b>' }, developer: { id: 'dev-1' } },
      missingChecks: [],
      failure: null,
      rerunnable: true,
      decisions: [],
      secondReviewerNeeded: true,
      undoSeconds: 60,
    });
    expect(seen.listing).not.toHaveProperty('schema');
    expect(seen.progress.map(({ status }) => status)).not.toContain('failed');
    expect(stage(seen.progress, 'verdict')).toMatchObject({ status: 'completed', reason: null });
  });

  test('held for a check that died: which, and why, and no second reviewer is needed', async () => {
    const { id } = await decided({ findings: [], missing: ['sdk'] });
    const seen = await view(id);
    const reason = { zh: '进程中断', en: 'Its process died' };
    expect(seen.missingChecks).toEqual([{ check: 'sdk', reason }]);
    expect(stage(seen.progress, 'sdk')).toMatchObject({ status: 'failed', reason });
    expect(stage(seen.progress, 'permission')).toMatchObject({ status: 'completed', reason: null });
    expect(seen.secondReviewerNeeded).toBe(false);
  });

  test('a report that came too late for the verdict does not hide that it was missing', async () => {
    const { id } = await decided({ findings: [], missing: ['sdk'] });
    const late = {
      schema: 'check-report/1',
      check: 'sdk',
      findings: [],
      passed: [],
      notAssessed: [],
      notApplicable: [],
    } as const;
    await api.database.reviews.keepReport(id, 1, late);
    expect((await view(id)).missingChecks.map(({ check }) => check)).toEqual(['sdk']);
  });

  test('approved: there is nothing to review', async () => {
    const { id } = await decided({ findings: [] });
    expect(await view(id)).toMatchObject({ dossier: null, state: 'decided', secondReviewerNeeded: false, rerunnable: true });
  });

  test('in every state on the way', async () => {
    const waiting = await underWay('received');
    expect(await view(waiting)).toMatchObject({ state: 'received', dossier: null, decidedAt: null, rerunnable: false });
    await api.database.submissions.apply(waiting, 1, 'fail', { failure });
    const failed = await view(waiting);
    expect(failed).toMatchObject({ state: 'failed', failure, rerunnable: true });
    expect(stage(failed.progress, 'retrieval')).toMatchObject({ status: 'failed', reason: failure.text });
    const checking = await underWay();
    await api.database.submissions.apply(checking, 1, 'inspect');
    expect(stage((await view(checking)).progress, 'inspection').status).toBe('running');
    await api.database.submissions.apply(checking, 1, 'check');
    expect((await view(checking)).progress.filter(({ status }) => status === 'running')).toHaveLength(5);
    await api.database.submissions.apply(checking, 1, 'withdraw');
    expect(await view(checking)).toMatchObject({ state: 'withdrawn', rerunnable: false });
  });

  test('history: other versions of the app by the package’s own name, others of the developer, in this store alone', async () => {
    const app = { packageName: 'com.example.history' };
    const identity = { ...NEUTRAL_PACKAGE.identity, packageName: 'com.example.history' };
    const approved = await decided({ findings: [], app, developer: { id: 'dev-history' } });
    const renamed = await decided({
      app: { packageName: 'com.example.other' },
      developer: { id: 'dev-else' },
      package: { identity },
    });
    const elsewhere = (await api.database.stores.create('乙')).id;
    await decidedSubmission(api.database, elsewhere, { app, developer: { id: 'dev-history' } });
    const latest = await decided({ app: { ...app, versionName: '2.0' }, developer: { id: 'dev-history' } });
    const seen = await view(latest.id);
    expect(seen.appHistory.map(({ submission }) => submission)).toEqual([renamed.id, approved.id]);
    expect(seen.developerHistory.map(({ submission }) => submission)).toEqual([approved.id]);
    expect(seen.appHistory[1]).toMatchObject({
      run: 1,
      appName: '示例应用',
      packageName: 'com.example.history',
      versionName: '1.0.0',
      state: 'decided',
      verdict: 'approve',
      outcome: null,
    });
    expect(seen.previousApproved).toBe(approved.id);
    expect((await view(approved.id)).previousApproved).toBeNull();
  });

  test('listings with U+0000 and lone surrogates are answered', async () => {
    const { id } = await decided({ app: { name: 'a\0b\ud800' }, developer: { id: 'dev-nul' } });
    const other = await decided({ developer: { id: 'dev-nul' } });
    expect((await view(id)).listing).toMatchObject({ app: { name: expect.stringContaining('a\0b') } });
    expect((await view(other.id)).developerHistory).toMatchObject([{ submission: id }]);
  });

  test.each(['', '/report', '/policy'])('what is not there is not found, whoever asks: %s', async (path) => {
    const { body } = await auditor.agent.get(`/v1/review/submissions/sub_unknown${path}`).expect(404);
    expect(body.code).toBe('not-found');
    await auditor.agent.get(`/v1/review/submissions/a%20b${path}`).expect(400);
    expect((await fetch(`${api.url}/v1/review/submissions/sub_unknown${path}`)).status).toBe(401);
  });
});

describe('the report', () => {
  test('is the one that the store gets', async () => {
    const { id } = await decided();
    const caller = await api.another({ storeId: store });
    const ours = await auditor.agent.get(`/v1/review/submissions/${id}/report`).expect(200);
    const theirs = await fetch(`${api.url}/v1/submissions/${id}/report`, { headers: caller.auth });
    expect(ours.body).toEqual(await theirs.json());
    const { etag } = ours.headers;
    await auditor.agent.get(`/v1/review/submissions/${id}/report`).set('If-None-Match', etag!).expect(304);
    const list = await auditor.agent.get(`/v1/review/submissions/${id}/report?format=csv&download=true`).expect(200);
    expect(list.headers['content-disposition']).toMatch(/^attachment; filename="shelfgate-sub_.*\.sdks\.csv"$/);
  });

  test('is not there before there is a verdict, and of the run before while it is checked again', async () => {
    const id = await underWay();
    const { body } = await auditor.agent.get(`/v1/review/submissions/${id}/report`).expect(404);
    expect(body).toMatchObject({ code: 'verdict-pending', state: 'stored' });
    const again = await decided();
    await reviewer.agent.post(`/v1/review/submissions/${again.id}/rerun`).expect(202);
    const report = await auditor.agent.get(`/v1/review/submissions/${again.id}/report`).expect(200);
    expect(report.body.submission).toMatchObject({ run: 1 });
  });
});

describe('the policy’s text', () => {
  const text = `开头😀${'政'.repeat(30_000)}\u202e<script>结尾`;
  const policy = async (id: string, query: string) =>
    (await auditor.agent.get(`/v1/review/submissions/${id}/policy${query}`)).body;
  let id: string;
  beforeAll(async () => {
    id = (await decided({ policyText: text })).id;
  });

  test('is given piece by piece, as the evidence counts in it', async () => {
    expect(await policy(id, '?from=0&to=2')).toEqual({
      text: '开头',
      from: 0,
      to: 2,
      total: text.length,
      snapshot: 'b'.repeat(64),
    });
    expect(await policy(id, `?from=${text.length - 2}`)).toMatchObject({ text: '结尾', to: text.length });
    const whole = await policy(id, '');
    expect(whole).toMatchObject({ from: 0, to: 20_000, total: text.length });
    expect(whole.text).toBe(text.slice(0, 20_000));
  });

  test('never half a character, never behind the end', async () => {
    expect(await policy(id, '?from=3&to=4')).toMatchObject({ text: '😀', from: 2, to: 4 });
    expect(await policy(id, '?from=0&to=3')).toMatchObject({ text: '开头', to: 2 });
    expect(await policy(id, '?from=999999&to=9999999')).toMatchObject({ text: '', from: text.length, to: text.length });
  });

  test('the wrong way round or not a number is refused', async () => {
    expect(await policy(id, '?from=5&to=4')).toMatchObject({ status: 400, errors: [{ pointer: 'query/to', code: 'bad-range' }] });
    for (const query of ['?from=-1', '?from=x', '?to=1e9', '?at=1'])
      expect(await policy(id, query)).toMatchObject({ status: 400 });
  });

  test('is not there where none was read', async () => {
    expect(await policy(await underWay(), '')).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('checking it again', () => {
  const rerun = (id: string, who = reviewer) => who.agent.post(`/v1/review/submissions/${id}/rerun`);

  test('starts a new run, which the queue hears of; the store is told of its verdict once more', async () => {
    const { id } = await decided({ callbackUrl: 'https://store.example/callback' });
    const { body } = await rerun(id).expect(202);
    expect(body).toEqual({ submission: id, run: 2, state: 'stored' });
    expect(api.pipeline.advanced.filter((each) => each === id)).toHaveLength(1);
    const during = await view(id);
    expect(during).toMatchObject({
      state: 'stored',
      run: 2,
      decidedAt: null,
      rerunnable: false,
      dossier: { run: 1, state: 'open' },
    });
    expect(stage(during.progress, 'inspection').status).toBe('waiting');
    const caller = await api.another({ storeId: store });
    const asStore = async (path: string) =>
      (await fetch(`${api.url}/v1/submissions/${id}${path}`, { headers: caller.auth })).json();
    expect(await asStore('')).toMatchObject({ state: 'stored', run: 2, decision: null });
    expect(await asStore('/verdict')).toMatchObject({ run: 1, decision: 'reject' });
    await decideRun(api.database, (await api.database.submissions.find(id))!);
    expect(await asStore('')).toMatchObject({ state: 'decided', run: 2, decision: 'approve' });
    expect(await asStore('/verdict')).toMatchObject({ run: 2, decision: 'approve' });
    expect((await api.database.deliveries.ofSubmission(id)).map(({ run }) => run).sort()).toEqual([1, 2]);
    expect(await view(id)).toMatchObject({ dossier: { state: 'moot' } });
  });

  test('one that failed starts again too', async () => {
    const id = await underWay('received');
    await api.database.submissions.apply(id, 1, 'fail', { failure });
    expect((await rerun(id).expect(202)).body).toEqual({ submission: id, run: 2, state: 'received' });
  });

  test('not while it is under way, and not twice', async () => {
    const { id } = await decided();
    await rerun(id).expect(202);
    const { body } = await rerun(id).expect(409);
    expect(body).toMatchObject({ code: 'conflict', state: 'stored', submissionId: id });
  });

  test('a person’s decision stands in the way', async () => {
    const { id } = await decided();
    const decision = { kind: 'uphold', run: 1, reason: '问题属实' };
    await reviewer.agent
      .post(`/v1/review/submissions/${id}/decisions`)
      .send(decision)
      .expect((answer) => {
        if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
      });
    expect((await rerun(id).expect(409)).body).toMatchObject({ code: 'conflict', submissionId: id });
    expect(await view(id)).toMatchObject({ rerunnable: false, decisions: [{ kind: 'uphold', state: 'effective' }] });
  });

  test('somebody who works on it stands in the way, but not in their own', async () => {
    const { id } = await decided();
    const holder = await staff(api.url, api.database, 'reviewer', { displayName: '韩梅梅' });
    await holder.agent.post(`/v1/review/submissions/${id}/claim`).send({}).expect(200);
    const { body } = await rerun(id).expect(409);
    expect(body).toMatchObject({ claim: { by: { id: holder.account.id } }, detailEn: expect.stringContaining('韩梅梅') });
    await rerun(id, holder).expect(202);
  });

  test('asked for while a person decides, one of the two happens', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => decided()));
    for (const { id } of made) {
      const decision = { kind: 'uphold', run: 1, reason: '问题属实' };
      const answers = await Promise.all([
        rerun(id),
        reviewer.agent.post(`/v1/review/submissions/${id}/decisions`).send(decision),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status < 300)).toHaveLength(1);
      expect(statuses).toContain(409);
      const { state, decisions } = await view(id);
      expect({ state, decisions: decisions.length }).toEqual(
        statuses[0] === 202 ? { state: 'stored', decisions: 0 } : { state: 'decided', decisions: 1 },
      );
    }
  });

  test('an auditor only looks', async () => {
    const { id } = await decided();
    await rerun(id, auditor).expect(403);
    await rerun('sub_unknown').expect(404);
  });

  test('a queue that does not answer stops nothing: the reconciler will tell it', async () => {
    const { id } = await decided();
    api.pipeline.away = true;
    try {
      await rerun(id).expect(202);
    } finally {
      api.pipeline.away = false;
    }
    expect(await api.database.submissions.find(id)).toMatchObject({ state: 'stored', run: 2 });
    expect(api.lines.some(({ level, message }) => level === 'warn' && message.includes('reconciler'))).toBe(true);
  });
});

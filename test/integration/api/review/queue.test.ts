import type { DossierPage, FacetValue, SubmissionView } from '../../../../shared/domain/review/dossier.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let senior: Staff;
let auditor: Staff;
beforeAll(async () => {
  api = await startApi();
  [reviewer, senior, auditor] = await Promise.all([
    staff(api.url, api.database, 'reviewer', { displayName: '李审' }),
    staff(api.url, api.database, 'senior-reviewer', { displayName: '王高审' }),
    staff(api.url, api.database, 'auditor'),
  ]);
});
afterAll(() => api.close());

const newStore = async () => (await api.database.stores.create(`store ${Math.random()}`)).id;
const listOf = async (query: string, who = reviewer): Promise<DossierPage> => {
  const { body } = await who.agent.get(`/v1/review/dossiers?${query}`).expect(200);
  return body as DossierPage;
};

describe('the list', () => {
  test('shows what the machine rejected or held, with why and how urgent', async () => {
    const store = await newStore();
    const { id } = await decidedSubmission(api.database, store, {
      findings: PLAIN_REJECTION,
      app: { name: '宝宝识字', packageName: 'com.example.kids', audience: 'children' },
      developer: { id: 'dev-kids', name: '童乐科技' },
    });
    await decidedSubmission(api.database, store);
    const { rows, total, nextCursor } = await listOf(`store=${store}`);
    expect({ total, nextCursor }).toEqual({ total: 1, nextCursor: null });
    expect(rows[0]).toMatchObject({
      submission: id,
      verdict: 'reject',
      state: 'open',
      app: { name: '宝宝识字', packageName: 'com.example.kids', category: '38', format: 'apk' },
      findings: { reject: 2, review: 0, warn: 1 },
      urgencies: ['children'],
      claim: null,
    });
    expect(rows[0]!.headline?.zh).not.toBe('');
    expect(Date.parse(rows[0]!.dueAt) - Date.parse(rows[0]!.openedAt)).toBe(8 * 3_600_000);
  });
});

test('facets have names', async () => {
  const store = await newStore();
  await decidedSubmission(api.database, store, { findings: PLAIN_REJECTION });
  const { body } = await reviewer.agent.get(`/v1/review/dossiers/facets?store=${store}`).expect(200);
  const facets = body.facets as Record<string, FacetValue[]>;
  expect(facets.rule).toHaveLength(3);
  expect(facets.sdk).toEqual([
    { value: 'umeng-analytics', label: expect.objectContaining({ zh: expect.any(String) }), count: 1 },
  ]);
});

test('a submission and its report', async () => {
  const store = await newStore();
  const { id } = await decidedSubmission(api.database, store, { findings: PLAIN_REJECTION });
  const { body } = await auditor.agent.get(`/v1/review/submissions/${id}`).expect(200);
  const view = body as SubmissionView;
  expect(view).toMatchObject({
    submission: id,
    rerunnable: true,
    secondReviewerNeeded: true,
    previousApproved: null,
    decisions: [],
  });
  const report = await auditor.agent.get(`/v1/review/submissions/${id}/report`).expect(200);
  expect(report.body.verdict ?? report.body).toBeTruthy();
  const policy = await auditor.agent.get(`/v1/review/submissions/${id}/policy?from=2&to=6`).expect(200);
  expect(policy.body).toMatchObject({ from: 2, to: 6, text: expect.stringMatching(/^.{4}$/u) });
});

test('claims', async () => {
  const store = await newStore();
  const { id } = await decidedSubmission(api.database, store, { findings: PLAIN_REJECTION });
  const path = `/v1/review/submissions/${id}/claim`;
  await reviewer.agent.post(path).send({}).expect(200);
  const refused = await senior.agent.post(path).send({}).expect(409);
  expect(refused.body.claim.by).toEqual({ id: reviewer.account.id, displayName: '李审' });
  await senior.agent.post(path).send({ takeOver: true }).expect(200);
  await reviewer.agent.post(path).send({ takeOver: true }).expect(403);
  await senior.agent.delete(path).expect(200, { released: true });
  await senior.agent.delete(path).expect(200, { released: false });
});

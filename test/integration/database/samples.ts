import { randomUUID } from 'node:crypto';
import type { CheckName, CheckReport } from '../../../shared/domain/check.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import type { Database, NewEvent, NewSubmission, Submission } from '../../../shared/platform/database/repositories.ts';

export const newSubmission = (storeId: string, change: Partial<NewSubmission> = {}): NewSubmission => ({
  id: `sub_${randomUUID()}`,
  storeId,
  state: 'stored',
  listing: {
    schema: 'listing-facts/1',
    app: { name: '示例地图', packageName: 'com.example.map', category: 1 },
    developer: { id: 'dev-42', name: '示例科技（深圳）有限公司' },
  },
  origin: { kind: 'upload' },
  packageSha256: 'a'.repeat(64),
  policyDocument: null,
  callbackUrl: 'https://store.example/callback',
  idempotency: null,
  ...change,
});

export const newEvent = (submissionId: string, type: NewEvent['type'] = 'submission.decided'): NewEvent => ({
  id: `evt_${randomUUID()}`,
  type,
  payload: { type, data: { submission: submissionId, note: 'U+0000 \0 and a lone surrogate \ud800 are kept' } },
});

export const report = (check: CheckName): CheckReport => ({
  schema: 'check-report/1',
  check,
  findings: [],
  passed: [`${check}/example`],
  notAssessed: [],
  notApplicable: [],
});

export const verdict = (decision: Verdict['decision']): Verdict => ({
  schema: 'verdict/1',
  decision,
  reasons: [{ code: 'clean', text: { zh: '未发现问题', en: 'Nothing was found' } }],
  findings: [],
  waived: [],
  observed: [],
  staleWaivers: [],
  clauses: [],
  checks: { completed: ['sdk'], missing: [], notAssessed: [], off: [], observing: [] },
  coverage: { level: 'full', reasons: [] },
  gaps: [],
  provenance: {
    packageSha256: 'a'.repeat(64),
    policySha256: null,
    inspector: '1',
    policyReader: '1',
    knowledge: '0123456789abcdef',
    rules: '1'.repeat(16),
    rulebook: '2'.repeat(64),
    rulebookName: 'built-in',
    rulebookVersion: '1',
    reviewedOn: null,
  },
  limits: { zh: '静态审查的局限', en: 'Limits of a static review' },
});

/** Creates a submission and moves it to `checking`. */
export async function checking(database: Database, storeId: string, change: Partial<NewSubmission> = {}): Promise<Submission> {
  const created = await database.submissions.create(newSubmission(storeId, change));
  if (created.outcome !== 'created') throw new Error(created.outcome);
  await database.submissions.apply(created.submission.id, 1, 'inspect');
  const moved = await database.submissions.apply(created.submission.id, 1, 'check');
  if (moved === null) throw new Error('not moved');
  return moved;
}

import { z } from 'zod';
import { ShelfgateError } from '../../../../shared/domain/errors.ts';
import type { VersionComparison } from '../../../../shared/domain/review/version-comparison.ts';
import type { Submission } from '../../../../shared/platform/database/repositories.ts';
import { compareVersions, policyTexts } from '../../../../shared/pledge/versions/compare-versions.ts';
import { comparePolicies, type PolicyComparison } from '../../../../shared/pledge/versions/policy.ts';
import type { VersionSide } from '../../../../shared/pledge/versions/side.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { Problem } from '../../problems/problem.ts';
import { comparisonAnswerSchema } from '../../schemas/review-comparison.ts';
import { submissionIdSchema } from '../../schemas/submission.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { verdictPending } from '../../submissions/pending.ts';
import { anySubmission } from '../submissions/any-submission.ts';
import { isSameApp, sideOf } from './sides.ts';

/** Other versions that are offered. */
const MOST_OTHERS = 50;
/** Characters of two policies that are compared at once: some milliseconds at most. */
const SHORT = 20_000;
const POLICY_MS = 5_000;

export const compareSubmission = operation({
  id: 'compareSubmission',
  method: 'get',
  path: '/v1/review/submissions/{id}/comparison',
  tag: 'review',
  summary: { zh: '与另一版本比较', en: 'Compared with another version' },
  description: {
    zh: '默认与同一商店、包名和平台中此前最近一次上架的版本比较；with 可指定同一应用的另一次送审。未能比较的部分列在 notCompared。文字不可信，展示时须转义。',
    en: 'With the version of the same store, package name and platform that was approved last before it, or with another submission of the same app. What could not be compared is in notCompared. Text is untrusted: escape it where it is shown.',
  },
  scope: null,
  right: 'read',
  params: submissionParams,
  query: z.strictObject({
    with: submissionIdSchema.optional().describe('同一应用的另一次送审 / Another submission of the same app'),
  }),
  responses: { 200: { description: { zh: '比较结果', en: 'The comparison' }, schema: comparisonAnswerSchema } },
  problems: ['not-found', 'verdict-pending', 'conflict'],
  async handle({ ports, params, query, response, gone }) {
    const { database } = ports;
    const submission = await anySubmission(ports, params.id);
    response.locals.submissionId = submission.id;
    const after = await sideOf(database, submission);
    if (after === null) throw verdictPending(submission);
    const { packageName, formats } = after.app;
    const [others, approved] =
      packageName === null || formats.length === 0
        ? [[], null]
        : await Promise.all([
            database.versions.others(submission, packageName, formats, MOST_OTHERS),
            database.records.previousApproved(submission, packageName, formats),
          ]);
    const chosen = query.with === undefined ? approved : await anySubmission(ports, query.with);
    const comparison = chosen === null ? null : await compared(ports, { submission, ...after }, chosen, gone);
    return { status: 200, body: { comparison, previousApproved: approved?.id ?? null, others } };
  },
});

type Side = { readonly submission: Submission } & NonNullable<Awaited<ReturnType<typeof sideOf>>>;

/** @throws Problem `conflict` where there is nothing to compare with: the same one, another app, no verdict */
async function compared(ports: ApiPorts, after: Side, chosen: Submission, gone: AbortSignal): Promise<VersionComparison> {
  if (chosen.id === after.submission.id) {
    throw new Problem('conflict', { zh: '不能与自己比较', en: 'A submission is not compared with itself' });
  }
  const before = await sideOf(ports.database, chosen);
  if (before === null) {
    throw new Problem(
      'conflict',
      { zh: '所选送审没有机审结论', en: 'The chosen submission has no verdict' },
      { state: chosen.state },
    );
  }
  if (!isSameApp(after, { submission: chosen, ...before })) {
    throw new Problem('conflict', {
      zh: '所选送审不是同一应用（商店、包名和平台须相同）',
      en: 'The chosen submission is of another app: store, package name and platform must be the same',
    });
  }
  const sides = [before.side, after.side] as const;
  // The later one may be the one that was chosen: what is new is what the later one has.
  const [earlier, later] = chosen.createdAt <= after.submission.createdAt ? sides : ([after.side, before.side] as const);
  const policy = await policiesCompared(ports, earlier, later, gone);
  return compareVersions(earlier, later, policy, ports.knowledge);
}

/** Null where there are no two texts, and where it took too long: the comparison says which. */
async function policiesCompared(
  ports: ApiPorts,
  before: VersionSide,
  after: VersionSide,
  gone: AbortSignal,
): Promise<PolicyComparison | null> {
  const texts = policyTexts(before, after);
  if (texts === null) return null;
  if (texts.before.length + texts.after.length <= SHORT) return comparePolicies(texts);
  try {
    return await ports.apart.comparePolicies(texts, { timeoutMs: POLICY_MS, signal: gone });
  } catch (error) {
    if (!(error instanceof ShelfgateError)) throw error;
    ports.log.warn({ submission: after.version.submission, code: error.code }, 'policies were not compared');
    return null;
  }
}

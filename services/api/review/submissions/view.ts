import { CHECKS } from '../../../../shared/domain/check.ts';
import { needsSecondReviewer } from '../../../../shared/domain/review/decision.ts';
import type { DossierRow, StageProgress, SubmissionView } from '../../../../shared/domain/review/dossier.ts';
import { SEVERITIES } from '../../../../shared/domain/severity.ts';
import { NEXT } from '../../../../shared/domain/submission.ts';
import type { Database, Submission } from '../../../../shared/platform/database/repositories.ts';
import { operation } from '../../operation.ts';
import { submissionViewSchema } from '../../schemas/review-submission.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { progressOf } from '../../submissions/progress.ts';
import { anySubmission } from './any-submission.ts';

/** Of other submissions the newest so many are shown. */
const HISTORY = 20;

export const viewSubmission = operation({
  id: 'viewSubmission',
  method: 'get',
  path: '/v1/review/submissions/{id}',
  tag: 'review',
  summary: { zh: '审核员看到的送审', en: 'A submission as a reviewer sees it' },
  description: {
    zh: '任何状态的送审，检查进行中也可查看：进度、案卷、决定、同一应用与同一开发者的其他送审。上架信息不可信，展示时须转义。',
    en: 'In any state, also while it is being checked: progress, dossier, decisions, other submissions of the app and of the developer. The listing is untrusted: escape it where it is shown.',
  },
  scope: null,
  right: 'read',
  params: submissionParams,
  responses: { 200: { description: { zh: '送审', en: 'The submission' }, schema: submissionViewSchema } },
  problems: ['not-found'],
  async handle({ ports, params, response }) {
    const { database, configuration } = ports;
    const submission = await anySubmission(ports, params.id);
    response.locals.submissionId = submission.id;
    const [store, dossier, decisions, appHistory, developerHistory, previous, missingChecks, progress] = await Promise.all([
      database.stores.find(submission.storeId),
      database.dossiers.find(submission.id),
      database.decisions.ofSubmission(submission.id),
      database.histories.ofApp(submission, HISTORY),
      database.histories.ofDeveloper(submission, HISTORY),
      database.histories.previousApproved(submission),
      missingChecksOf(database, submission),
      stagesOf(database, submission),
    ]);
    const { schema: _schema, ...listing } = submission.listing;
    const body: SubmissionView = {
      submission: submission.id,
      run: submission.run,
      state: submission.state,
      createdAt: submission.createdAt.toISOString(),
      decidedAt: submission.decidedAt?.toISOString() ?? null,
      dossier,
      store: { id: submission.storeId, name: store?.name ?? submission.storeId },
      listing,
      progress,
      missingChecks,
      failure: submission.failure && { code: submission.failure.code, text: submission.failure.text },
      rerunnable: rerunnable(submission, decisions),
      decisions,
      appHistory,
      developerHistory,
      previousApproved: previous?.id ?? null,
      secondReviewerNeeded: secondReviewerNeeded(dossier, configuration.reviewing.secondReviewerFrom),
      undoSeconds: configuration.reviewing.undoSeconds,
    };
    return { status: 200, body };
  },
});

/**
 * Where there is a verdict, what it says is missing, else what is known of the run so far. The verdict has megabytes and is not read where all
 * checks have left a report.
 */
async function missingChecksOf(
  { reviews }: Database,
  { id, run, decision, decidedAt }: Submission,
): Promise<SubmissionView['missingChecks']> {
  const checks = await reviews.progress(id, run);
  // A report that came too late for the verdict is not one of its.
  const completed = checks.filter(({ status, at }) => status === 'completed' && (decidedAt === null || at <= decidedAt));
  if (completed.length === CHECKS.length) return [];
  const decided = decision === null ? null : await reviews.verdict(id);
  const missing = decided?.run === run ? decided.verdict.checks.missing : await reviews.failures(id, run);
  return missing.map(({ check, reason }) => ({ check, reason }));
}

async function stagesOf({ submissions, reviews }: Database, submission: Submission): Promise<StageProgress[]> {
  const { id, run, failure } = submission;
  const [transitions, checks, failures] = await Promise.all([
    submissions.transitions(id),
    reviews.progress(id, run),
    reviews.failures(id, run),
  ]);
  return progressOf(submission, transitions, checks).map((stage) => ({
    ...stage,
    reason:
      stage.status === 'failed' ? (failures.find(({ check }) => check === stage.stage)?.reason ?? failure?.text ?? null) : null,
  }));
}

function rerunnable({ state }: Submission, decisions: SubmissionView['decisions']): boolean {
  const byPerson = decisions.some((decision) => decision.state === 'effective' || decision.state === 'proposed');
  return state === 'failed' ? !byPerson : NEXT[state].rerun !== undefined && !byPerson;
}

function secondReviewerNeeded(dossier: DossierRow | null, from: Parameters<typeof needsSecondReviewer>[3]): boolean {
  if (dossier === null) return false;
  const severities = SEVERITIES.filter((severity) => dossier.findings[severity] > 0);
  return needsSecondReviewer('overturn', dossier.verdict, severities, from);
}

import { createHash } from 'node:crypto';
import type { Bilingual } from '../../shared/domain/text.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import type { NewEvent, Submission } from '../../shared/platform/database/repositories.ts';

/**
 * Id of the one event of a kind that a run can have. Made from what it is about and not at random: however many processes compose
 * it, it is the same event, and the store can tell by its `webhook-id` that it was told before.
 */
export function eventIdOf(submissionId: string, run: number, type: NewEvent['type']): string {
  return `evt_${createHash('sha256').update(`${submissionId} ${run} ${type}`).digest('hex').slice(0, 32)}`;
}

const linksOf = (submission: Submission, publicUrl: string | null) => {
  const self = `${publicUrl ?? ''}/v1/submissions/${submission.id}`;
  return { submission: self, verdict: `${self}/verdict`, report: `${self}/report` };
};

const subjectOf = (submission: Submission) => ({
  submissionId: submission.id,
  run: submission.run,
  app: {
    name: submission.listing.app.name,
    packageName: submission.listing.app.packageName ?? null,
    versionName: submission.listing.app.versionName ?? null,
  },
  developer: { id: submission.listing.developer.id },
  packageSha256: submission.packageSha256,
});

/** What a store is told of a verdict: the decision, how many findings of which strength, the clauses violated, and where the rest is. */
export function decidedEvent(submission: Submission, verdict: Verdict, at: Date, publicUrl: string | null): NewEvent {
  const count = (severity: string): number => verdict.findings.filter((finding) => finding.severity === severity).length;
  return {
    id: eventIdOf(submission.id, submission.run, 'submission.decided'),
    type: 'submission.decided',
    payload: {
      type: 'submission.decided',
      timestamp: at.toISOString(),
      data: {
        ...subjectOf(submission),
        decision: verdict.decision,
        findings: { reject: count('reject'), review: count('review'), warn: count('warn') },
        clausesViolated: verdict.clauses.filter((each) => each.assessment === 'violated').map((each) => each.clause),
        checksMissing: verdict.checks.missing.map((each) => each.check),
        links: linksOf(submission, publicUrl),
      },
    },
  };
}

/** What a store is told when the machinery gave up: there is no verdict, and the submission can be driven again. */
export function failedEvent(
  submission: Submission,
  failure: { readonly code: string; readonly text: Bilingual },
  at: Date,
  publicUrl: string | null,
): NewEvent {
  return {
    id: eventIdOf(submission.id, submission.run, 'submission.failed'),
    type: 'submission.failed',
    payload: {
      type: 'submission.failed',
      timestamp: at.toISOString(),
      data: {
        ...subjectOf(submission),
        failure: { code: failure.code, text: failure.text },
        links: { submission: linksOf(submission, publicUrl).submission },
      },
    },
  };
}

import type { Bilingual } from '../../shared/domain/text.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import type { NewEvent, Submission } from '../../shared/platform/database/repositories.ts';
import { eventIdOf, eventLinks, eventSubject } from '../../shared/platform/events/subject.ts';

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
        ...eventSubject(submission),
        decision: verdict.decision,
        findings: { reject: count('reject'), review: count('review'), warn: count('warn') },
        clausesViolated: verdict.clauses.filter((each) => each.assessment === 'violated').map((each) => each.clause),
        checksMissing: verdict.checks.missing.map((each) => each.check),
        links: eventLinks(submission.id, publicUrl),
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
        ...eventSubject(submission),
        failure: { code: failure.code, text: failure.text },
        links: { submission: eventLinks(submission.id, publicUrl).submission },
      },
    },
  };
}

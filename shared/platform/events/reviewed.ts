import type { Decision } from '../../domain/review/decision.ts';
import type { NewEvent, Submission } from '../database/repositories.ts';
import { eventIdOf, eventLinks, eventSubject } from './subject.ts';

/** How an appeal ended by the decision. */
export interface ClosedAppeal {
  readonly id: string;
  readonly state: 'upheld' | 'dismissed';
}

/**
 * What a store is told of a person's decision, once it can no longer be undone: what it means for the shelf and why, in the reviewer's
 * words, until when the developer has time, and how many findings the reviewer took for true and for false alarms.
 * @param decision an effective one
 */
export function reviewedEvent(
  submission: Submission,
  decision: Decision,
  appeal: ClosedAppeal | null,
  publicUrl: string | null,
): NewEvent {
  const count = (outcome: 'stands' | 'false-alarm'): number =>
    decision.judgements.filter((judgement) => judgement.outcome === outcome).length;
  const finalAt = decision.finalAt ?? decision.at;
  return {
    id: eventIdOf(submission.id, submission.run, 'submission.reviewed', decision.id),
    type: 'submission.reviewed',
    subject: decision.id,
    due: new Date(finalAt),
    payload: {
      type: 'submission.reviewed',
      timestamp: finalAt,
      data: {
        ...eventSubject(submission),
        verdict: decision.verdict,
        review: {
          id: decision.id,
          kind: decision.kind,
          outcome: decision.outcome,
          reason: decision.reason,
          deadline: decision.deadline,
          at: finalAt,
        },
        findings: { upheld: count('stands'), overturned: count('false-alarm') },
        appeal,
        links: eventLinks(submission.id, publicUrl),
      },
    },
  };
}

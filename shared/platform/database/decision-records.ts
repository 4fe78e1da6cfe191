import type { AccountName } from '../../domain/review/account.ts';
import type { Decision, DecisionState } from '../../domain/review/decision.ts';
import type { DossierState } from '../../domain/review/dossier.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { ClosedAppeal } from '../events/reviewed.ts';
import type { NewGrantedWaiver } from './granted-waivers.ts';
import type { NewEvent, Submission } from './repositories.ts';

/** A decision that is complete but for the moment and the state of the dossier, which the transaction looks at. */
export interface PreparedDecision
  extends Pick<
    Decision,
    | 'id'
    | 'submission'
    | 'run'
    | 'kind'
    | 'outcome'
    | 'verdict'
    | 'reason'
    | 'note'
    | 'cannedReason'
    | 'deadline'
    | 'judgements'
    | 'waivers'
    | 'appeal'
    | 'by'
  > {
  /** Waits for a second reviewer; else it is effective at once. */
  readonly proposed: boolean;
  /** May take the place of a decision that is final, also where nobody has appealed. */
  readonly revise: boolean;
}

/** What an effective decision brings with it. */
export interface Effect {
  /** Granted in the same transaction. */
  readonly waivers: readonly NewGrantedWaiver[];
  /** How long it may be undone, and how long the store is not told. */
  readonly undoSeconds: number;
  /** Composes what the store is told. */
  event(submission: Submission, decision: Decision, appeal: ClosedAppeal | null): NewEvent;
}

/** Why nothing was done. */
export type Refused =
  /** No such dossier or decision. */
  | { readonly refused: 'unknown' }
  /** The verdict that was looked at no longer stands. */
  | { readonly refused: 'newer-run'; readonly run: number; readonly state: SubmissionState }
  | { readonly refused: 'claimed'; readonly by: AccountName; readonly until: string }
  /** The dossier is in no state in which this can be done. */
  | { readonly refused: 'dossier'; readonly state: DossierState }
  /** The decision that would be replaced may still be undone. */
  | { readonly refused: 'not-final'; readonly until: string }
  /** There is no such open appeal of this submission. */
  | { readonly refused: 'appeal' }
  /** The developer has appealed, and the decision answers no appeal. */
  | { readonly refused: 'appealed' }
  /** The decision is in no state in which this can be done. */
  | { readonly refused: 'decision'; readonly state: DecisionState }
  /** It takes another person, or the same one. */
  | { readonly refused: 'same-person' }
  | { readonly refused: 'other-person' }
  /** The time for it is over, or the store is being told at this moment. */
  | { readonly refused: 'final' };

/** A decision as it is now, and the event that tells of it where there is one. */
export interface Done {
  readonly decision: Decision;
  readonly event: string | null;
}

/** What a store may know of a person's decision: the newest that can no longer be undone. */
export type FinalDecision = Pick<Decision, 'id' | 'kind' | 'outcome' | 'reason' | 'deadline'> & { readonly finalAt: string };

export interface Decisions {
  find(id: string): Promise<Decision | null>;
  /** Newest first. */
  ofSubmission(submissionId: string): Promise<readonly Decision[]>;
  /** The decision on that run that its store has been, or is being, told last; null while there is none. */
  final(submissionId: string, run: number): Promise<FinalDecision | null>;
  /** Makes it effective, or proposes it, in one transaction with all that follows. */
  make(prepared: PreparedDecision, effect: Effect): Promise<Done | Refused>;
  /** The second reviewer agrees: the decision is effective from now on. */
  confirm(id: string, by: AccountName, comment: string, effect: Effect): Promise<Done | Refused>;
  /** The second reviewer does not agree: the dossier is where it was before. */
  decline(id: string, by: AccountName, comment: string): Promise<Done | Refused>;
  /** Takes back a proposal, or an effective decision before it is final; the waivers that it brought are revoked. */
  undo(id: string, by: AccountName): Promise<Done | Refused>;
}

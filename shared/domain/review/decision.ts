import { SEVERITIES, type Severity } from '../severity.ts';
import type { VerdictDecision } from '../verdict.ts';
import type { AccountName } from './account.ts';

/**
 * What a reviewer makes of a dossier: `uphold` 维持 (the findings stand: not on the shelf), `overturn` 改判放行 (they do not: on the shelf),
 * `rectify` 要求整改 (not on the shelf until mended, with a deadline and a letter), `approve-with-warning` 提醒后放行 (on the shelf, and the
 * developer is told what to mend).
 */
export const DECISION_KINDS = ['uphold', 'overturn', 'rectify', 'approve-with-warning'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What it means for the shelf: final, told to the store. */
export type FinalOutcome = 'approve' | 'reject' | 'rectify';
export const OUTCOME_OF: Readonly<Record<DecisionKind, FinalOutcome>> = {
  uphold: 'reject',
  overturn: 'approve',
  rectify: 'rectify',
  'approve-with-warning': 'approve',
};

/**
 * `proposed`: waits for a second reviewer. `effective`: final, though it may be undone until `finalAt`, when the store is told.
 * `undone`, `declined` (by the second reviewer) and `superseded` (by a later decision, after an appeal) have no effect any more.
 */
export const DECISION_STATES = ['proposed', 'effective', 'undone', 'declined', 'superseded'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export type DecisionEvent = 'confirm' | 'decline' | 'undo' | 'supersede';
/** The one table of a decision's life. */
export const NEXT_DECISION: Readonly<Record<DecisionState, Partial<Record<DecisionEvent, DecisionState>>>> = {
  proposed: { confirm: 'effective', decline: 'declined', undo: 'undone' },
  effective: { undo: 'undone', supersede: 'superseded' },
  undone: {},
  declined: {},
  superseded: {},
};

/** From which severity on the overturning of a rejection needs a second reviewer; `never` for stores that do without. */
export type SecondReviewerFrom = Severity | 'never';

/** What the reviewer says about single findings: which of them were false alarms. The others stand. */
export interface FindingJudgement {
  readonly fingerprint: string;
  readonly rule: string;
  readonly outcome: 'stands' | 'false-alarm';
}

/** A false alarm that is not to be raised again for this app: becomes a waiver of the store when the decision is effective. */
export interface WaiverRequest {
  readonly fingerprint: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`, China time. */
  readonly expires: string;
  /** Whether it holds for the finding's subject alone or for all findings of the rule in this app. */
  readonly scope: 'subject' | 'rule';
}

/** What a reviewer sends. */
export interface NewDecision {
  readonly kind: DecisionKind;
  /** The run whose verdict was looked at; another one since then is a conflict. */
  readonly run: number;
  /** 1 to 4,000 characters. Told to the developer. */
  readonly reason: string;
  readonly cannedReason?: string;
  /** `rectify` only: last day for the developer. */
  readonly deadline?: string;
  readonly falseAlarms?: readonly string[];
  readonly waivers?: readonly WaiverRequest[];
  /** The appeal that this decides, if any. */
  readonly appeal?: string;
  /** Not told to the developer. */
  readonly note?: string;
  /** Replaces a decision that is final, without any appeal: what was let through turns out to be wrong. Needs the right `confirm`. */
  readonly revise?: boolean;
}

/** A decision as it is kept and shown. Rows are added and never changed but for their state. */
export interface Decision {
  readonly id: string;
  readonly submission: string;
  readonly run: number;
  readonly kind: DecisionKind;
  readonly outcome: FinalOutcome;
  readonly state: DecisionState;
  /** The machine's, at that run. */
  readonly verdict: VerdictDecision;
  readonly reason: string;
  readonly note: string | null;
  readonly cannedReason: string | null;
  readonly deadline: string | null;
  readonly judgements: readonly FindingJudgement[];
  readonly waivers: readonly WaiverRequest[];
  readonly appeal: string | null;
  readonly by: AccountName;
  readonly at: string;
  /** The second reviewer, and when. */
  readonly second: { readonly by: AccountName; readonly at: string; readonly comment: string } | null;
  /** Until when it may be undone, and from when on it is told; null while it is proposed. */
  readonly finalAt: string | null;
}

/**
 * Whether a decision has to wait for a second reviewer: it lets through what the machine rejected with a finding that strong, or waives one,
 * which lets through whatever is submitted next, also while this one is rejected.
 * @param severities of the verdict's findings
 * @param waived of those that the decision waives
 */
export function needsSecondReviewer(
  kind: DecisionKind,
  verdict: VerdictDecision,
  severities: readonly Severity[],
  from: SecondReviewerFrom,
  waived: readonly Severity[] = [],
): boolean {
  if (from === 'never' || verdict !== 'reject') return false;
  const strong = (severity: Severity) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(from);
  return waived.some(strong) || (OUTCOME_OF[kind] === 'approve' && severities.some(strong));
}

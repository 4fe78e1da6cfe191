import type { CheckName, MissingCheck, NotAssessed } from './check.ts';
import type { Assessment, ClauseId } from './clause.ts';
import type { Coverage } from './facts/package.ts';
import type { Finding, StaleWaiver, WaivedFinding } from './finding.ts';
import type { Gap } from './gap.ts';
import type { Bilingual } from './text.ts';

export const DECISIONS = ['approve', 'reject', 'review'] as const;
/** The machine's decision. A person's later decision is another noun and never overwrites it. */
export type VerdictDecision = (typeof DECISIONS)[number];

export interface ClauseAssessment {
  readonly clause: ClauseId;
  readonly assessment: Assessment;
  /** Fingerprints of the findings that decided it, strongest first. */
  readonly findings: readonly string[];
  /** Why, where no finding says it: what was looked at, or what static evidence cannot show. */
  readonly reason: Bilingual;
}

/**
 * `waived`, `stale-waiver`, `observed` and `off` say what the store's rulebook took the effect from, or would have, where the decision
 * depends on it or is an approval.
 */
export const REASON_CODES = [
  'finding',
  'check-missing',
  'gap',
  'coverage',
  'not-assessed',
  'clean',
  'waived',
  'stale-waiver',
  'observed',
  'off',
] as const;

/** Why the decision is what it is, in the order in which it was reached. */
export interface DecisionReason {
  readonly code: (typeof REASON_CODES)[number];
  readonly text: Bilingual;
}

export interface Verdict {
  readonly schema: 'verdict/1';
  readonly decision: VerdictDecision;
  readonly reasons: readonly DecisionReason[];
  /** Those with effect. */
  readonly findings: readonly Finding[];
  /** Findings that a waiver of the rulebook takes the effect from. */
  readonly waived: readonly WaivedFinding[];
  /** Findings of rules that the rulebook only observes. */
  readonly observed: readonly Finding[];
  readonly staleWaivers: readonly StaleWaiver[];
  /** All 29 clauses, in the order of the instruments. */
  readonly clauses: readonly ClauseAssessment[];
  readonly checks: {
    readonly completed: readonly CheckName[];
    readonly missing: readonly MissingCheck[];
    readonly notAssessed: readonly NotAssessed[];
    /** Rules that the rulebook switched off. */
    readonly off: readonly string[];
    /** Rules that the rulebook only observes. */
    readonly observing: readonly string[];
    /** Of those, the ones that lacked facts or died; left out when there are none. */
    readonly notObserved?: readonly NotAssessed[];
  };
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
  /** What was judged and with what: enough to make the verdict again, to the byte. No clock. */
  readonly provenance: {
    readonly packageSha256: string;
    readonly policySha256: string | null;
    readonly inspector: string;
    readonly policyReader: string;
    readonly knowledge: string;
    /** Version of the rules' code and texts, see `rulesVersion`; empty in verdicts from before there were rulebooks. */
    readonly rules: string;
    /** SHA-256 of the store's rulebook, and what it calls itself. */
    readonly rulebook: string;
    readonly rulebookName: string;
    readonly rulebookVersion: string;
    /** Day of the review, see `RecordFacts`. */
    readonly reviewedOn: string | null;
  };
  /** What a static review cannot see; shown in every report. */
  readonly limits: Bilingual;
}

import type { CheckName } from '../check.ts';
import type { ClauseId } from '../clause.ts';
import type { ParameterValue, RuleState, Waiver } from '../rulebook.ts';
import type { Severity } from '../severity.ts';
import type { Bilingual } from '../text.ts';
import type { VerdictDecision } from '../verdict.ts';

/** A store, to choose from. */
export interface StoreName {
  readonly id: string;
  readonly name: string;
}

/** One rule as it runs under a store's rulebook, and how it has done lately. */
export interface RuleView {
  readonly id: string;
  readonly check: CheckName;
  readonly title: Bilingual;
  readonly clauses: readonly ClauseId[];
  readonly page: string;
  readonly state: RuleState;
  /** The rule's own ceiling, and the strongest severity under the rulebook. */
  readonly ceiling: Severity;
  readonly strongest: Severity;
  readonly atMost: Severity | null;
  readonly atLeast: Severity | null;
  /** Other than without a rulebook. */
  readonly changed: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly value: ParameterValue;
    readonly default: ParameterValue;
    readonly description: Bilingual;
  }[];
  readonly hits: number;
  readonly judged: number;
  readonly falseAlarms: number;
}

export const WAIVER_STANDINGS = ['holds', 'expires-soon', 'expired', 'not-yet'] as const;
export type WaiverStanding = (typeof WAIVER_STANDINGS)[number];

/** A waiver of the file, as it stands today. */
export interface FileWaiver extends Waiver {
  readonly standing: WaiverStanding;
  /** Days left after today; negative since it ended. */
  readonly daysLeft: number;
  /** Its rule is off or only observed: there is nothing to waive. */
  readonly withoutEffect: boolean;
}

/** What the rulebook page shows of a store. */
export interface RulesView {
  readonly store: StoreName;
  /** Day of the standings, and the period of hits and judgements. */
  readonly asOf: string;
  readonly from: string;
  /** A file of the store, the one for all others, or the program's own. */
  readonly origin: 'own' | 'default' | 'built-in';
  /** Null where there is none at all: submissions wait. `text` is the file as it was written. */
  readonly rulebook: {
    readonly name: string;
    readonly version: string;
    readonly sha256: string;
    readonly otherRules: RuleState;
    readonly text: string;
    /** Of the rulebook with the waivers that reviewers have granted; the same as `sha256` where there are none. */
    readonly inForceSha256: string;
  } | null;
  /** Why the present file is not the one in force. */
  readonly refused: {
    readonly code: string;
    readonly line: number | null;
    readonly reason: Bilingual;
    readonly since: string;
  } | null;
  readonly rules: readonly RuleView[];
  readonly waivers: readonly FileWaiver[];
}

/** One thing that is wrong with a rulebook's text, or worth a word. */
export interface RulebookRemark {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly text: Bilingual;
}

/** What `rulebook check` says of a text. */
export interface RulebookCheck {
  readonly valid: boolean;
  readonly name: string | null;
  readonly version: string | null;
  readonly sha256: string | null;
  readonly faults: readonly RulebookRemark[];
  readonly warnings: readonly RulebookRemark[];
}

/** An app that the tried rulebook would judge otherwise. */
export interface TrialApp {
  readonly submission: string;
  /** Package name; untrusted. */
  readonly app: string;
  readonly from: VerdictDecision;
  readonly to: VerdictDecision;
  readonly findings: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly fingerprint: string;
    readonly from: Severity | 'waived' | 'observed' | 'none';
    readonly to: Severity | 'waived' | 'observed' | 'none';
  }[];
  /** Changed findings that `findings` leaves out. */
  readonly omitted: number;
}

/** What a tried rulebook would change, over the newest decided submission of each app. */
export interface RulebookTrial {
  readonly on: string;
  readonly rulebook: { readonly name: string; readonly version: string; readonly sha256: string };
  readonly against: { readonly name: string; readonly version: string; readonly sha256: string };
  readonly apps: number;
  readonly changed: number;
  /** False where time ran out before all apps were judged, or the store has more apps than the limit. */
  readonly complete: boolean;
  readonly decided: { readonly newlyRejected: number; readonly newlyHeld: number; readonly newlyApproved: number };
  readonly before: Readonly<Record<VerdictDecision, number>>;
  readonly after: Readonly<Record<VerdictDecision, number>>;
  readonly byRule: readonly {
    readonly rule: string;
    readonly apps: Readonly<Record<VerdictDecision, number>>;
    readonly findings: Readonly<Record<string, number>>;
  }[];
  readonly listed: readonly TrialApp[];
  readonly skipped: {
    readonly count: number;
    readonly first: readonly { readonly submission: string; readonly app: string; readonly reason: Bilingual }[];
  };
  readonly warnings: readonly RulebookRemark[];
  readonly seconds: number;
}

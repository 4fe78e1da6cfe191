import type { CheckName } from './check.ts';
import type { ClauseId } from './clause.ts';
import type { Evidence } from './evidence.ts';
import type { CitedBasis } from './legal.ts';
import type { Waiver } from './rulebook.ts';
import type { Severity } from './severity.ts';
import type { Bilingual } from './text.ts';

/** Made by a rule and by nothing else. */
export interface Finding {
  /** The rule's id, equal to its path: `permission/beyond-category`. */
  readonly rule: string;
  readonly check: CheckName;
  /** Which of the rule's messages. */
  readonly message: string;
  /** What it is about (a permission, an SDK id, a policy item): part of the fingerprint. */
  readonly subject: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  /** The message with its data filled in. */
  readonly text: Bilingual;
  readonly remedy: Bilingual;
  readonly clauses: readonly ClauseId[];
  readonly basis: readonly CitedBasis[];
  readonly evidence: readonly Evidence[];
  /** How many more pieces of evidence there were than the list holds; left out when it holds them all. */
  readonly evidenceOmitted?: number;
  /** How many more findings the same rule made and the report left out; only on the last one kept. */
  readonly similarOmitted?: number;
  /**
   * Stable across versions of the same app: SHA-256 over rule, message and subject, 16 hex digits. Evidence does not enter, so
   * that a moved offset is still the same finding.
   */
  readonly fingerprint: string;
}

/** A finding that a waiver of the store's rulebook takes the effect from: recorded, shown, and not counted. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: Pick<Waiver, 'id' | 'reason' | 'by' | 'granted' | 'expires'>;
}

/** A waiver that would have covered a finding of this review and no longer holds (or not yet). */
export interface StaleWaiver {
  readonly waiver: Pick<Waiver, 'id' | 'rule' | 'by' | 'granted' | 'expires'>;
  /** Fingerprint of the finding. */
  readonly finding: string;
}

import type { Evidence } from '../domain/evidence.ts';
import type { Admission, PolicyFacts } from '../domain/facts/policy.ts';
import type { Severity } from '../domain/severity.ts';
import { policyEvidence } from './disclosure.ts';

/** From here on the reader is sure enough of what a sentence says to reject on it. */
export const SURE = 0.8;

/** What the policy's own sentences of one kind amount to. */
export interface Admitted {
  readonly severity: Severity;
  /** The sentence read most surely, shortened, for the message. */
  readonly quote: string;
  /** The same sentence, whole. */
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
}

/** The admissions of a kind as one finding: a rejection where a sentence is sure, else a review; null where there is none. */
export function admitted(policy: PolicyFacts, kind: Admission['kind']): Admitted | null {
  const found = policy.admissions.filter((admission) => admission.kind === kind).sort((a, b) => b.confidence - a.confidence);
  const surest = found[0];
  if (surest === undefined) return null;
  return {
    severity: surest.confidence >= SURE ? 'reject' : 'review',
    quote: quote(inChinesePunctuation(policy.text.slice(...surest.range))),
    sentence: policy.text.slice(...surest.range),
    evidence: policyEvidence(policy, found),
  };
}

/** What an admission amounts to that no law lets reject by itself: a sure one goes to a person, one that may be read otherwise is noted. */
export function atMostReview({ severity }: Admitted): 'review' | 'warn' {
  return severity === 'reject' ? 'review' : 'warn';
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** The reader keeps one width of all signs; behind a Chinese character people write, and expect to be quoted with, the full one. */
export function inChinesePunctuation(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}”’》」)])[,;:!?]/gu, (sign) => FULL_WIDTH[sign]!);
}

/** At most 60 characters of a sentence. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

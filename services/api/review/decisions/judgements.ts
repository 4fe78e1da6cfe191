import type { DecisionKind, FindingJudgement } from '../../../../shared/domain/review/decision.ts';
import type { Verdict } from '../../../../shared/domain/verdict.ts';
import { type FieldError, invalidRequest } from '../../problems/problem.ts';

/**
 * What a decision says of each finding with effect. Who overturns a verdict and names no finding takes all that rejected or held it for
 * false alarms.
 * @throws Problem `invalid-request` for fingerprints that the verdict does not have
 */
export function judgementsOf(
  verdict: Verdict,
  kind: DecisionKind,
  falseAlarms: readonly string[] | undefined,
): FindingJudgement[] {
  const known = new Set(verdict.findings.map((finding) => finding.fingerprint));
  const wrong = (falseAlarms ?? []).flatMap((fingerprint, index): FieldError[] =>
    known.has(fingerprint) ? [] : [{ pointer: `/falseAlarms/${index}`, code: 'unknown-finding', text: UNKNOWN }],
  );
  if (wrong.length > 0) throw invalidRequest(wrong.slice(0, 20));
  const named = new Set(
    falseAlarms ??
      (kind === 'overturn' ? verdict.findings.filter(({ severity }) => severity !== 'warn').map((each) => each.fingerprint) : []),
  );
  return verdict.findings.map(({ fingerprint, rule }) => ({
    fingerprint,
    rule,
    outcome: named.has(fingerprint) ? 'false-alarm' : 'stands',
  }));
}

const UNKNOWN = { zh: '结论中没有这个有效力的问题', en: 'the verdict has no such finding with effect' };

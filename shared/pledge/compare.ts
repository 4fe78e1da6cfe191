import type { Severity } from '../domain/severity.ts';
import type { Verdict, VerdictDecision } from '../domain/verdict.ts';

/** What a finding does to the decision: by its severity, or nothing, because it is waived, only observed or not there. */
export type Effect = Severity | 'waived' | 'observed' | 'none';

/** A finding that has another effect in one verdict than in the other. */
export interface FindingChange {
  readonly rule: string;
  readonly subject: string;
  readonly fingerprint: string;
  readonly from: Effect;
  readonly to: Effect;
}

/** What is other in one of two verdicts over the same facts. */
export interface VerdictChange {
  readonly from: VerdictDecision;
  readonly to: VerdictDecision;
  readonly findings: readonly FindingChange[];
  /** Rules and checks to which a change of the decision is owed, sorted; empty where the decision is the same. */
  readonly causes: readonly string[];
}

const WEIGHT: Readonly<Record<Effect | VerdictDecision, number>> = {
  none: 0,
  observed: 0,
  waived: 0,
  warn: 0,
  approve: 0,
  review: 1,
  reject: 2,
};

/** What changes from one verdict to another over the same facts; null when nothing has another effect. */
export function compareVerdicts(before: Verdict, after: Verdict): VerdictChange | null {
  const left = effectsOf(before);
  const right = effectsOf(after);
  const findings: FindingChange[] = [];
  for (const fingerprint of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(fingerprint), right.get(fingerprint)];
    const { rule, subject } = (one ?? other)!;
    const [from, to] = [one?.effect ?? 'none', other?.effect ?? 'none'];
    if (from !== to) findings.push({ rule, subject, fingerprint, from, to });
  }
  if (findings.length === 0 && before.decision === after.decision) return null;
  findings.sort(inOrder);
  const causes = before.decision === after.decision ? [] : causesOf(before, after, findings);
  return { from: before.decision, to: after.decision, findings, causes };
}

interface Told {
  readonly rule: string;
  readonly subject: string;
  readonly effect: Effect;
}

function effectsOf(verdict: Verdict): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const { fingerprint, rule, subject } of verdict.observed) told.set(fingerprint, { rule, subject, effect: 'observed' });
  for (const { finding } of verdict.waived) {
    told.set(finding.fingerprint, { rule: finding.rule, subject: finding.subject, effect: 'waived' });
  }
  for (const { fingerprint, rule, subject, severity } of verdict.findings)
    told.set(fingerprint, { rule, subject, effect: severity });
  return told;
}

/** Towards a stronger decision what now carries it, towards a weaker one what no longer carries the old one. */
function causesOf(before: Verdict, after: Verdict, findings: readonly FindingChange[]): string[] {
  const stronger = WEIGHT[after.decision] > WEIGHT[before.decision];
  const carries = ({ from, to }: FindingChange) =>
    stronger
      ? WEIGHT[to] === WEIGHT[after.decision] && WEIGHT[from] < WEIGHT[to]
      : WEIGHT[from] === WEIGHT[before.decision] && WEIGHT[to] < WEIGHT[from];
  const causes = new Set(findings.filter(carries).map(({ rule }) => rule));
  // Whatever stayed unknown holds an app, and never rejects it.
  if (before.decision !== 'reject' && after.decision !== 'reject') {
    const [more, less] = stronger ? [after, before] : [before, after];
    const known = new Set(unknownIn(less));
    for (const name of unknownIn(more)) if (!known.has(name)) causes.add(name);
  }
  return [...causes].sort();
}

function unknownIn({ checks }: Verdict): string[] {
  return [...checks.notAssessed.map(({ rule }) => rule), ...checks.missing.map(({ check }) => check)];
}

function inOrder(a: FindingChange, b: FindingChange): number {
  return (
    Math.abs(WEIGHT[b.to] - WEIGHT[b.from]) - Math.abs(WEIGHT[a.to] - WEIGHT[a.from]) ||
    compare(a.rule, b.rule) ||
    compare(a.subject, b.subject) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { SEVERITIES, type Severity } from '../domain/severity.ts';
import { DECISIONS, type Verdict, type VerdictDecision } from '../domain/verdict.ts';
import { compareVerdicts, type Effect, type FindingChange, type VerdictChange } from './compare.ts';

/** What becomes of findings; each change is counted as one of these. */
export const CHANGE_KINDS = [
  'appeared',
  'gone',
  'raised',
  'lowered',
  'newlyWaived',
  'noLongerWaived',
  'nowObserved',
  'noLongerObserved',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What one rule would change, over all apps. */
export interface RuleChanges {
  readonly rule: string;
  /** Apps whose decision changes to this one because of it. */
  readonly apps: Readonly<Record<VerdictDecision, number>>;
  readonly findings: Readonly<Record<ChangeKind, number>>;
}

export interface ChangedApp extends VerdictChange {
  readonly app: string;
}

/** What a new rulebook would change, over many apps. */
export interface ComparisonResult {
  readonly apps: number;
  /** Apps with any change, and those with another decision. */
  readonly changed: number;
  readonly decided: { readonly newlyRejected: number; readonly newlyHeld: number; readonly newlyApproved: number };
  /** How the decisions are before and after, over all apps. */
  readonly before: Readonly<Record<VerdictDecision, number>>;
  readonly after: Readonly<Record<VerdictDecision, number>>;
  readonly findings: Readonly<Record<ChangeKind, number>>;
  readonly byRule: readonly RuleChanges[];
  /** Changed apps, those with another decision first, each kind in the order in which they came; as many as `listed` allows. */
  readonly listed: readonly ChangedApp[];
}

type Counts<Key extends string> = Record<Key, number>;
const zeros = <Key extends string>(keys: readonly Key[]): Counts<Key> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Counts<Key>;

/** Gathers what changes from one rulebook to another, app by app, in memory that does not grow with their number. */
export class Comparison {
  readonly #most: number;
  readonly #before = zeros(DECISIONS);
  readonly #after = zeros(DECISIONS);
  readonly #newly = zeros(DECISIONS);
  readonly #findings = zeros(CHANGE_KINDS);
  readonly #rules = new Map<string, { apps: Counts<VerdictDecision>; findings: Counts<ChangeKind> }>();
  readonly #decided: ChangedApp[] = [];
  readonly #others: ChangedApp[] = [];
  #apps = 0;
  #changed = 0;

  /** @param most apps of each kind that are listed at most */
  constructor(most: number) {
    this.#most = most;
  }

  add(app: string, before: Verdict, after: Verdict): void {
    this.addChange(app, before.decision, after.decision, compareVerdicts(before, after));
  }

  /** The same for verdicts that were compared elsewhere. @param change what `compareVerdicts` says of them */
  addChange(app: string, before: VerdictDecision, after: VerdictDecision, change: VerdictChange | null): void {
    this.#apps += 1;
    this.#before[before] += 1;
    this.#after[after] += 1;
    if (change === null) return;
    this.#changed += 1;
    const moved = change.from !== change.to;
    if (moved) this.#newly[change.to] += 1;
    for (const cause of change.causes) this.#rule(cause).apps[change.to] += 1;
    for (const finding of change.findings) {
      const kind = kindOf(finding);
      this.#findings[kind] += 1;
      this.#rule(finding.rule).findings[kind] += 1;
    }
    const list = moved ? this.#decided : this.#others;
    if (list.length < this.#most) list.push({ app, ...change });
  }

  result(): ComparisonResult {
    const byRule = [...this.#rules].map(([rule, { apps, findings }]) => ({ rule, apps, findings }));
    return {
      apps: this.#apps,
      changed: this.#changed,
      decided: { newlyRejected: this.#newly.reject, newlyHeld: this.#newly.review, newlyApproved: this.#newly.approve },
      before: this.#before,
      after: this.#after,
      findings: this.#findings,
      byRule: byRule.sort((a, b) => (a.rule < b.rule ? -1 : 1)),
      listed: [...this.#decided, ...this.#others].slice(0, this.#most),
    };
  }

  #rule(id: string): { apps: Counts<VerdictDecision>; findings: Counts<ChangeKind> } {
    const known = this.#rules.get(id) ?? { apps: zeros(DECISIONS), findings: zeros(CHANGE_KINDS) };
    this.#rules.set(id, known);
    return known;
  }
}

function kindOf({ from, to }: FindingChange): ChangeKind {
  if (to === 'none') return 'gone';
  if (from === 'none' && isSeverity(to)) return 'appeared';
  if (to === 'waived') return 'newlyWaived';
  if (to === 'observed') return 'nowObserved';
  if (from === 'waived') return 'noLongerWaived';
  if (from === 'observed') return 'noLongerObserved';
  return SEVERITIES.indexOf(to) > SEVERITIES.indexOf(from as Severity) ? 'raised' : 'lowered';
}

function isSeverity(effect: Effect): effect is Severity {
  return SEVERITIES.some((severity) => severity === effect);
}

import type { Finding } from '../../domain/finding.ts';
import type {
  FindingEffect,
  NotCompared,
  StillThere,
  UnclearFinding,
  VersionComparison,
} from '../../domain/review/version-comparison.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type RuleStanding, standingOf, toldOf, type VersionSide } from './side.ts';

interface Told {
  readonly finding: Finding;
  readonly effect: FindingEffect;
}

const OMITTED: Bilingual = {
  zh: '该版本同一规则的问题过多，未全部列出，它可能在未列出的之中',
  en: 'that version has more findings of this rule than were listed; it may be among the others',
};
const LESS_SEEN: Bilingual = {
  zh: '新版本的代码能看到的部分比旧版本少，问题可能只是看不见了',
  en: 'less of the later version’s code could be seen: the finding may only be hidden',
};
const BEFORE: Bilingual = { zh: '旧版本：', en: 'Earlier version: ' };
const AFTER: Bilingual = { zh: '新版本：', en: 'Later version: ' };

/**
 * New, fixed and still there, by fingerprint. A finding that is gone counts as fixed only where its rule judged the later version, and judged
 * all that it judged before.
 */
export function compareFindings(
  before: VersionSide,
  after: VersionSide,
): { readonly findings: VersionComparison['findings']; readonly notCompared: readonly NotCompared[] } {
  const [left, right] = [effectsOf(before.verdict), effectsOf(after.verdict)];
  const fresh: Finding[] = [];
  const fixed: Finding[] = [];
  const still: StillThere[] = [];
  const unclear: UnclearFinding[] = [];
  const reasons = new Map<string, NotCompared>();
  const doubt = ({ finding }: Told, side: UnclearFinding['side'], why: Bilingual) => {
    unclear.push({ finding, side, why });
    const text = side === 'before' ? joined(AFTER, why) : joined(BEFORE, why);
    reasons.set(`${finding.rule} ${text.en}`, { part: 'findings', rule: finding.rule, text });
  };
  const ruleBefore = remembered((rule) => standingOf(before, rule));
  const ruleAfter = remembered((rule) => standingOf(after, rule));
  const [cutBefore, cutAfter] = [rulesCut(before.verdict), rulesCut(after.verdict)];
  const hidden = seenRank(after) < seenRank(before);
  for (const [fingerprint, told] of right) {
    const earlier = left.get(fingerprint);
    const standing = ruleBefore(told.finding.rule);
    if (earlier !== undefined) still.push({ finding: told.finding, before: earlier.effect, after: told.effect });
    else if (cutBefore.has(told.finding.rule)) doubt(told, 'after', OMITTED);
    else if (standing.judged) fresh.push(told.finding);
    else doubt(told, 'after', standing.why);
  }
  for (const [fingerprint, told] of left) {
    if (right.has(fingerprint)) continue;
    const standing = ruleAfter(told.finding.rule);
    if (!standing.judged) doubt(told, 'before', standing.why);
    else if (cutAfter.has(told.finding.rule)) doubt(told, 'before', OMITTED);
    else if (hidden && fromCode(told.finding)) doubt(told, 'before', LESS_SEEN);
    else fixed.push(told.finding);
  }
  return { findings: { new: fresh, fixed, still, unclear }, notCompared: [...reasons.values()] };
}

/** Strongest first, as a verdict lists them; waived and observed ones behind. */
function effectsOf(verdict: Verdict): Map<string, Told> {
  const effects = new Map<string, FindingEffect>();
  for (const { fingerprint } of verdict.observed) effects.set(fingerprint, 'observed');
  for (const { finding } of verdict.waived) effects.set(finding.fingerprint, 'waived');
  for (const { fingerprint, severity } of verdict.findings) effects.set(fingerprint, severity);
  const weight = ({ effect }: Told) => (SEVERITIES as readonly string[]).indexOf(effect);
  return new Map(
    toldOf(verdict)
      .map((finding): Told => ({ finding, effect: effects.get(finding.fingerprint)! }))
      .sort((a, b) => weight(b) - weight(a))
      .map((told) => [told.finding.fingerprint, told]),
  );
}

/** Rules that made more findings than the report holds. */
function rulesCut(verdict: Verdict): ReadonlySet<string> {
  return new Set(toldOf(verdict).flatMap(({ rule, similarOmitted = 0 }) => (similarOmitted > 0 ? [rule] : [])));
}

const COVERAGE_RANK = { none: 0, partial: 1, full: 2 } as const;
const seenRank = ({ verdict }: VersionSide): number => COVERAGE_RANK[verdict.coverage.level];
const fromCode = ({ evidence }: Finding): boolean => evidence.some(({ type }) => type === 'code');
const joined = (a: Bilingual, b: Bilingual): Bilingual => ({ zh: a.zh + b.zh, en: a.en + b.en });

function remembered(of: (rule: string) => RuleStanding): (rule: string) => RuleStanding {
  const known = new Map<string, RuleStanding>();
  return (rule) => {
    const found = known.get(rule) ?? of(rule);
    known.set(rule, found);
    return found;
  };
}

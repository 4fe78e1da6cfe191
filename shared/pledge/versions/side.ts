import type { CheckReport } from '../../domain/check.ts';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { ComparedVersion } from '../../domain/review/version-comparison.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Verdict } from '../../domain/verdict.ts';

/** One of two versions: its verdict and what it was made of. Null facts are no longer kept. */
export interface VersionSide {
  readonly version: ComparedVersion;
  readonly verdict: Verdict;
  readonly reports: readonly CheckReport[];
  readonly package: PackageFacts | null;
  readonly policy: PolicyFacts | null;
  readonly listing: ListingFacts;
  /** The one that its verdict was made by; null where it is not kept. */
  readonly rulebook: Rulebook | null;
}

/** What became of a rule on one side: `judged` it found something or nothing; otherwise why it has nothing to say. */
export type RuleStanding = { readonly judged: true } | { readonly judged: false; readonly why: Bilingual };

const JUDGED: RuleStanding = { judged: true };
const not = (zh: string, en: string): RuleStanding => ({ judged: false, why: { zh, en } });

/** Whether a rule judged this side. A rule of which nothing is said has not: unknown is never innocent. */
export function standingOf({ verdict, reports }: VersionSide, rule: string): RuleStanding {
  const { missing, notAssessed, notObserved = [], off } = verdict.checks;
  const absent = missing.find(({ check }) => rule.startsWith(`${check}/`));
  if (absent !== undefined) return not(`检查未完成：${absent.reason.zh}`, `the check did not complete: ${absent.reason.en}`);
  const lacking = [...notAssessed, ...notObserved].find((each) => each.rule === rule);
  if (lacking !== undefined) {
    const facts = lacking.missing.join(', ');
    return not(`规则未能评估（缺少 ${facts}）`, `the rule could not judge (it lacked ${facts})`);
  }
  if (off.includes(rule)) return not('规则库关闭了该规则', 'the rulebook had switched the rule off');
  if (reports.some(({ notApplicable }) => notApplicable.includes(rule))) {
    return not('规则不适用于该版本', 'the rule does not apply to that version');
  }
  if (reports.some(({ passed, observing }) => passed.includes(rule) || observing?.includes(rule) === true)) return JUDGED;
  if (toldOf(verdict).some((finding) => finding.rule === rule)) return JUDGED;
  return not('该版本审核时没有这条规则的结果', 'there is no result of this rule from that review');
}

/** Every finding of a verdict, whatever its effect. */
export function toldOf({ findings, waived, observed }: Verdict): Verdict['findings'] {
  return [...findings, ...waived.map(({ finding }) => finding), ...observed];
}

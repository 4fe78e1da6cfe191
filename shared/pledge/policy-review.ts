import type { FactsUnderReview } from '../checks/facts-under-review.ts';
import type { Rule } from '../checks/rule.ts';
import { runCheck } from '../checks/run.ts';
import { CHECKS, type NotAssessed } from '../domain/check.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Finding } from '../domain/finding.ts';
import { bySeverity } from '../domain/severity.ts';
import type { Bilingual, Range } from '../domain/text.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { type ChecklistItem, checklistOf } from '../policy/checklist.ts';

/** Places shown for one item. */
const EXCERPTS = 3;
/** Longest excerpt, in UTF-16 code units. */
const EXCERPT = 160;

export interface PolicyReviewItem {
  readonly item: string;
  readonly title: Bilingual;
  /** What a policy has to say of it. */
  readonly asks: Bilingual;
  readonly state: ChecklistItem['state'];
  readonly admissions: ChecklistItem['admissions'];
  /** Best place first: its range in the policy's text, the words there (cut at 160 characters), how sure the reader is. */
  readonly excerpts: readonly { readonly range: Range; readonly text: string; readonly confidence: number }[];
}

/** What a policy says and lacks, for whoever writes one. */
export interface PolicyReview {
  readonly schema: 'policy-review/1';
  readonly source: PolicyFacts['source'];
  readonly reader: string;
  readonly outcome: PolicyFacts['outcome'];
  readonly reason: string | null;
  readonly title: string | null;
  /** Characters of the text. */
  readonly characters: number;
  readonly checklist: readonly PolicyReviewItem[];
  /** Of the rules about policies; with a package also of those that hold the policy against it. Worst first. */
  readonly findings: readonly Finding[];
  /** Rules that would need more than was given. */
  readonly notAssessed: readonly NotAssessed[];
  readonly gaps: PolicyFacts['gaps'];
}

/**
 * The checklist of a policy and what the rules find in it. Without a listing or a package the rules that need them stand aside and are
 * named. Pure: the same facts give the same review.
 */
export function reviewPolicy(
  facts: FactsUnderReview & { readonly policy: PolicyFacts },
  rules: readonly Rule[],
  knowledge: Knowledge,
): PolicyReview {
  const { policy } = facts;
  const about = rules.filter((rule) => rule.id.startsWith('privacy-policy/') || rule.needs.includes('policy'));
  const reports = CHECKS.map((check) => runCheck(check, about, facts, knowledge));
  return {
    schema: 'policy-review/1',
    source: policy.source,
    reader: policy.reader,
    outcome: policy.outcome,
    reason: policy.reason,
    title: policy.title,
    characters: policy.text.length,
    checklist: checklistOf(policy).map((item) => described(item, policy, knowledge)),
    findings: reports.flatMap(({ findings }) => findings).sort((a, b) => bySeverity(a.severity, b.severity)),
    notAssessed: reports.flatMap(({ notAssessed }) => notAssessed),
    gaps: policy.gaps,
  };
}

function described(
  { item, state, places, admissions }: ChecklistItem,
  policy: PolicyFacts,
  knowledge: Knowledge,
): PolicyReviewItem {
  const known = knowledge.policyItems.get(item);
  return {
    item,
    title: known?.title ?? { zh: item, en: item },
    asks: known?.asks ?? { zh: item, en: item },
    state,
    admissions,
    excerpts: places.slice(0, EXCERPTS).map(({ range, confidence }) => ({
      range,
      text: policy.text.slice(range[0], Math.min(range[1], range[0] + EXCERPT)),
      confidence,
    })),
  };
}

import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { checklistOf } from '../policy/checklist.ts';
import type { Report } from './report.ts';

type ReportPolicyItem = Report['policyItems'][number];

/** Longest excerpt of the policy that a report repeats, in UTF-16 code units. */
const EXCERPT = 120;

/**
 * The checklist of what a policy must or must not say, in the order of the knowledge, beside what the reader found in this one. Empty
 * without a policy that was read. Says what is there and not whether the item applies to the app: findings do that.
 */
export function reportPolicyItems(policy: PolicyFacts | null, knowledge: Knowledge): ReportPolicyItem[] {
  if (policy?.outcome !== 'read') return [];
  const found = new Map(policy.provisions.map((provision) => [provision.item, provision]));
  const admitted = new Map(checklistOf(policy).flatMap((item) => (item.state === 'violating' ? [[item.item, item.places]] : [])));
  return [...knowledge.policyItems.values()].map((item): ReportPolicyItem => {
    const provision = found.get(item.id);
    const against = admitted.get(item.id);
    const place = (against ?? provision?.places)?.[0];
    return {
      id: item.id,
      title: item.title,
      clauses: [...item.clauses],
      state: against === undefined ? (provision?.state ?? 'absent') : 'violating',
      range: place === undefined ? null : [place.range[0], place.range[1]],
      excerpt: place === undefined ? null : policy.text.slice(place.range[0], Math.min(place.range[1], place.range[0] + EXCERPT)),
    };
  });
}

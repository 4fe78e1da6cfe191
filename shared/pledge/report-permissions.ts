import { relevanceOf } from '../checks/category-relevance.ts';
import { listedPermission, permissionDisclosure } from '../checks/disclosure.ts';
import { declaredPermissions } from '../checks/permissions.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { DeclaredPermission, PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { findPermission } from '../knowledge/permissions.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Report } from './report.ts';

/** Declarations of one permission that are named at most: two of them are a mistake, thousands an attack. */
const MOST_PLACES = 50;

type ReportPermission = Report['permissions'][number];

/**
 * Every permission that the package declares, by name, beside what the policy and the listing say about it. `maxSdkVersion` is the
 * highest of its declarations, null when one of them has no end.
 */
export function reportPermissions(
  facts: PackageFacts | null,
  policy: PolicyFacts | null,
  listing: ListingFacts,
  knowledge: Knowledge,
): ReportPermission[] {
  const byName = new Map<string, DeclaredPermission[]>();
  for (const declared of facts === null ? [] : declaredPermissions(facts)) {
    const same = byName.get(declared.name);
    if (same === undefined) byName.set(declared.name, [declared]);
    else same.push(declared);
  }
  const category = knowledge.categories.get(listing.app.category);
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, declarations]) => {
      const entry = findPermission(knowledge, name);
      const listed = listedPermission(listing, name, knowledge);
      const ends = declarations.map(({ maxSdkVersion }) => maxSdkVersion ?? null);
      return {
        name,
        group: entry?.group ?? null,
        kind: entry?.kind ?? null,
        maxSdkVersion: ends.includes(null) ? null : highest(ends as number[]),
        places: declarations.slice(0, MOST_PLACES).map(({ place }) => place),
        relevance: entry === null || category === undefined ? null : relevanceOf(category, entry),
        policy: policy?.outcome === 'read' ? permissionDisclosure(policy, name, knowledge).state : 'unread',
        listing: { declared: listed !== null, purpose: listed?.purpose ?? null },
        reason: declarations.find(({ reason }) => reason !== undefined)?.reason ?? null,
        usedScene: usedSceneOf(declarations),
      };
    });
}

function highest(levels: readonly number[]): number {
  return levels.reduce((a, b) => Math.max(a, b), 0);
}

function usedSceneOf(declarations: readonly DeclaredPermission[]): ReportPermission['usedScene'] {
  const scene = declarations.find(({ usedScene }) => usedScene !== undefined)?.usedScene;
  return scene === undefined ? null : { abilities: [...scene.abilities], when: scene.when };
}

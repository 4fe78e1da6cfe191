import { relevanceOf } from '../checks/category-relevance.ts';
import { listedPermission, permissionDisclosure } from '../checks/disclosure.ts';
import { declaredPermissions } from '../checks/permissions.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { DeclaredPermission, PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { findPermission } from '../knowledge/permissions.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Report } from './report.ts';

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
    byName.set(declared.name, [...(byName.get(declared.name) ?? []), declared]);
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
        maxSdkVersion: ends.includes(null) ? null : Math.max(...(ends as number[])),
        places: declarations.map(({ place }) => place),
        relevance: entry === null || category === undefined ? null : relevanceOf(category, entry),
        policy: policy?.outcome === 'read' ? permissionDisclosure(policy, name, knowledge).state : 'unread',
        listing: { declared: listed !== null, purpose: listed?.purpose ?? null },
        reason: declarations.find(({ reason }) => reason !== undefined)?.reason ?? null,
        usedScene: usedSceneOf(declarations),
      };
    });
}

function usedSceneOf(declarations: readonly DeclaredPermission[]): ReportPermission['usedScene'] {
  const scene = declarations.find(({ usedScene }) => usedScene !== undefined)?.usedScene;
  return scene === undefined ? null : { abilities: [...scene.abilities], when: scene.when };
}

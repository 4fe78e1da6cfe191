import type { ApiUse } from '../domain/facts/code.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import { findPermission } from '../knowledge/permissions.ts';
import type { Knowledge, PermissionEntry } from '../knowledge/types.ts';
import { type CodeOwner, codeOwner } from './ownership.ts';
import { groupKey } from './permission-groups.ts';
import { type Arrival, AT_START, arrivals, runsByItself } from './reachability.ts';

/** One call that asks the user for permissions by itself when the app is started. */
export interface AskedAtStart {
  readonly use: ApiUse;
  readonly arrival: Arrival;
  readonly owner: CodeOwner;
  /** Dangerous permissions among its constant arguments that the package declares, each once. */
  readonly asked: readonly PermissionEntry[];
  /** Groups of these as users see them: storage and media are one. */
  readonly groups: ReadonlySet<string>;
}

const found = new WeakMap<PackageFacts, { readonly knowledge: Knowledge; readonly asked: readonly AskedAtStart[] }>();

/**
 * Calls that ask for dangerous permissions and follow from the start of the app by themselves, before or after consent. Left out are
 * base libraries: the arguments of such a wrapper are those of all its callers together, so that they do not tell what one of them asks
 * for. Code of an unknown owner may be one whose name a shrinker has shortened.
 */
export function askedAtStart(facts: PackageFacts, knowledge: Knowledge): readonly AskedAtStart[] {
  const made = found.get(facts);
  if (made?.knowledge === knowledge) return made.asked;
  const declared = new Set(facts.permissions.map(({ name }) => name));
  const asked = facts.code.apiUses
    .filter(({ target }) => knowledge.constants.permissionRequests.has(target))
    .flatMap((use) =>
      arrivals(use, facts.code, AT_START).flatMap((arrival): AskedAtStart[] => {
        if (!runsByItself(arrival.path)) return [];
        const owner = codeOwner(arrival.site.class, facts, knowledge);
        if (owner.kind === 'library') return [];
        const entries = dangerousIn(arrival.site.arguments ?? [], declared, knowledge);
        if (entries.length === 0) return [];
        return [{ use, arrival, owner, asked: entries, groups: new Set(entries.map((entry) => groupKey(entry, knowledge))) }];
      }),
    );
  found.set(facts, { knowledge, asked });
  return asked;
}

/** Asking for notifications is no asking for information; asking for what is not declared shows no dialog. */
function dangerousIn(names: readonly string[], declared: ReadonlySet<string>, knowledge: Knowledge): PermissionEntry[] {
  return [...new Set(names)].flatMap((name) => {
    const entry = findPermission(knowledge, name);
    if (entry === null || !entry.kind.startsWith('dangerous') || !declared.has(name)) return [];
    return name === 'android.permission.POST_NOTIFICATIONS' ? [] : [entry];
  });
}

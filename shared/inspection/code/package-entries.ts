import type { PackageEntry } from '../../domain/facts/third-party.ts';
import { LIMITS } from '../limits.ts';
import type { Program } from './program.ts';
import type { Reachability } from './reach/types.ts';
import type { Territory } from './territory.ts';

/**
 * How entry points first come into the packages that look like a third party's. Where there are too many, those are left out last that
 * share their namespace with neither the launcher nor the application class.
 */
export function findPackageEntries(program: Program, { ofBody, namespaces }: Territory, reach: Reachability): PackageEntry[] {
  const { bodies, methods, types } = program;
  const { of: realm, isOwn, isNamedAsApp, isLibrary } = namespaces;
  const wanted = isNamedAsApp.map((named, index) => Number(named === 0 && isLibrary[index] === 0));
  const ways = reach.waysIn({ ofBody, realm, wanted });
  const kept = new Set([0, 1].flatMap((own) => ways.filter(({ group }) => isOwn[group] === own)).slice(0, LIMITS.packageEntries));
  const entries: PackageEntry[] = [];
  let stepsLeft: number = LIMITS.packageEntrySteps;
  for (const way of ways) {
    const path = kept.has(way) && stepsLeft > 0 ? reach.pathOf(way) : null;
    if (!path) continue;
    stepsLeft -= path.steps.length;
    const method = bodies.method[way.body]!;
    const target = `${types.descriptor(methods.class[method]!)}->${methods.name(method)}`;
    entries.push({ package: way.group, target, path });
  }
  return entries;
}

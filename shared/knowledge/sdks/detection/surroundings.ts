import type { PackageFacts } from '../../../domain/facts/package.ts';
import type { Knowledge } from '../../types.ts';
import { isLibraryName } from './libraries.ts';
import type { PackageOwners } from './traces.ts';
import type { Surroundings } from './weigh.ts';

/** A package name whose last segment a shrinker has made: `a.b.c`, `com.vendor.a`. */
const SHORT_SEGMENT = /(?:^|\.)[a-zA-Z]\w?$/;
/** From so many classes under such names on, code of third parties may be among them. */
const RENAMED_CLASSES = 30;

/** What the app as a whole lets one expect of what was found in it, and of what was not. */
export function surroundingsOf(facts: PackageFacts, knowledge: Knowledge, owners: PackageOwners): Surroundings {
  const isWhole = facts.coverage.level === 'full';
  let mayHide: boolean | undefined;
  return {
    mayHide() {
      mayHide ??= !isWhole || renamedClasses(facts, knowledge, owners) >= RENAMED_CLASSES;
      return mayHide;
    },
    // What could not be read may define them all the same.
    undefinedClasses: new Set(
      isWhole ? (facts.code.declaredClasses ?? []).filter(({ defined }) => !defined).map(({ name }) => name) : [],
    ),
    // The first version of facts had no scripts.
    scriptModules: new Set((facts.scripts ?? []).flatMap(({ modules }) => modules)),
  };
}

function renamedClasses({ code }: PackageFacts, knowledge: Knowledge, owners: PackageOwners): number {
  let renamed = 0;
  for (const [index, { name, classes }] of code.packages.entries()) {
    if (!owners[index] && SHORT_SEGMENT.test(name) && !isLibraryName(name, knowledge)) renamed += classes;
  }
  return renamed;
}

import type { CodeFacts } from '../../domain/facts/code.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import type { Observations } from '../observations.ts';
import { findCrossCalls } from './cross-calls.ts';
import { findDefinitions } from './definitions.ts';
import { tellNamespaces } from './namespaces.ts';
import { packageCallers } from './package-callers.ts';
import { findPackageEntries } from './package-entries.ts';
import type { Packages } from './packages.ts';
import type { Program } from './program.ts';
import type { DeclaredApp, Reachability } from './reach/types.ts';
import { findStartCalls } from './start-calls.ts';
import { Territory } from './territory.ts';

/** What the packages of a program are to each other: who calls into which, how each is started, and how entry points come into it. */
export function describePackages(
  program: Program,
  packages: Packages,
  declared: DeclaredApp,
  { libraryNamespaces }: Pick<Knowledge, 'libraryNamespaces'>,
  reach: Reachability | null,
  observations: Observations,
): Pick<CodeFacts, 'packages' | 'startCalls' | 'packageEntries'> {
  const { list } = packages;
  const territory = new Territory(program, packages, tellNamespaces(list, declared, libraryNamespaces));
  const crossing = findCrossCalls(program, packages, territory.ofBody, findDefinitions(program, observations));
  const callers = packageCallers(program, crossing, territory);
  return {
    packages: list.map((each, index) => ({ ...each, callers: callers[index]! })),
    startCalls: findStartCalls(program, crossing, territory, reach),
    ...(reach ? { packageEntries: findPackageEntries(program, territory, reach) } : {}),
  };
}

import type { CodeFacts } from '../../domain/facts/code.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { Definitions } from './definitions.ts';
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
): Pick<CodeFacts, 'packages' | 'startCalls' | 'packageEntries'> {
  const { list, ofType } = packages;
  const namespaces = tellNamespaces(list, declared, libraryNamespaces);
  const territory = new Territory(program, packages, namespaces);
  const definitions = new Definitions(program);
  const { ofBody } = territory;
  const callers = packageCallers(program, definitions, { ofType, ofBody, count: list.length }, namespaces.isOwn);
  return {
    packages: list.map((each, index) => ({ ...each, callers: callers[index]! })),
    startCalls: findStartCalls(program, definitions, territory, reach),
    ...(reach ? { packageEntries: findPackageEntries(program, territory, reach) } : {}),
  };
}

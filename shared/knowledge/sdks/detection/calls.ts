import type { PackageFacts } from '../../../domain/facts/package.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import { isUnder, ownerOf } from './owner.ts';
import type { PackageOwners } from './traces.ts';

/** Packages that are told of those that call in. */
const MOST = 20;
/** Steps of paths that are looked at; facts hold some thousands. */
const MOST_STEPS = 20_000;

/**
 * By SDK, the packages outside of it that call into it, in the order of the facts: the app's own first. Packages of the same vendor that no
 * entry owns are none: they may well be more of the same SDK. Facts that do not tell who calls whom still hold ways to interesting calls.
 */
export function callersIn(
  facts: PackageFacts,
  knowledge: Knowledge,
  owners: PackageOwners,
): ReadonlyMap<SdkEntry, readonly string[]> {
  const { packages } = facts.code;
  if (!packages.some(({ callers }) => callers !== undefined)) return callersOnWays(facts, knowledge);
  const callers = new Map<SdkEntry, string[]>();
  for (let index = 0; index < packages.length; index++) {
    const { name, callers: from } = packages[index]!;
    const sdk = owners[index];
    if (!sdk || from === undefined) continue;
    for (const caller of from) {
      const callerName = packages[caller]?.name;
      if (callerName === undefined || owners[caller] === sdk) continue;
      if (!owners[caller] && shareNamespace(name, callerName) && !isUnder(callerName, facts.identity.packageName)) continue;
      add(callers, sdk, callerName);
    }
  }
  return callers;
}

function callersOnWays({ code }: PackageFacts, { sdks }: Knowledge): ReadonlyMap<SdkEntry, readonly string[]> {
  const callers = new Map<SdkEntry, string[]>();
  let steps = 0;
  for (const use of code.apiUses) {
    for (const { paths = [] } of use.callers) {
      for (const path of paths) {
        steps += path.steps.length;
        if (steps > MOST_STEPS) return callers;
        let before: SdkEntry | undefined;
        for (const [at, step] of path.steps.entries()) {
          const sdk = ownerOf(step.class, sdks)?.sdk;
          if (at > 0 && sdk !== undefined && sdk !== before) add(callers, sdk, packageOf(path.steps[at - 1]!.class));
          before = sdk;
        }
      }
    }
  }
  return callers;
}

function add(callers: Map<SdkEntry, string[]>, sdk: SdkEntry, name: string): void {
  const known = callers.get(sdk);
  if (known === undefined) callers.set(sdk, [name]);
  else if (known.length < MOST && !known.includes(name)) known.push(name);
}

function packageOf(className: string): string {
  return className.slice(0, Math.max(0, className.lastIndexOf('.')));
}

const DOT = 46;

/** Whether two packages agree in their first two segments. */
function shareNamespace(a: string, b: string): boolean {
  let segments = 0;
  for (let at = 0; at <= Math.max(a.length, b.length); at++) {
    // The end of a name ends its segment too.
    const left = at < a.length ? a.charCodeAt(at) : DOT;
    if (left !== (at < b.length ? b.charCodeAt(at) : DOT)) return false;
    if (left === DOT && ++segments === 2) return true;
  }
  return true;
}

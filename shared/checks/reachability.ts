import { BEFORE_ANY_PAGE } from '../domain/facts/call-paths.ts';
import type { ApiUse, CallPath, CallSite, CodeFacts, EntryKind, EntryPoint } from '../domain/facts/code.ts';

/** A call site with one way by which the system gets there. */
export interface Arrival {
  readonly site: CallSite;
  readonly path: CallPath;
  readonly entry: EntryPoint;
}

/** What runs by starting the app, without anything done by the user. */
export const AT_START: ReadonlySet<EntryKind> = new Set([...BEFORE_ANY_PAGE, 'launcher']);

/** Where the system enters an app that the user is not looking at. */
export const IN_BACKGROUND: ReadonlySet<EntryKind> = new Set(['receiver-boot', 'receiver-connectivity', 'receiver', 'service']);

export { BEFORE_ANY_PAGE, runsByItself } from '../domain/facts/call-paths.ts';
export { ENTRY_NAMES } from '../domain/report/words.ts';

/** The ways from entry points of some kinds to the calls of an API that the facts hold, in the order of the facts. */
export function arrivals({ callers }: ApiUse, { entryPoints = [] }: CodeFacts, kinds: ReadonlySet<EntryKind>): Arrival[] {
  return callers.flatMap((site) =>
    (site.paths ?? []).flatMap((path): Arrival[] => {
      const entry = entryPoints[path.entry];
      return entry !== undefined && kinds.has(entry.kind) ? [{ site, path, entry }] : [];
    }),
  );
}

/** Permissions in the table of APIs that widen what a call returns; without them it still returns something. */
const NOT_REQUIRED: ReadonlySet<string> = new Set([
  'android.permission.QUERY_ALL_PACKAGES',
  'android.permission.GET_TASKS',
  'android.permission.FOREGROUND_SERVICE_MEDIA_PROJECTION',
]);

/** Whether the call can return something in this app: one of the permissions that it needs, if any, is declared. */
export function canReturn({ permissions }: ApiUse, declared: ReadonlySet<string>): boolean {
  return permissions.length === 0 || permissions.some((name) => NOT_REQUIRED.has(name) || declared.has(name));
}

/** Whether some entry point reaches a call of it; true too where no call graph could be made, so that nothing is known. */
export function mayRun({ reachable }: ApiUse): boolean {
  return reachable === undefined || reachable > 0;
}

const byType = new WeakMap<CodeFacts, ReadonlyMap<string, readonly ApiUse[]>>();

/** Calls by the type of personal information that they give away. */
export function usesByType(code: CodeFacts): ReadonlyMap<string, readonly ApiUse[]> {
  const known = byType.get(code);
  if (known !== undefined) return known;
  const uses = new Map<string, ApiUse[]>();
  for (const use of code.apiUses) {
    for (const type of use.piTypes) {
      const list = uses.get(type);
      if (list === undefined) uses.set(type, [use]);
      else list.push(use);
    }
  }
  byType.set(code, uses);
  return uses;
}

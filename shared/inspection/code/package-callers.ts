import { LIMITS } from '../limits.ts';
import type { CrossCalls } from './cross-calls.ts';
import type { Program } from './program.ts';
import type { Territory } from './territory.ts';

/**
 * Which packages call into which: by package, the other packages with a call of a method that it defines, those of the app first, then
 * those with the most calls, at most `LIMITS.packageCallers`.
 */
export function packageCallers({ methods }: Program, { body, meant }: CrossCalls, territory: Territory): number[][] {
  const { ofBody, namespaces, packages } = territory;
  const count = packages.list.length;
  const called = meant.map((method) => packages.ofType[methods.class[method]!]!);
  // The callers of each package behind one another: `callers[start[p] … start[p + 1])`, one for each call.
  const start = new Int32Array(count + 1);
  for (let i = 0; i < called.length; i++) start[called[i]! + 1]! += 1;
  for (let each = 0; each < count; each++) start[each + 1]! += start[each]!;
  const next = start.slice();
  const callers = new Int32Array(called.length);
  for (let i = 0; i < called.length; i++) callers[next[called[i]!]!++] = ofBody[body[i]!]!;
  const times = new Int32Array(count);
  const lists: number[][] = [];
  for (let each = 0; each < count; each++) {
    const different: number[] = [];
    for (let i = start[each]!; i < start[each + 1]!; i++) if (times[callers[i]!]!++ === 0) different.push(callers[i]!);
    different.sort((a, b) => namespaces.isOwn[b]! - namespaces.isOwn[a]! || times[b]! - times[a]! || a - b);
    for (const caller of different) times[caller] = 0;
    lists.push(different.slice(0, LIMITS.packageCallers));
  }
  return lists;
}

import { LIMITS } from '../limits.ts';
import type { Definitions } from './definitions.ts';
import type { Program } from './program.ts';

/**
 * Which packages call into which: by package, the other packages with a call of a method that it defines, preferred ones first, then
 * those with the most calls, at most `LIMITS.packageCallers`.
 * @param ofBody the package of each body, -1 for none
 * @param preferred by package, 1 for those to name first
 */
export function packageCallers(
  program: Program,
  definitions: Definitions,
  { ofType, ofBody, count }: { readonly ofType: Int32Array; readonly ofBody: Int32Array; readonly count: number },
  preferred: Uint8Array,
): number[][] {
  const calls = crossCalls(program, definitions, ofType, ofBody);
  // The callers of each package behind one another: `callers[start[p] … start[p + 1])`, one for each call.
  const start = new Int32Array(count + 1);
  for (let i = 0; i < calls.length; i += 2) start[calls[i]! + 1]! += 1;
  for (let each = 0; each < count; each++) start[each + 1]! += start[each]!;
  const next = start.slice();
  const callers = new Int32Array(calls.length >>> 1);
  for (let i = 0; i < calls.length; i += 2) callers[next[calls[i]!]!++] = calls[i + 1]!;
  const times = new Int32Array(count);
  const lists: number[][] = [];
  for (let each = 0; each < count; each++) {
    const different: number[] = [];
    for (let i = start[each]!; i < start[each + 1]!; i++) if (times[callers[i]!]!++ === 0) different.push(callers[i]!);
    different.sort((a, b) => preferred[b]! - preferred[a]! || times[b]! - times[a]! || a - b);
    for (const caller of different) times[caller] = 0;
    lists.push(different.slice(0, LIMITS.packageCallers));
  }
  return lists;
}

/** Pairs of a package and another one that calls it, one for each call. */
function crossCalls(
  { bodies, calls, methods }: Program,
  definitions: Definitions,
  ofType: Int32Array,
  ofBody: Int32Array,
): Int32Array {
  let pairs = new Int32Array(1 << 12);
  let length = 0;
  for (let body = 0; body < bodies.count; body++) {
    const caller = ofBody[body]!;
    if (caller < 0) continue;
    for (let call = bodies.callStart[body]!; call < bodies.callStart[body + 1]!; call++) {
      const target = calls.target[call]!;
      const meant = target < 0 ? -1 : definitions.of(target);
      const called = meant < 0 ? -1 : ofType[methods.class[meant]!]!;
      if (called < 0 || called === caller) continue;
      if (length === pairs.length) {
        const grown = new Int32Array(length * 2);
        grown.set(pairs);
        pairs = grown;
      }
      pairs[length++] = called;
      pairs[length++] = caller;
    }
  }
  return pairs.subarray(0, length);
}

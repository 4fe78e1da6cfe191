import type { Packages } from './packages.ts';
import type { Program } from './program.ts';

/** Calls of methods that another package defines than the one in which they stand, in file order. */
export interface CrossCalls {
  readonly call: Int32Array;
  /** Of each: the body that holds it, and the defined method that it means. */
  readonly body: Int32Array;
  readonly meant: Int32Array;
}

/**
 * Finds the calls that lead from one package into another.
 * @param ofBody package of each body, -1 for none: its calls are left out
 * @param definitions the defined method that each method means, -1 for none
 */
export function findCrossCalls(program: Program, packages: Packages, ofBody: Int32Array, definitions: Int32Array): CrossCalls {
  const { methods, calls } = program;
  const ofMethod = new Int32Array(methods.count);
  for (let method = 0; method < methods.count; method++) {
    const meant = definitions[method]!;
    ofMethod[method] = meant < 0 ? -1 : packages.ofType[methods.class[meant]!]!;
  }
  let count = 0;
  visitCrossing(program, ofBody, ofMethod, () => {
    count += 1;
  });
  const found = { call: new Int32Array(count), body: new Int32Array(count), meant: new Int32Array(count) };
  let at = 0;
  visitCrossing(program, ofBody, ofMethod, (call, body) => {
    found.call[at] = call;
    found.body[at] = body;
    found.meant[at++] = definitions[calls.target[call]!]!;
  });
  return found;
}

function visitCrossing(
  { bodies: { count, callStart }, calls: { target } }: Program,
  ofBody: Int32Array,
  ofMethod: Int32Array,
  visit: (call: number, body: number) => void,
): void {
  for (let body = 0; body < count; body++) {
    const own = ofBody[body]!;
    if (own < 0) continue;
    for (let call = callStart[body]!; call < callStart[body + 1]!; call++) {
      const method = target[call]!;
      const called = method < 0 ? -1 : ofMethod[method]!;
      if (called >= 0 && called !== own) visit(call, body);
    }
  }
}

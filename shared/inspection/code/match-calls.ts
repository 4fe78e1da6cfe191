import type { CallTargets } from './call-targets.ts';
import { platformParent } from './platform-parents.ts';
import type { Program } from './program.ts';

/** Superclasses walked up from a call's class; longer chains are not made by compilers. */
const MOST_PARENTS = 100;

/**
 * The target that a call of each method means, by method number; -1 for none. A call names a class; where that class is a subclass that
 * the package defines, or one of the platform's that inherits the method, the call means the first class above it that has the target,
 * unless a class in between declares the method itself. Constructors are not inherited.
 */
export function matchMethods(program: Program, targets: CallTargets): Int32Array {
  const matched = new Int32Array(program.methods.count).fill(-1);
  const wanted = new Uint8Array(program.methods.selectorName.length);
  const names = new Map<number, string>();
  for (const name of targets.names) {
    const number = program.methods.findName(name);
    if (number >= 0) names.set(number, name);
  }
  for (let selector = 0; selector < wanted.length; selector++) {
    if (names.has(program.methods.selectorName[selector]!)) wanted[selector] = 1;
  }
  for (let method = 0; method < matched.length; method++) {
    const selector = program.methods.selector[method]!;
    if (wanted[selector] === 1) {
      matched[method] = match(program, targets, method, names.get(program.methods.selectorName[selector]!)!);
    }
  }
  return matched;
}

function match({ types, methods }: Program, targets: CallTargets, method: number, name: string): number {
  const selector = methods.selector[method]!;
  let type = methods.class[method]!;
  let step = 0;
  for (; step < MOST_PARENTS; step++) {
    const target = targets.ofClass(types.descriptor(type))?.get(name);
    if (target !== undefined) return target;
    if (name === '<init>') return -1;
    if (types.defined[type] !== 1) break;
    const own = methods.find(type, selector);
    if (own >= 0 && methods.flags[own]! >= 0) return -1;
    const parent = types.superclass[type]!;
    if (parent < 0) return -1;
    type = parent;
  }
  let parent = platformParent(types.descriptor(type));
  for (; parent !== null && step < MOST_PARENTS; step++) {
    const target = targets.ofClass(parent)?.get(name);
    if (target !== undefined) return target;
    parent = platformParent(parent);
  }
  return -1;
}

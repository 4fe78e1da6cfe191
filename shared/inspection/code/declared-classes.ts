import type { DeclaredClass } from '../../domain/facts/code.ts';
import { LIMITS } from '../limits.ts';
import { descriptorOf, dottedName } from './dotted-name.ts';
import type { Program } from './program.ts';
import type { DeclaredApp } from './reach/types.ts';

const MOST_PARENTS = 32;

/** The classes that the manifest names, in its order, each once: whether they are there, and what they extend. */
export function declaredClasses({ types }: Program, declared: DeclaredApp): DeclaredClass[] {
  const names = [
    declared.applicationClass,
    declared.appComponentFactory,
    ...declared.components.map((component) => component.targetActivity ?? component.name),
  ];
  const known = new Set(names.filter((name): name is string => name !== null && name !== ''));
  let left: number = LIMITS.declaredParents;
  return [...known].slice(0, LIMITS.declaredClasses).map((name) => {
    let type = types.find(descriptorOf(name));
    const defined = type >= 0 && types.defined[type] === 1;
    const superclasses: string[] = [];
    while (type >= 0 && types.defined[type] === 1 && superclasses.length < MOST_PARENTS && left > 0) {
      type = types.superclass[type]!;
      if (type < 0) break;
      superclasses.push(dottedName(types.descriptor(type)));
      left -= 1;
    }
    return { name, defined, superclasses };
  });
}

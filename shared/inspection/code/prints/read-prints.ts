import type { ApiUse } from '../../../domain/facts/code.ts';
import type { PrintFacts } from '../../../domain/facts/third-party.ts';
import { PRINT_SCHEME } from '../../../knowledge/sdks/prints/prints.ts';
import type { Knowledge } from '../../../knowledge/types.ts';
import { LIMITS } from '../../limits.ts';
import type { ProgramFile } from '../build-program.ts';
import { descriptorOf } from '../dotted-name.ts';
import { isLibrary } from '../namespaces.ts';
import type { Packages } from '../packages.ts';
import type { Program } from '../program.ts';
import { ClassShapes } from './class-shape.ts';
import { PlatformCalls } from './platform-calls.ts';
import { PrintLists } from './print-lists.ts';

/** Whose prints are wanted. */
export interface PrintedCode {
  /** By type of the program, the index of its package in `CodeFacts.packages`; -1 for none. */
  readonly ofType: Int32Array;
  /** By package, 1 for those whose prints nobody asks for: libraries that say by their names what they are. */
  readonly passedOver: Uint8Array;
  /** Dotted names of the classes that have prints of their own. */
  readonly classes: readonly string[];
}

/** All packages but those of libraries, and the classes that call what is interesting. */
export function printedCode(packages: Packages, uses: readonly ApiUse[], { libraryNamespaces }: Knowledge): PrintedCode {
  return {
    ofType: packages.ofType,
    passedOver: Uint8Array.from(packages.list, ({ name }) => Number(isLibrary(name, libraryNamespaces))),
    classes: uses.flatMap(({ callers }) => callers.map((caller) => caller.class)),
  };
}

/** Prints of packages and classes; those of resources are not the code's to tell. */
export type CodePrints = Omit<PrintFacts, 'resources'>;

/** Reads what survives renaming from a program and from what the scans of its files took down. */
export function readPrints(
  program: Program,
  files: readonly ProgramFile[],
  places: readonly number[],
  { ofType, passedOver, classes }: PrintedCode,
): CodePrints {
  const names = [...new Set(classes)].slice(0, LIMITS.printedClasses);
  const gathered = new Gathered(program, ofType, passedOver, names);
  for (const [index, place] of places.entries()) {
    const { prints, classes: definitions } = files[place]!.scanned;
    const { types } = program.dexes[index]!;
    for (let definition = 0; definition < definitions.type.length; definition++) {
      const type = types[definitions.type[definition]!] ?? -1;
      for (let i = prints.start[definition]!; i < prints.start[definition + 1]!; i++) gathered.add(type, prints.list[i]! >>> 0);
    }
  }
  const calls = new PlatformCalls(program, LIMITS.printSteps);
  const { bodies, methods } = program;
  for (let body = 0; body < bodies.count; body++) {
    const type = methods.class[bodies.method[body]!]!;
    if (gathered.wants(type)) calls.rowsOf(body, (print) => gathered.add(type, print));
  }
  const shapes = new ClassShapes(program, calls);
  for (let type = 0; type < program.types.count; type++) {
    const shape = gathered.wants(type) ? shapes.of(type) : null;
    if (shape !== null) gathered.add(type, shape);
  }
  return gathered.finish(names);
}

class Gathered {
  readonly #packageOf: Int32Array;
  readonly #classOf: Int32Array;
  readonly #packages: number;
  readonly #ofPackages = new PrintLists();
  readonly #ofClasses = new PrintLists();

  constructor({ types }: Program, ofType: Int32Array, passedOver: Uint8Array, classes: readonly string[]) {
    this.#packages = passedOver.length;
    this.#packageOf = ofType.map((each) => (each >= 0 && passedOver[each] === 1 ? -1 : each));
    this.#classOf = new Int32Array(types.count).fill(-1);
    for (const [number, name] of classes.entries()) {
      const type = types.find(descriptorOf(name));
      if (type >= 0) this.#classOf[type] = number;
    }
  }

  wants(type: number): boolean {
    return type >= 0 && this.#packageOf[type]! >= 0;
  }

  add(type: number, print: number): void {
    if (!this.wants(type)) return;
    this.#ofPackages.add(this.#packageOf[type]!, print);
    if (this.#classOf[type]! >= 0) this.#ofClasses.add(this.#classOf[type]!, print);
  }

  finish(classes: readonly string[]): CodePrints {
    const packages = this.#ofPackages.finish(this.#packages, LIMITS.packagePrints, LIMITS.prints);
    const own = this.#ofClasses.finish(classes.length, LIMITS.classPrints, LIMITS.printsOfClasses);
    return {
      scheme: PRINT_SCHEME,
      packages: packages.map(({ owner, prints }) => ({ package: owner, prints })),
      classes: own.map(({ owner, prints }) => ({ class: classes[owner]!, prints })),
    };
  }
}

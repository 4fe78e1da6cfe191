import { LIMITS } from '../limits.ts';
import { Observations } from '../observations.ts';
import { linkClasses } from './link-classes.ts';
import { type ConstantUses, linkCode } from './link-code.ts';
import type { Program, ProgramDex } from './program.ts';
import { programDex } from './program-dex.ts';
import { noteTooMuchCode } from './scan-gaps.ts';
import type { ScannedDex } from './scanned.ts';
import { Symbols } from './symbols.ts';

/** A scanned file and what is known of it from outside. */
export interface ProgramFile {
  readonly entry: string;
  readonly hidden: boolean;
  readonly scanned: ScannedDex;
}

/** A file that is part of a program, with its numbers there. */
export interface LinkedFile {
  readonly scanned: ScannedDex;
  readonly dex: ProgramDex;
}

/**
 * Makes one program of all DEX files. Where several define the same class the first one counts, as for the platform's class loader; the
 * bodies of the others are there all the same, but nothing leads to them.
 * @param files in loading order, hidden ones last
 * @returns the program, where wanted fields and strings are used, and for each of its `dexes` the place of the file in `files`: one that cannot be taken in is left out with a gap
 */
export function buildProgram(
  files: readonly ProgramFile[],
  observations: Observations = new Observations(),
): { program: Program; places: readonly number[]; uses: ConstantUses } {
  const symbols = new Symbols();
  const linked: LinkedFile[] = [];
  const places: number[] = [];
  const left = {
    methods: LIMITS.dexMethods as number,
    calls: LIMITS.dexCalls as number,
    references: LIMITS.dexReferences as number,
  };
  for (const [place, { entry, hidden, scanned }] of files.entries()) {
    left.methods -= scanned.defined.method.length;
    left.calls -= scanned.calls.target.length;
    left.references -= scanned.types.at.length + scanned.methods.class.length;
    if (left.methods < 0 || left.calls < 0 || left.references < 0) {
      noteTooMuchCode(entry, observations);
      continue;
    }
    try {
      linked.push({ scanned, dex: programDex(scanned, entry, hidden, symbols.add(scanned), symbols) });
      places.push(place);
    } catch (error) {
      observations.failed('code', entry, error);
    }
  }
  const methods = methodLists(symbols);
  const types = linkClasses(symbols, linked, methods);
  const { code, uses } = linkCode(linked, types.shadowed, methods);
  const initialiser = findInitialisers(symbols, methods, types);
  const program: Program = {
    types: {
      count: symbols.types.count,
      descriptor: (type) => symbols.types.text(type),
      find: (descriptor) => symbols.types.find(descriptor),
      ...types,
      initialiser,
    },
    methods: {
      count: symbols.methods.count,
      ...methods,
      selectorCount: symbols.selectors.count,
      name: (method) => symbols.names.text(methods.selectorName[methods.selector[method]!]!),
      prototype: (method) => symbols.prototype(methods.proto[method]!),
      find: (type, selector) => symbols.methods.find(type, selector),
      findName: (name) => symbols.names.find(name),
      findSelector: (name, prototype) => {
        const proto = symbols.findProto(prototype);
        return proto < 0 ? -1 : symbols.selectors.find(symbols.names.find(name), proto);
      },
    },
    protos: { count: symbols.protos.count, parameters: (proto) => symbols.parameters(proto) },
    ...code,
    dexes: linked.map(({ dex }) => dex),
  };
  return { program, places, uses };
}

function methodLists(symbols: Symbols) {
  const { count } = symbols.methods;
  const selector = symbols.methods.second.finish();
  return {
    class: symbols.methods.first.finish(),
    selector,
    proto: selector.map((each) => symbols.selectors.second.array[each]!),
    flags: new Int32Array(count).fill(-1),
    body: new Int32Array(count).fill(-1),
    selectorName: symbols.selectors.first.finish(),
  };
}

function findInitialisers(
  symbols: Symbols,
  methods: ReturnType<typeof methodLists>,
  types: { readonly methodStart: Int32Array; readonly methods: Int32Array },
): Int32Array {
  const initialisers = new Int32Array(symbols.types.count).fill(-1);
  const name = symbols.names.find('<clinit>');
  if (name < 0) return initialisers;
  for (const method of types.methods) {
    if (methods.selectorName[methods.selector[method]!] === name) initialisers[methods.class[method]!] = method;
  }
  return initialisers;
}

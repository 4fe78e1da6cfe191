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

/** Files made one program at once. */
export function buildProgram(files: readonly ProgramFile[], observations: Observations = new Observations()): BuiltProgram {
  const builder = new ProgramBuilder(observations);
  for (const file of files) builder.add(file);
  return builder.finish();
}

/** A program, where wanted fields and strings are used, and for each of its `dexes` the place of the file among those added. */
export interface BuiltProgram {
  readonly program: Program;
  readonly places: readonly number[];
  readonly uses: ConstantUses;
}

/**
 * Makes one program of all DEX files, which are taken in one after the other, while threads may be busy with the next. Where several define the same class the first one counts, as for the platform's class loader; the
 * bodies of the others are there all the same, but nothing leads to them.
 */
export class ProgramBuilder {
  readonly #observations: Observations;
  readonly #symbols = new Symbols();
  readonly #linked: LinkedFile[] = [];
  readonly #places: number[] = [];
  readonly #left = {
    methods: LIMITS.dexMethods as number,
    calls: LIMITS.dexCalls as number,
    references: LIMITS.dexReferences as number,
  };
  #added = 0;

  constructor(observations: Observations) {
    this.#observations = observations;
  }

  /** Takes in the next file, in loading order, hidden ones last. One that cannot be taken in is left out with a gap. */
  add({ entry, hidden, scanned }: ProgramFile): void {
    const place = this.#added++;
    const left = this.#left;
    left.methods -= scanned.defined.method.length;
    left.calls -= scanned.calls.target.length;
    left.references -= scanned.types.at.length + scanned.methods.class.length;
    if (left.methods < 0 || left.calls < 0 || left.references < 0) {
      noteTooMuchCode(entry, this.#observations);
      return;
    }
    try {
      const dex = programDex(scanned, entry, hidden, this.#symbols.add(scanned), this.#symbols);
      this.#linked.push({ scanned, dex });
      this.#places.push(place);
    } catch (error) {
      this.#observations.failed('code', entry, error);
    }
  }

  /** The program of what was added. */
  finish(): BuiltProgram {
    return { ...link(this.#symbols, this.#linked), places: this.#places };
  }
}

function link(symbols: Symbols, linked: readonly LinkedFile[]): Pick<BuiltProgram, 'program' | 'uses'> {
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
    protos: {
      count: symbols.protos.count,
      parameters: (proto) => symbols.parameters(proto),
      returns: (proto) => symbols.returnType(proto),
    },
    ...code,
    dexes: linked.map(({ dex }) => dex),
  };
  return { program, uses };
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
  for (let i = 0; i < types.methods.length; i++) {
    const method = types.methods[i]!;
    if (methods.selectorName[methods.selector[method]!] === name) initialisers[methods.class[method]!] = method;
  }
  return initialisers;
}

import type { LinkedFile } from './build-program.ts';
import { type Growing, ints } from './growing.ts';
import type { Program } from './program.ts';
import { NAMELESS, type Symbols } from './symbols.ts';

/** Lists of the program's methods that the classes' definitions fill. */
interface MethodLists {
  readonly class: Int32Array;
  readonly flags: Int32Array;
}

type TypeLists = Pick<
  Program['types'],
  'defined' | 'flags' | 'superclass' | 'interfaceStart' | 'interfaces' | 'methodStart' | 'methods'
>;

/**
 * Joins the class definitions of all files by type, and sets the flags of the methods that they define.
 * @returns the lists by type, and for each file which of its classes are shadowed by an earlier definition
 */
export function linkClasses(
  symbols: Symbols,
  files: readonly LinkedFile[],
  methods: MethodLists,
): TypeLists & { readonly shadowed: readonly Uint8Array[] } {
  const { count } = symbols.types;
  const defined = new Uint8Array(count);
  const flags = new Int32Array(count);
  const superclass = new Int32Array(count).fill(-1);
  const pairs: InterfacePairs = { type: ints(), parent: ints() };
  const shadowed = files.map((file) => {
    const { classes, defined: own } = file.scanned;
    const { types: typeOf, methods: methodOf } = file.dex;
    const hidden = new Uint8Array(classes.type.length);
    for (let definition = 0; definition < classes.type.length; definition++) {
      const type = typeOf[classes.type[definition]!] ?? NAMELESS;
      if (defined[type] === 1) {
        hidden[definition] = 1;
        continue;
      }
      defined[type] = 1;
      flags[type] = classes.flags[definition]!;
      superclass[type] = typeOf[classes.superclass[definition]!] ?? -1;
      addInterfaces(file, definition, type, pairs);
      for (let i = classes.methodStart[definition]!; i < classes.methodStart[definition + 1]!; i++) {
        const method = methodOf[own.method[i]!]!;
        if (methods.class[method] === type && methods.flags[method]! < 0) methods.flags[method] = own.flags[i]! & 0x7fffffff;
      }
    }
    return hidden;
  });
  const grouped = group(count, pairs.type.finish(), pairs.parent.finish());
  return {
    defined,
    flags,
    superclass,
    interfaceStart: grouped.start,
    interfaces: grouped.list,
    ...ownMethods(count, methods),
    shadowed,
  };
}

interface InterfacePairs {
  readonly type: Growing<Int32Array>;
  readonly parent: Growing<Int32Array>;
}

function addInterfaces({ scanned: { classes }, dex }: LinkedFile, definition: number, type: number, pairs: InterfacePairs): void {
  for (let i = classes.interfaceStart[definition]!; i < classes.interfaceStart[definition + 1]!; i++) {
    const parent = dex.types[classes.interfaces[i]!];
    if (parent === undefined) continue;
    pairs.type.push(type);
    pairs.parent.push(parent);
  }
}

function ownMethods(types: number, methods: MethodLists): { methodStart: Int32Array; methods: Int32Array } {
  const owner = ints();
  const own = ints();
  for (let method = 0; method < methods.flags.length; method++) {
    if (methods.flags[method]! < 0) continue;
    owner.push(methods.class[method]!);
    own.push(method);
  }
  const { start, list } = group(types, owner.finish(), own.finish());
  return { methodStart: start, methods: list };
}

/** Values by their key, in their order: those of key `k` are `list[start[k] … start[k + 1])`. */
function group(keys: number, key: Int32Array, value: Int32Array): { start: Int32Array; list: Int32Array } {
  const start = new Int32Array(keys + 1);
  for (let i = 0; i < key.length; i++) start[key[i]! + 1]! += 1;
  for (let i = 0; i < keys; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const list = new Int32Array(value.length);
  for (let i = 0; i < value.length; i++) list[next[key[i]!]!++] = value[i]!;
  return { start, list };
}

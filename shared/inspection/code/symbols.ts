import { PairTable } from './pair-table.ts';
import type { ScannedDex } from './scanned.ts';
import { TextTable } from './text-table.ts';

/** Numbers of the program for a file's own indices. */
export interface SymbolsOfFile {
  readonly types: Int32Array;
  readonly methods: Int32Array;
  readonly protos: Int32Array;
}

/** Number of the type that stands for every type whose name cannot be read. */
export const NAMELESS = 0;
const ROOT = -1;

/**
 * Types, names, prototypes, selectors and methods of all files, each by number. A prototype is a path in a tree: its return type below
 * the root, then one parameter after the other, so that its number is that of a pair (the path before, a type).
 */
export class Symbols {
  readonly types = new TextTable();
  readonly names = new TextTable();
  readonly protos = new PairTable();
  /** (name, prototype). */
  readonly selectors = new PairTable();
  /** (class, selector). */
  readonly methods = new PairTable();

  constructor() {
    const none = Int32Array.of(0);
    this.types.addAll(new Uint8Array(0), { at: none, length: none, hash: none });
  }

  /** Takes in all that a file names. @throws BrokenBytes `dex-colliding-names` */
  add(file: ScannedDex): SymbolsOfFile {
    const types = this.types.addAll(file.bytes, file.types);
    const names = this.names.addAll(file.bytes, file.names);
    const protos = this.#protos(file, types);
    const count = file.methods.class.length;
    const methods = new Int32Array(count);
    const unknown = this.protos.add(ROOT, NAMELESS);
    for (let method = 0; method < count; method++) {
      const proto = protos[file.methods.proto[method]!] ?? unknown;
      const selector = this.selectors.add(names[file.methods.name[method]!]!, proto);
      methods[method] = this.methods.add(types[file.methods.class[method]!] ?? NAMELESS, selector);
    }
    return { types, methods, protos };
  }

  /** `(Ljava/lang/String;)V` */
  prototype(proto: number): string {
    const parameters = this.parameters(proto).map((type) => this.types.text(type));
    return `(${parameters.join('')})${this.types.text(this.returnType(proto))}`;
  }

  /** Types of the parameters of a prototype, in order. */
  parameters(proto: number): number[] {
    const types: number[] = [];
    let node = proto;
    for (let parent = this.protos.first.array[node]!; parent !== ROOT; parent = this.protos.first.array[node]!) {
      types.push(this.protos.second.array[node]!);
      node = parent;
    }
    return types.reverse();
  }

  /** The return type of a prototype. */
  returnType(proto: number): number {
    let node = proto;
    for (let parent = this.protos.first.array[node]!; parent !== ROOT; parent = this.protos.first.array[node]!) node = parent;
    return this.protos.second.array[node]!;
  }

  /** -1 where no file has it. */
  findProto(prototype: string): number {
    const match = /^\((.*)\)(.+)$/.exec(prototype);
    if (!match) return -1;
    const parameters = match[1]!.match(/\[*(?:L[^;]*;|[A-Z])/g) ?? [];
    let node = ROOT;
    for (const descriptor of [match[2]!, ...parameters]) {
      const type = this.types.find(descriptor);
      node = type < 0 ? -1 : this.protos.find(node, type);
      if (node < 0) return -1;
    }
    return node;
  }

  #protos({ protos: { start, list } }: ScannedDex, types: Int32Array): Int32Array {
    const numbers = new Int32Array(start.length - 1);
    for (let proto = 0; proto < numbers.length; proto++) {
      let node = ROOT;
      for (let i = start[proto]!; i < start[proto + 1]!; i++) node = this.protos.add(node, types[list[i]!] ?? NAMELESS);
      numbers[proto] = node;
    }
    return numbers;
  }
}

import type { Gap } from '../../domain/gap.ts';

/** Places of names in a file's bytes, with a hash of each; a nameless one has length 0. */
export interface Names {
  readonly at: Int32Array;
  readonly length: Int32Array;
  readonly hash: Int32Array;
}

/**
 * One DEX file after its one sweep: everything that is told of it, in the file's own numbers and in typed arrays, so that it can be made
 * in another thread and moved here. `uses` are triples of a defined method's number, an index and an offset in units.
 */
export interface ScannedDex {
  readonly version: string;
  readonly compact: boolean;
  /** Bytes of the whole entry; several files of one container share them. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where strings, types and fields have their tables, and what offsets of strings count from. */
  readonly tables: {
    readonly strings: { readonly count: number; readonly at: number };
    readonly types: { readonly count: number; readonly at: number };
    readonly fields: { readonly count: number; readonly at: number };
    readonly base: number;
    /** Class definitions that the file claims. */
    readonly classes: number;
  };
  readonly types: Names;
  /** Prototypes: `list[start[p] … start[p + 1])` is the return type and then the parameters, as type indices. */
  readonly protos: { readonly start: Int32Array; readonly list: Uint16Array };
  /** Distinct names of methods. */
  readonly names: Names;
  readonly methods: { readonly class: Uint16Array; readonly proto: Uint16Array; readonly name: Int32Array };
  /** Class definitions in file order; a superclass of -1 is none. Defined methods of `c`: `[methodStart[c], methodStart[c + 1])`. */
  readonly classes: {
    readonly type: Int32Array;
    readonly flags: Int32Array;
    readonly superclass: Int32Array;
    readonly interfaceStart: Int32Array;
    readonly interfaces: Uint16Array;
    readonly methodStart: Int32Array;
  };
  /** Defined methods in file order. Length 0: no code. Calls of `m`: `[callStart[m], callStart[m + 1])`; `newStart` likewise. */
  readonly defined: {
    readonly method: Int32Array;
    readonly flags: Int32Array;
    readonly start: Int32Array;
    readonly length: Int32Array;
    /** 1 where its body does more than return or call its parent's (`doesNothing`), or is native. */
    readonly acts: Uint8Array;
    readonly callStart: Int32Array;
    readonly newStart: Int32Array;
  };
  readonly calls: { readonly target: Uint16Array; readonly kind: Uint8Array; readonly offset: Int32Array };
  readonly news: { readonly type: Uint16Array; readonly offset: Int32Array };
  /** Prototype of each call site of `invoke-custom`, by index; -1 where there is none. */
  readonly callSites: Int32Array;
  /** Reads of wanted fields, by field index. */
  readonly fieldUses: Int32Array;
  /** Loads of wanted strings, by string index. */
  readonly stringUses: Int32Array;
  /**
   * Prints of the telling strings that a class definition loads or holds as initial values: those of `c`, each once, are
   * `list[start[c] … start[c + 1])`.
   */
  readonly prints: { readonly start: Int32Array; readonly list: Int32Array };
  /**
   * Strings that are versions, where something is called by a name: fours of one of `VERSION_PLACE`, the type and the string that names
   * the member, and the string that is the version.
   */
  readonly versions: Int32Array;
  /** String indices of texts in Chinese and of what looks like a key. */
  readonly texts: Int32Array;
  readonly keys: Int32Array;
  /** Whether everything was read to its end; what was not is among the gaps. */
  readonly whole: boolean;
}

/**
 * Where a version stands: the value that a field is given, the one that a method answers, or a string by itself that says of what it is
 * the version (its name is then the string again).
 */
export const VERSION_PLACE = { field: 0, method: 1, itself: 2 } as const;

/** What came of one entry: its DEX files, the addresses in its bytes, and what was noticed. */
export interface ScannedEntry {
  readonly bytes: number;
  readonly dexes: readonly ScannedDex[];
  readonly hosts: readonly string[];
  readonly urls: readonly string[];
  readonly gaps: readonly Gap[];
  /** Nothing broke on the way to the last file. */
  readonly whole: boolean;
}

/** What a scan looks for beside calls; plain data, so that it can be sent to a thread. */
export interface ScanWish {
  /** Fields whose reads matter: `Landroid/os/Build;->SERIAL`. */
  readonly fields: readonly string[];
  /** Strings whose loads matter: whole ones, and the beginnings of others. */
  readonly strings: readonly string[];
  readonly prefixes: readonly string[];
}

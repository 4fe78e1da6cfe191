/**
 * All DEX files of an app as one program, in typed arrays: no object an instruction, a method or a class. Types, strings, prototypes and
 * methods of different files that are equal have one number here. Whatever is not there is -1.
 */
export interface Program {
  /** Types: every class, array and primitive type that any file names. */
  readonly types: {
    readonly count: number;
    /** `Lcom/example/Foo;` */
    descriptor(type: number): string;
    /** -1 where no file names it. */
    find(descriptor: string): number;
    /** 1 where a file defines the class. */
    readonly defined: Uint8Array;
    /** Access flags of a defined class (DEX format, "access_flags Definitions"). */
    readonly flags: Int32Array;
    readonly superclass: Int32Array;
    /** Interfaces of type `t`: `interfaces[interfaceStart[t] … interfaceStart[t + 1])`. */
    readonly interfaceStart: Int32Array;
    readonly interfaces: Int32Array;
    /** The `<clinit>` method of a defined class. */
    readonly initialiser: Int32Array;
    /** Defined methods of type `t`, as method numbers: `methods[methodStart[t] … methodStart[t + 1])`. */
    readonly methodStart: Int32Array;
    readonly methods: Int32Array;
  };
  /** Methods: every one that any file refers to, by class, name and prototype. */
  readonly methods: {
    readonly count: number;
    readonly class: Int32Array;
    /** Number of (name, prototype): equal for methods that can override each other. */
    readonly selector: Int32Array;
    name(method: number): string;
    /** `(Ljava/lang/String;)V` */
    prototype(method: number): string;
    /** The method that a class (not its parents) declares for a selector, or refers to; -1 where there is none. */
    find(type: number, selector: number): number;
    /** Access flags of a defined method; -1 where no file defines it. */
    readonly flags: Int32Array;
    /** Number of its body; -1 for abstract, native and undefined methods. */
    readonly body: Int32Array;
    /** Number of (name, prototype) by text; -1 where none. */
    findSelector(name: string, prototype: string): number;
    /** Number of a name by text; -1 where none. Names of selectors: `selectorName[selector]`. */
    findName(name: string): number;
    readonly selectorName: Int32Array;
    /** Selectors are numbered `[0, selectorCount)`. */
    readonly selectorCount: number;
    /** Number of the prototype. */
    readonly proto: Int32Array;
  };
  /** Prototypes, each once. Their parameters are told by type: a text of them may be made so that it cannot be taken apart again. */
  readonly protos: { readonly count: number; parameters(proto: number): readonly number[]; returns(proto: number): number };
  /** Bodies of defined methods. */
  readonly bodies: {
    readonly count: number;
    readonly method: Int32Array;
    /** Index in `dexes` of the file that holds it, and where its instructions are: units of 2 bytes from the file's start. */
    readonly dex: Int32Array;
    readonly start: Int32Array;
    readonly length: Int32Array;
    /** Calls of body `b`, in file order: `[callStart[b], callStart[b + 1])` in the arrays of `calls`. */
    readonly callStart: Int32Array;
    /**
     * Types that it makes with `new-instance`, each once, with the offset of the first; `[newStart[b], newStart[b + 1])` in `news`. Among
     * them are the other classes whose static fields it reads or writes, each once too: these have `~offset`.
     */
    readonly newStart: Int32Array;
  };
  readonly calls: {
    readonly target: Int32Array;
    /** One of `INVOKE`. */
    readonly kind: Uint8Array;
    /** Offset of the instruction in its method, in units. */
    readonly offset: Int32Array;
  };
  readonly news: { readonly type: Int32Array; readonly offset: Int32Array };
  readonly dexes: readonly ProgramDex[];
}

/** One DEX file of a program. */
export interface ProgramDex {
  readonly entry: string;
  readonly units: Uint16Array;
  readonly bytes: Buffer;
  readonly hidden: boolean;
  /** Numbers of the program by the file's own indices, as instructions hold them; -1 for what cannot be read. */
  readonly types: Int32Array;
  readonly methods: Int32Array;
  /** Text of a string of the file; null where there is none or it is too long. */
  string(index: number): string | null;
  /** A field of the file by its index; null where there is none. `class` and `type` are types of the program. */
  field(index: number): { readonly class: number; readonly name: string; readonly type: number } | null;
  /** Type of the functional object that a call site (index of `invoke-custom`) makes; -1 where it makes none. */
  lambdaType(callSite: number): number;
}

export { INVOKE } from '../binary/dex-opcodes.ts';

import type { Dex } from '../binary/dex.ts';
import { type ClassVisitor, walkClasses } from '../binary/dex-classes.ts';
import { type Findings, sweep, type Wanted } from '../binary/dex-sweep.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { type Growing, ints, octets, shorts } from './growing.ts';
import type { ScannedDex } from './scanned.ts';

const NO_INDEX = 0xffffffff;

/** What is left for the DEX files of one entry. */
export interface ScanBudget {
  methods: number;
  calls: number;
  references: number;
}

/** Takes down the class definitions of a file and sweeps each method as the walk comes past it. */
export class ClassScan implements ClassVisitor {
  /** Methods whose instructions were not understood to their end. */
  unclear = 0;
  /** Definitions whose type index leads nowhere. */
  nameless = 0;
  readonly #dex: Dex;
  readonly #entry: string;
  readonly #wanted: Wanted;
  readonly #budget: ScanBudget;
  readonly #type = ints();
  readonly #flags = ints();
  readonly #superclass = ints();
  readonly #interfaceStart = ints();
  readonly #interfaces = shorts();
  readonly #methodStart = ints();
  readonly #method: Growing<Int32Array>;
  readonly #methodFlags = ints();
  readonly #start = ints();
  readonly #length = ints();
  readonly #callStart = ints();
  readonly #newStart = ints();
  readonly #target: Growing<Uint16Array>;
  readonly #kind: Growing<Uint8Array>;
  readonly #offset: Growing<Int32Array>;
  readonly #newType = shorts();
  readonly #newOffset = ints();
  readonly #fieldUses = ints(16);
  readonly #stringUses = ints(16);
  readonly #found: Findings;
  /** By type, twice: the method, plus one, in which it was last made and its static fields last touched; each is noted once a method. */
  readonly #madeIn: Int32Array;
  #own = -1;

  constructor(dex: Dex, entry: string, wanted: Wanted, budget: ScanBudget) {
    this.#budget = budget;
    this.#dex = dex;
    this.#entry = entry;
    this.#wanted = wanted;
    this.#method = ints(dex.methods.count);
    // One call in some twenty bytes is what compilers make; a file that has more makes the lists grow.
    const calls = Math.min(dex.bytes.length >>> 5, 1 << 20);
    this.#target = shorts(calls);
    this.#kind = octets(calls);
    this.#offset = ints(calls);
    this.#madeIn = new Int32Array(dex.types.count * 2);
    const [targets, kinds, offsets] = [this.#target.array, this.#kind.array, this.#offset.array];
    const none = { newTypes: this.#newType.array, newOffsets: this.#newOffset.array, news: 0, fields: [], strings: [] };
    this.#found = { targets, kinds, offsets, calls: 0, ...none };
  }

  /** @returns what the first broken class broke on; null when none did. @throws BrokenBytes `dex-overlap` or `dex-too-much` */
  walk(): BrokenBytes | null {
    return walkClasses(this.#dex, this.#entry, this);
  }

  class(type: number, definition: number): void {
    const dex = this.#dex;
    if (type >= dex.types.count) this.nameless += 1;
    this.#type.push(type < dex.types.count ? type : -1);
    this.#own = type;
    this.#flags.push(dex.classField(definition, 4) | 0);
    const superclass = dex.classField(definition, 8);
    this.#superclass.push(superclass === NO_INDEX || superclass >= dex.types.count ? -1 : superclass);
    this.#interfaceStart.push(this.#interfaces.length);
    const list = dex.classField(definition, 12);
    const interfaces = list === 0 ? null : dex.typeList(list);
    if (interfaces) {
      dex.allowance.spend(interfaces.count * 2, list);
      for (let i = 0; i < interfaces.count; i++) this.#interfaces.push(dex.bytes.readUInt16LE(interfaces.at + i * 2));
    }
    this.#methodStart.push(this.#method.length);
  }

  method(method: number, start: number, length: number, flags: number): void {
    // A method beyond the table has neither class nor name, so that nothing could be said of its calls.
    if (method >= this.#dex.methods.count) {
      this.nameless += 1;
      return;
    }
    if (--this.#budget.methods < 0) throw this.#tooMuch(start);
    this.#method.push(method);
    this.#methodFlags.push(flags);
    this.#start.push(start);
    this.#length.push(length);
    this.#callStart.push(this.#target.length);
    this.#newStart.push(this.#newType.length);
    if (length > LIMITS.dexMethodUnits) this.unclear += 1;
    else if (length > 0) this.#sweep(start, length);
  }

  #sweep(start: number, length: number): void {
    const found = this.#found;
    // No call is shorter than three units, no new-instance than two.
    const most = Math.ceil(length / 3);
    this.#target.reserve(most);
    this.#kind.reserve(most);
    this.#offset.reserve(most);
    const least = this.#newType.length;
    this.#newType.reserve((length + 1) >>> 1);
    this.#newOffset.reserve((length + 1) >>> 1);
    found.targets = this.#target.array;
    found.kinds = this.#kind.array;
    found.offsets = this.#offset.array;
    found.newTypes = this.#newType.array;
    found.newOffsets = this.#newOffset.array;
    found.calls = this.#target.length;
    found.news = least;
    if (!sweep(this.#dex.units, start, length, this.#wanted, found)) this.unclear += 1;
    this.#target.length = found.calls;
    this.#kind.length = found.calls;
    this.#offset.length = found.calls;
    if (found.news > least) this.#keepNews(least, found.news);
    if (found.fields.length > 0) this.#keepUses(found.fields, this.#fieldUses);
    if (found.strings.length > 0) this.#keepUses(found.strings, this.#stringUses);
    this.#budget.calls -= found.calls - this.#callStart.array[this.#callStart.length - 1]!;
    if (this.#budget.calls < 0) throw this.#tooMuch(start);
  }

  #keepNews(from: number, end: number): void {
    const { array: types } = this.#newType;
    const { array: offsets } = this.#newOffset;
    const stamp = this.#method.length;
    let kept = from;
    for (let i = from; i < end; i++) {
      const type = types[i]!;
      const offset = offsets[i]!;
      const touched = offset < 0;
      const slot = type * 2 + (touched ? 1 : 0);
      // Its own class is initialised already when a method runs.
      if (slot >= this.#madeIn.length || this.#madeIn[slot] === stamp || (touched && type === this.#own)) continue;
      this.#madeIn[slot] = stamp;
      types[kept] = type;
      offsets[kept++] = offset;
    }
    this.#newType.length = kept;
    this.#newOffset.length = kept;
  }

  #keepUses(pairs: number[], uses: Growing<Int32Array>): void {
    for (let i = 0; i < pairs.length && uses.length < LIMITS.dexUses * 3; i += 2) {
      uses.push(this.#method.length - 1);
      uses.push(pairs[i]!);
      uses.push(pairs[i + 1]!);
    }
    pairs.length = 0;
  }

  finish(): Pick<ScannedDex, 'classes' | 'defined' | 'calls' | 'news' | 'fieldUses' | 'stringUses'> {
    this.#interfaceStart.push(this.#interfaces.length);
    this.#methodStart.push(this.#method.length);
    this.#callStart.push(this.#target.length);
    this.#newStart.push(this.#newType.length);
    return {
      classes: {
        type: this.#type.finish(),
        flags: this.#flags.finish(),
        superclass: this.#superclass.finish(),
        interfaceStart: this.#interfaceStart.finish(),
        interfaces: this.#interfaces.finish(),
        methodStart: this.#methodStart.finish(),
      },
      defined: {
        method: this.#method.finish(),
        flags: this.#methodFlags.finish(),
        start: this.#start.finish(),
        length: this.#length.finish(),
        callStart: this.#callStart.finish(),
        newStart: this.#newStart.finish(),
      },
      calls: { target: this.#target.finish(), kind: this.#kind.finish(), offset: this.#offset.finish() },
      news: { type: this.#newType.finish(), offset: this.#newOffset.finish() },
      fieldUses: this.#fieldUses.finish(),
      stringUses: this.#stringUses.finish(),
    };
  }

  #tooMuch(at: number): BrokenBytes {
    const what = { zh: '方法或调用的数量超过上限', en: 'more methods or calls than the limit' };
    return new BrokenBytes('dex-too-much', `DEX ${this.#entry}`, at * 2, what);
  }
}

import type { Dex } from '../binary/dex.ts';
import { type ClassVisitor, walkClasses } from '../binary/dex-classes.ts';
import { type Findings, sweep, type Wanted } from '../binary/dex-sweep.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { ClassStrings } from './class-strings.ts';
import { doesNothing } from './empty-bodies.ts';
import type { Growing } from './growing.ts';
import type { ScanLists } from './scan-lists.ts';
import type { ScannedDex } from './scanned.ts';

const NO_INDEX = 0xffffffff;
/** DEX format, "access_flags Definitions". */
const NATIVE = 0x100;

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
  readonly #lists: ScanLists;
  readonly #found: Findings;
  /** By type, twice: the method, plus one, in which it was last made and its static fields last touched; each is noted once a method. */
  readonly #madeIn: Int32Array;
  readonly #strings: ClassStrings;
  #own = -1;
  #superclass = -1;

  /** @param lists are filled; nothing of them is kept beyond `finish` */
  constructor(dex: Dex, entry: string, wanted: Wanted, budget: ScanBudget, lists: ScanLists) {
    this.#budget = budget;
    this.#dex = dex;
    this.#entry = entry;
    this.#wanted = wanted;
    this.#lists = lists.reset();
    this.#madeIn = new Int32Array(dex.types.count * 2);
    this.#strings = new ClassStrings(dex, wanted.strings, lists);
    const [targets, kinds, offsets] = [lists.targets.array, lists.kinds.array, lists.offsets.array];
    const none = { newTypes: lists.newTypes.array, newOffsets: lists.newOffsets.array, news: 0, fields: [], strings: [] };
    this.#found = { targets, kinds, offsets, calls: 0, ...none };
  }

  /** @returns what the first broken class broke on; null when none did. @throws BrokenBytes `dex-overlap` or `dex-too-much` */
  walk(): BrokenBytes | null {
    return walkClasses(this.#dex, this.#entry, this);
  }

  class(type: number, definition: number): void {
    const dex = this.#dex;
    if (type >= dex.types.count) this.nameless += 1;
    this.#lists.types.push(type < dex.types.count ? type : -1);
    this.#own = type;
    this.#lists.flags.push(dex.classField(definition, 4) | 0);
    const superclass = dex.classField(definition, 8);
    this.#superclass = superclass === NO_INDEX || superclass >= dex.types.count ? -1 : superclass;
    this.#lists.superclasses.push(this.#superclass);
    this.#lists.interfaceStart.push(this.#lists.interfaces.length);
    const list = dex.classField(definition, 12);
    const interfaces = list === 0 ? null : dex.typeList(list);
    if (interfaces) {
      dex.allowance.spend(interfaces.count * 2, list);
      for (let i = 0; i < interfaces.count; i++) this.#lists.interfaces.push(dex.bytes.readUInt16LE(interfaces.at + i * 2));
    }
    this.#lists.methodStart.push(this.#lists.methods.length);
    this.#strings.class(type, definition);
  }

  method(method: number, start: number, length: number, flags: number): void {
    // A method beyond the table has neither class nor name, so that nothing could be said of its calls.
    if (method >= this.#dex.methods.count) {
      this.nameless += 1;
      return;
    }
    if (--this.#budget.methods < 0) throw this.#tooMuch(start);
    this.#lists.methods.push(method);
    this.#lists.methodFlags.push(flags);
    this.#lists.start.push(start);
    this.#lists.length.push(length);
    const place = { method, own: this.#own, superclass: this.#superclass };
    const acts = length > 0 ? !doesNothing(this.#dex, place, start, length) : (flags & NATIVE) !== 0;
    this.#lists.acts.push(Number(acts));
    this.#lists.callStart.push(this.#lists.targets.length);
    this.#lists.newStart.push(this.#lists.newTypes.length);
    if (length > LIMITS.dexMethodUnits) this.unclear += 1;
    else if (length > 0) this.#sweep(start, length);
  }

  #sweep(start: number, length: number): void {
    const found = this.#found;
    // No call is shorter than three units, no new-instance than two.
    const most = Math.ceil(length / 3);
    this.#lists.targets.reserve(most);
    this.#lists.kinds.reserve(most);
    this.#lists.offsets.reserve(most);
    const least = this.#lists.newTypes.length;
    this.#lists.newTypes.reserve((length + 1) >>> 1);
    this.#lists.newOffsets.reserve((length + 1) >>> 1);
    found.targets = this.#lists.targets.array;
    found.kinds = this.#lists.kinds.array;
    found.offsets = this.#lists.offsets.array;
    found.newTypes = this.#lists.newTypes.array;
    found.newOffsets = this.#lists.newOffsets.array;
    found.calls = this.#lists.targets.length;
    found.news = least;
    if (!sweep(this.#dex.units, start, length, this.#wanted, found)) this.unclear += 1;
    this.#lists.targets.length = found.calls;
    this.#lists.kinds.length = found.calls;
    this.#lists.offsets.length = found.calls;
    if (found.news > least) this.#keepNews(least, found.news);
    if (found.fields.length > 0) this.#keepUses(found.fields, this.#lists.fieldUses);
    if (found.strings.length > 0) {
      this.#strings.loads(found.strings, this.#lists.methods.length - 1, start, length);
      found.strings.length = 0;
    }
    this.#budget.calls -= found.calls - this.#lists.callStart.array[this.#lists.callStart.length - 1]!;
    if (this.#budget.calls < 0) throw this.#tooMuch(start);
  }

  #keepNews(from: number, end: number): void {
    const { array: types } = this.#lists.newTypes;
    const { array: offsets } = this.#lists.newOffsets;
    const stamp = this.#lists.methods.length;
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
    this.#lists.newTypes.length = kept;
    this.#lists.newOffsets.length = kept;
  }

  #keepUses(pairs: number[], uses: Growing<Int32Array>): void {
    for (let i = 0; i < pairs.length && uses.length < LIMITS.dexUses * 3; i += 2) {
      uses.push(this.#lists.methods.length - 1);
      uses.push(pairs[i]!);
      uses.push(pairs[i + 1]!);
    }
    pairs.length = 0;
  }

  finish(): Pick<ScannedDex, 'classes' | 'defined' | 'calls' | 'news' | 'fieldUses' | 'stringUses' | 'prints' | 'versions'> {
    this.#lists.interfaceStart.push(this.#lists.interfaces.length);
    this.#lists.methodStart.push(this.#lists.methods.length);
    this.#lists.callStart.push(this.#lists.targets.length);
    this.#lists.newStart.push(this.#lists.newTypes.length);
    this.#lists.printStart.push(this.#lists.prints.length);
    return {
      classes: {
        type: this.#lists.types.finish(),
        flags: this.#lists.flags.finish(),
        superclass: this.#lists.superclasses.finish(),
        interfaceStart: this.#lists.interfaceStart.finish(),
        interfaces: this.#lists.interfaces.finish(),
        methodStart: this.#lists.methodStart.finish(),
      },
      defined: {
        method: this.#lists.methods.finish(),
        flags: this.#lists.methodFlags.finish(),
        start: this.#lists.start.finish(),
        length: this.#lists.length.finish(),
        acts: this.#lists.acts.finish(),
        callStart: this.#lists.callStart.finish(),
        newStart: this.#lists.newStart.finish(),
      },
      calls: { target: this.#lists.targets.finish(), kind: this.#lists.kinds.finish(), offset: this.#lists.offsets.finish() },
      news: { type: this.#lists.newTypes.finish(), offset: this.#lists.newOffsets.finish() },
      fieldUses: this.#lists.fieldUses.finish(),
      stringUses: this.#lists.stringUses.finish(),
      prints: { start: this.#lists.printStart.finish(), list: this.#lists.prints.finish() },
      versions: this.#lists.versions.finish(),
    };
  }

  #tooMuch(at: number): BrokenBytes {
    const what = { zh: '方法或调用的数量超过上限', en: 'more methods or calls than the limit' };
    return new BrokenBytes('dex-too-much', `DEX ${this.#entry}`, at * 2, what);
  }
}

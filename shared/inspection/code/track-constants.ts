import { ACTION, ACTIONS, OPCODE_UNITS } from '../binary/dex-opcodes.ts';
import { payloadUnits } from '../binary/dex-sweep.ts';
import { branchTargets, FROM_ANYWHERE, NO_JUMP } from './branch-targets.ts';
import type { CallTarget } from './call-targets.ts';
import { type Constant, MOST_ITEMS } from './constant.ts';
import { dottedName } from './dotted-name.ts';
import { EFFECT, EFFECTS } from './opcode-effects.ts';
import type { Program, ProgramDex } from './program.ts';

/** What the tracker asks of the program around it. */
export interface TrackerWorld {
  readonly program: Program;
  /** The target that a call of a method means, or null. */
  target(method: number): CallTarget | null;
  /** The constant that a field holds, by index of the file; undefined where none is known. */
  field(dex: ProgramDex, index: number): Constant | undefined;
  /** Told of what is put into fields of objects' types; undefined for what is not known. */
  put?(dex: ProgramDex, index: number, value: Constant | undefined): void;
}

/** Receives the arguments of each call of a target: by register, undefined where nothing is known. */
export type CallVisitor = (offset: number, target: CallTarget, values: readonly (Constant | undefined)[]) => void;

/** Lists that are filled one by one: what is in them is known as of arrays. */
const LISTS: ReadonlySet<string> = new Set(
  ['ArrayList', 'LinkedList', 'HashSet', 'LinkedHashSet'].map((name) => `java.util.${name}`),
);
/** Registers that are looked at where ways meet; methods with more forget all of them. */
const MOST_HELD = 128;

/**
 * Follows constants through the registers of one method, from its first instruction to its last. Where control may come from elsewhere
 * only what was set before the first jump that leads there is known, so that what is told holds on every way.
 */
export class ConstantTracker {
  readonly #world: TrackerWorld;
  /** A register is known when its stamp is the current one, so that forgetting all of them takes one step. */
  readonly #values: (Constant | undefined)[] = [];
  readonly #stamps = new Int32Array(0x10001);
  #now = 0;
  /** Where each register was set, and those that were since all were forgotten. */
  readonly #places = new Int32Array(0x10001);
  #held: number[] = [];
  #place = 0;
  /** The instruction in front leads nowhere but away. */
  #isCut = false;
  #answer: Constant | undefined;

  constructor(world: TrackerWorld) {
    this.#world = world;
  }

  /** Visits the calls of a body's targets in file order. */
  follow(body: number, visit: CallVisitor): void {
    const { bodies, dexes } = this.#world.program;
    const dex = dexes[bodies.dex[body]!]!;
    const { units } = dex;
    const start = bodies.start[body]!;
    const length = bodies.length[body]!;
    const end = start + length;
    const sources = branchTargets(units, start, length);
    this.#forget();
    for (let at = start; at < end; ) {
      this.#place = at - start;
      this.#arrive(sources[this.#place]!);
      const unit = units[at]!;
      const opcode = unit & 0xff;
      if (opcode === 0 && unit !== 0) {
        at += payloadUnits(units, unit, at, end);
        continue;
      }
      const size = OPCODE_UNITS[opcode]!;
      if (at + size > end) return;
      if (ACTION[opcode] === ACTIONS.invoke) this.#call(dex, at, unit, at - start, visit);
      else this.#step(dex, at, unit, opcode);
      at += size;
    }
  }

  #step(dex: ProgramDex, at: number, unit: number, opcode: number): void {
    const { units } = dex;
    const wide = unit >>> 8;
    const narrow = wide & 0x0f;
    const index = units[at + 1] ?? 0;
    switch (opcode) {
      case 0x07: // move-object
        this.#set(narrow, this.#get(unit >>> 12));
        return;
      case 0x08: // move-object/from16
        this.#set(wide, this.#get(index));
        return;
      case 0x09: // move-object/16
        this.#set(index, this.#get(units[at + 2]!));
        return;
      case 0x0c: // move-result-object
        this.#set(wide, this.#answer);
        return;
      case 0x12: // const/4
        this.#set(narrow, (unit << 16) >> 28);
        return;
      case 0x13: // const/16
        this.#set(wide, (index << 16) >> 16);
        return;
      case 0x14: // const
        this.#set(wide, index | (units[at + 2]! << 16));
        return;
      case 0x1a: // const-string
        this.#set(wide, dex.string(index) ?? undefined);
        return;
      case 0x1b: // const-string/jumbo
        this.#set(wide, dex.string(index + units[at + 2]! * 0x10000) ?? undefined);
        return;
      case 0x1c: // const-class
        this.#set(wide, { kind: 'class', name: this.#className(dex, index) });
        return;
      case 0x1f: // check-cast
        return;
      case 0x22: // new-instance
        this.#set(wide, LISTS.has(this.#className(dex, index)) ? { kind: 'array', items: [] } : undefined);
        return;
      case 0x23: // new-array
        this.#set(narrow, { kind: 'array', items: [] });
        return;
      case 0x24: // filled-new-array
      case 0x25: // filled-new-array/range
        this.#answer = { kind: 'array', items: this.#arguments(units, at, opcode === 0x25).filter((each) => each !== undefined) };
        return;
      case 0x4d: // aput-object
        this.#put(wide, index & 0xff, index >>> 8);
        return;
      case 0x54: // iget-object
        this.#set(narrow, this.#world.field(dex, index));
        return;
      case 0x5b: // iput-object
        this.#world.put?.(dex, index, this.#get(narrow));
        return;
      case 0x62: // sget-object
        this.#set(wide, this.#world.field(dex, index));
        return;
      case 0x69: // sput-object
        this.#world.put?.(dex, index, this.#get(wide));
        return;
    }
    this.#overwrite(opcode, narrow, wide, index);
    // Behind a goto, return or throw, control can only come from elsewhere.
    this.#isCut = (opcode >= 0x28 && opcode <= 0x2a) || (opcode >= 0x0e && opcode <= 0x11) || opcode === 0x27;
  }

  #call(dex: ProgramDex, at: number, unit: number, offset: number, visit: CallVisitor): void {
    this.#answer = undefined;
    const method = dex.methods[dex.units[at + 1]!];
    const target = method === undefined ? null : this.#world.target(method);
    if (!target) return;
    const values = this.#arguments(dex.units, at, (unit & 0xff) >= 0x74 && (unit & 0xff) !== 0xfa);
    visit(offset, target, values);
    if (target.answer === 'item') fill(values[0], values[values.length - 1]);
    this.#answer = answerOf(target, values);
  }

  /** Registers of `{vC, vD, vE, vF, vG}` (format 35c) or `{vCCCC .. vNNNN}` (3rc), as far as they may matter. */
  #arguments(units: Uint16Array, at: number, range: boolean): (Constant | undefined)[] {
    const unit = units[at]!;
    const third = units[at + 2]!;
    if (range) return Array.from({ length: Math.min(unit >>> 8, MOST_ITEMS) }, (_, i) => this.#get(third + i));
    const values: (Constant | undefined)[] = [];
    for (let i = 0; i < Math.min(unit >>> 12, 5); i++) {
      values.push(this.#get(i === 4 ? (unit >>> 8) & 0x0f : (third >>> (i * 4)) & 0x0f));
    }
    return values;
  }

  #put(value: number, array: number, place: number): void {
    // Where in the array it goes matters to nobody; an item that is written over stays in the list.
    if (typeof (this.#get(place) ?? 0) === 'number') fill(this.#get(array), this.#get(value));
  }

  #overwrite(opcode: number, narrow: number, wide: number, index: number): void {
    const effect = EFFECT[opcode]!;
    if (effect === EFFECTS.none) return;
    const is4 = effect === EFFECTS.writes4 || effect === EFFECTS.writesWide4;
    const is8 = effect === EFFECTS.writes8 || effect === EFFECTS.writesWide8;
    const register = is4 ? narrow : is8 ? wide : index;
    this.#set(register, undefined);
    if (effect >= EFFECTS.writesWide4) this.#set(register + 1, undefined);
  }

  #className(dex: ProgramDex, type: number): string {
    return dottedName(this.#world.program.types.descriptor(dex.types[type] ?? 0));
  }

  #get(register: number): Constant | undefined {
    return this.#stamps[register] === this.#now ? this.#values[register] : undefined;
  }

  #set(register: number, value: Constant | undefined): void {
    if (this.#stamps[register] !== this.#now && this.#held.length <= MOST_HELD) this.#held.push(register);
    this.#stamps[register] = this.#now;
    this.#places[register] = this.#place;
    this.#values[register] = value;
  }

  /** @param source the first jump that leads here; what was set behind it is not known on its way */
  #arrive(source: number): void {
    const isCut = this.#isCut;
    this.#isCut = false;
    if (source === NO_JUMP) {
      if (isCut) this.#forget();
      return;
    }
    this.#answer = undefined;
    if (source === FROM_ANYWHERE || this.#held.length > MOST_HELD) {
      this.#forget();
      return;
    }
    this.#held = this.#held.filter((register) => {
      const holds = this.#places[register]! < source;
      if (!holds) this.#stamps[register] = 0;
      return holds;
    });
  }

  #forget(): void {
    this.#held.length = 0;
    this.#isCut = false;
    this.#now += 1;
    this.#answer = undefined;
  }
}

/** Puts an item into a list, where both are known. */
function fill(list: Constant | undefined, item: Constant | undefined): void {
  if (typeof list !== 'object' || list.kind !== 'array' || item === undefined || item === list) return;
  if (list.items.length < MOST_ITEMS) list.items.push(item);
}

function answerOf({ answer }: CallTarget, values: readonly (Constant | undefined)[]): Constant | undefined {
  if (answer === 'first')
    return values.find((value) => typeof value === 'string' || (typeof value === 'object' && value.kind === 'array'));
  const name = values.find((value) => typeof value === 'string');
  if (answer === null || answer === 'item' || typeof name !== 'string') return undefined;
  if (answer === 'class') return { kind: 'class', name: name.replaceAll('/', '.') };
  const owner = values.find((value) => typeof value === 'object' && value.kind === 'class');
  return { kind: 'method', owner: typeof owner === 'object' && owner.kind === 'class' ? owner.name : '', name };
}

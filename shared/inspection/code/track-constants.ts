import { ACTION, ACTIONS, OPCODE_UNITS } from '../binary/dex-opcodes.ts';
import { payloadUnits } from '../binary/dex-sweep.ts';
import { branchTargets, FROM_ANYWHERE, NO_JUMP } from './branch-targets.ts';
import type { CallTarget } from './call-targets.ts';
import { type Constant, MOST_ITEMS } from './constant.ts';
import { dottedName } from './dotted-name.ts';
import { EFFECT, EFFECTS } from './opcode-effects.ts';
import type { Program, ProgramDex } from './program.ts';
import { HELD, Registers } from './registers.ts';

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
const LISTS: readonly string[] = ['ArrayList', 'LinkedList', 'HashSet', 'LinkedHashSet'].map((name) => `Ljava/util/${name};`);

/**
 * Follows constants through the registers of one method, from its first instruction to its last. Where control may come from elsewhere
 * only what was set before the first jump that leads there is known, so that what is told holds on every way.
 */
export class ConstantTracker {
  readonly #world: TrackerWorld;
  readonly #lists: ReadonlySet<number>;
  readonly #registers = new Registers((kind, index) => this.#lookUp(kind, index));
  /** The file whose indices the registers hold. */
  #dex: ProgramDex | null = null;
  #sources = new Int32Array(1 << 12);
  /** The instruction in front leads nowhere but away. */
  #isCut = false;
  #answer: Constant | undefined;

  constructor(world: TrackerWorld) {
    this.#world = world;
    this.#lists = new Set(LISTS.map((each) => world.program.types.find(each)).filter((type) => type >= 0));
  }

  /**
   * Visits the calls of a body's targets in file order.
   * @param last offset of the last call that is of interest
   */
  follow(body: number, visit: CallVisitor, last = Number.MAX_SAFE_INTEGER): void {
    const { bodies, dexes } = this.#world.program;
    const dex = dexes[bodies.dex[body]!]!;
    const { units } = dex;
    const start = bodies.start[body]!;
    const length = bodies.length[body]!;
    const end = start + length;
    if (this.#sources.length < length) this.#sources = new Int32Array(length * 2);
    const sources = branchTargets(units, start, length, this.#sources);
    this.#dex = dex;
    const registers = this.#registers;
    this.#forget();
    for (let at = start; at < end; ) {
      const place = at - start;
      if (place > last) return;
      const source = sources[place]!;
      if (source !== NO_JUMP || this.#isCut) this.#arrive(source);
      const unit = units[at]!;
      const opcode = unit & 0xff;
      if (opcode === 0 && unit !== 0) {
        at += payloadUnits(units, unit, at, end);
        continue;
      }
      const size = OPCODE_UNITS[opcode]!;
      if (at + size > end) return;
      registers.place = place;
      if (ACTION[opcode] === ACTIONS.invoke) this.#call(dex, at, unit, place, visit);
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
      case 0x01: // move
      case 0x07: // move-object
        this.#registers.move(narrow, unit >>> 12);
        return;
      case 0x02: // move/from16
      case 0x08: // move-object/from16
        this.#registers.move(wide, index);
        return;
      case 0x03: // move/16
      case 0x09: // move-object/16
        this.#registers.move(index, units[at + 2]!);
        return;
      case 0x0c: // move-result-object
        this.#registers.set(wide, this.#answer);
        return;
      case 0x12: // const/4
        this.#registers.set(narrow, (unit << 16) >> 28);
        return;
      case 0x13: // const/16
        this.#registers.set(wide, (index << 16) >> 16);
        return;
      case 0x14: // const
        this.#registers.set(wide, index | (units[at + 2]! << 16));
        return;
      case 0x1a: // const-string
        this.#registers.hold(wide, HELD.string, index);
        return;
      case 0x1b: // const-string/jumbo
        this.#registers.hold(wide, HELD.string, index + units[at + 2]! * 0x10000);
        return;
      case 0x1c: // const-class
        this.#registers.hold(wide, HELD.type, index);
        return;
      case 0x1f: // check-cast
        return;
      case 0x22: // new-instance
        this.#registers.set(wide, this.#lists.has(dex.types[index] ?? 0) ? { kind: 'array', items: [] } : undefined);
        return;
      case 0x23: // new-array
        this.#registers.set(narrow, { kind: 'array', items: [] });
        return;
      case 0x24: // filled-new-array
      case 0x25: // filled-new-array/range
        this.#answer = { kind: 'array', items: this.#arguments(units, at, opcode === 0x25).filter((each) => each !== undefined) };
        return;
      case 0x4d: // aput-object
        this.#put(wide, index & 0xff, index >>> 8);
        return;
      case 0x54: // iget-object
        this.#load(narrow, dex, index);
        return;
      case 0x5b: // iput-object
        this.#world.put?.(dex, index, this.#registers.get(narrow));
        return;
      case 0x62: // sget-object
        this.#load(wide, dex, index);
        return;
      case 0x69: // sput-object
        this.#world.put?.(dex, index, this.#registers.get(wide));
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
    if (range) return Array.from({ length: Math.min(unit >>> 8, MOST_ITEMS) }, (_, i) => this.#registers.get(third + i));
    const values: (Constant | undefined)[] = [];
    for (let i = 0; i < Math.min(unit >>> 12, 5); i++) {
      values.push(this.#registers.get(i === 4 ? (unit >>> 8) & 0x0f : (third >>> (i * 4)) & 0x0f));
    }
    return values;
  }

  #put(value: number, array: number, place: number): void {
    // Where in the array it goes matters to nobody; an item that is written over stays in the list.
    if (typeof (this.#registers.get(place) ?? 0) === 'number') fill(this.#registers.get(array), this.#registers.get(value));
  }

  #overwrite(opcode: number, narrow: number, wide: number, index: number): void {
    const effect = EFFECT[opcode]!;
    if (effect === EFFECTS.none) return;
    const is4 = effect === EFFECTS.writes4 || effect === EFFECTS.writesWide4;
    const is8 = effect === EFFECTS.writes8 || effect === EFFECTS.writesWide8;
    const register = is4 ? narrow : is8 ? wide : index;
    this.#registers.set(register, undefined);
    if (effect >= EFFECTS.writesWide4) this.#registers.set(register + 1, undefined);
  }

  #lookUp(kind: number, index: number): Constant | undefined {
    const dex = this.#dex!;
    if (kind === HELD.string) return dex.string(index) ?? undefined;
    if (kind === HELD.field) return this.#world.field(dex, index);
    return { kind: 'class', name: dottedName(this.#world.program.types.descriptor(dex.types[index] ?? 0)) };
  }

  #load(register: number, dex: ProgramDex, field: number): void {
    // Where fields are being put, what one holds changes on the way.
    if (this.#world.put) this.#registers.set(register, this.#world.field(dex, field));
    else this.#registers.hold(register, HELD.field, field);
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
    if (source === FROM_ANYWHERE) this.#registers.forget();
    else this.#registers.keepBefore(source);
  }

  #forget(): void {
    this.#isCut = false;
    this.#answer = undefined;
    this.#registers.forget();
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

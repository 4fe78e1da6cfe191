import { OPCODE_UNITS } from '../../binary/dex-opcodes.ts';
import { payloadUnits } from '../../binary/dex-sweep.ts';
import type { Program, ProgramDex } from '../program.ts';
import type { Effort } from './effort.ts';
import { firstRegister, movedRegister, OP, signed16, WRITES } from './instructions.ts';
import { handlersOf } from './try-blocks.ts';

const COMPACT_MAGIC = 'cdex';
/** Blocks gone back through to find what a register holds. */
const MOST_BLOCKS_BACK = 12;

interface Block {
  /** Offsets of its instructions. */
  readonly instructions: number[];
  readonly next: number[];
  readonly before: number[];
}

/** One side of a branch that must be taken. */
export interface Condition {
  /** Offset of the branch. */
  readonly offset: number;
  readonly taken: boolean;
}

/** The instructions of one method as blocks, with what leads from one to the other. All offsets are in units from the method's start. */
export class MethodCode {
  readonly dex: ProgramDex;
  readonly units: Uint16Array;
  readonly start: number;
  readonly #blocks: Block[] = [];
  /** By offset: the block that holds it; -1 where no instruction begins. */
  readonly #blockOf: Int32Array;
  readonly #effort: Effort;

  constructor(program: Program, body: number, effort: Effort) {
    const { bodies, dexes } = program;
    this.dex = dexes[bodies.dex[body]!]!;
    this.units = this.dex.units;
    this.start = bodies.start[body]!;
    this.#effort = effort;
    const length = bodies.length[body]!;
    this.#blockOf = new Int32Array(length).fill(-1);
    this.#build(length);
  }

  /** The conditional branches, and their sides, that every way from the method's start to the instruction takes; the last one first. */
  conditionsOf(offset: number): readonly Condition[] {
    const target = this.#blockOf[offset] ?? -1;
    if (target < 0) return [];
    const way = this.#way(target);
    const conditions: Condition[] = [];
    for (let i = way.length - 2; i >= 0; i--) {
      const block = this.#blocks[way[i]!]!;
      const branch = block.instructions[block.instructions.length - 1]!;
      const opcode = this.opcode(branch);
      if (opcode < OP.ifEq || opcode > OP.ifLez) continue;
      const taken = way[i + 1] === this.#blockOf[branch + this.#jump(branch, opcode)];
      const not = way[i + 1] === this.#blockOf[branch + OPCODE_UNITS[opcode]!];
      if (taken !== not && !this.#reaches(target, way[i]!, way[i + 1]!)) conditions.push({ offset: branch, taken });
    }
    return conditions;
  }

  /**
   * The instruction that gave the register the value that it has at the offset, moves followed: for a call's result the call itself.
   * -1 where several ways lead there, or where the value came in as an argument.
   */
  definitionOf(register: number, offset: number): number {
    let block = this.#blockOf[offset] ?? -1;
    let wanted = register;
    for (let back = 0; block >= 0 && back < MOST_BLOCKS_BACK; back++) {
      const { instructions, before } = this.#blocks[block]!;
      for (let i = instructions.length - 1; i >= 0; i--) {
        const at = instructions[i]!;
        if (back === 0 && at >= offset) continue;
        this.#effort.spend(1);
        const opcode = this.opcode(at);
        if (WRITES[opcode] !== 1 || firstRegister(this.units, this.start + at) !== wanted || opcode === OP.checkCast) continue;
        if (opcode >= OP.move && opcode <= OP.moveObject16) wanted = movedRegister(this.units, this.start + at);
        else if (opcode < OP.moveResult || opcode > OP.moveResultObject) return at;
        else return i > 0 ? instructions[i - 1]! : -1;
      }
      block = before.length === 1 ? before[0]! : -1;
    }
    return -1;
  }

  /**
   * Where ways meet before the offset, and each brings a constant 0 or 1 in the register (`a && b` that was kept): the last instruction
   * of the only one that brings the value. -1 where that is not how it is.
   */
  onlyWayWith(register: number, offset: number, value: boolean): number {
    const { instructions, before } = this.#blocks[this.#blockOf[offset] ?? -1] ?? { instructions: [], before: [] };
    if (before.length < 2 || instructions.some((at) => at < offset && this.#writes(at, register))) return -1;
    let only = -1;
    for (const block of before) {
      const last = this.#blocks[block]!.instructions.at(-1)!;
      const given = this.#writes(last, register) ? last : this.definitionOf(register, last);
      const number = given < 0 ? null : this.smallConstant(given);
      if (number === null) return -1;
      if ((number !== 0) !== value) continue;
      if (only >= 0) return -1;
      only = last;
    }
    return only;
  }

  /** The number that a `const/4` or `const/16` loads; null for any other instruction. */
  smallConstant(offset: number): number | null {
    const unit = this.units[this.start + offset]!;
    if ((unit & 0xff) === OP.const4) return (unit << 16) >> 28;
    return (unit & 0xff) === OP.const16 ? signed16(this.units[this.start + offset + 1]!) : null;
  }

  #writes(offset: number, register: number): boolean {
    return WRITES[this.opcode(offset)] === 1 && firstRegister(this.units, this.start + offset) === register;
  }

  opcode(offset: number): number {
    return this.units[this.start + offset]! & 0xff;
  }

  /** Offsets of all instructions, block by block in file order. */
  *instructions(): Generator<number> {
    for (const { instructions } of this.#blocks) yield* instructions;
  }

  #build(length: number): void {
    const leaders = new Uint8Array(length + 1);
    const offsets: number[] = [];
    leaders[0] = 1;
    const handlers =
      this.dex.bytes.toString('latin1', 0, 4) === COMPACT_MAGIC ? [] : handlersOf(this.dex.bytes, this.start, length);
    for (const { from, to, handler } of handlers) for (const at of [from, to, handler]) leaders[at] = 1;
    for (let at = 0; at < length; ) {
      const unit = this.units[this.start + at]!;
      if ((unit & 0xff) === 0 && unit !== 0) {
        at += payloadUnits(this.units, unit, this.start + at, this.start + length);
        continue;
      }
      offsets.push(at);
      const next = at + OPCODE_UNITS[unit & 0xff]!;
      const targets = this.#targets(at, length);
      for (const target of targets) leaders[target] = 1;
      if ((targets.length > 0 || this.#ends(unit & 0xff)) && next <= length) leaders[next] = 1;
      at = next;
    }
    this.#effort.spend(offsets.length);
    for (const at of offsets) {
      if (leaders[at] === 1 || this.#blocks.length === 0) this.#blocks.push({ instructions: [], next: [], before: [] });
      this.#blocks[this.#blocks.length - 1]!.instructions.push(at);
      this.#blockOf[at] = this.#blocks.length - 1;
    }
    for (const [index, block] of this.#blocks.entries()) {
      const last = block.instructions[block.instructions.length - 1]!;
      for (const target of this.#targets(last, length)) this.#join(index, this.#blockOf[target]!);
      if (!this.#ends(this.opcode(last))) this.#join(index, this.#blockOf[last + OPCODE_UNITS[this.opcode(last)]!] ?? -1);
    }
    for (const { from, to, handler } of handlers) {
      this.#effort.spend(to - from);
      for (let at = from; at < to; at++) {
        const block = this.#blockOf[at]!;
        if (block >= 0 && this.#blocks[block]!.instructions[0] === at) this.#join(block, this.#blockOf[handler] ?? -1);
      }
    }
  }

  #join(from: number, to: number): void {
    if (to < 0 || this.#blocks[from]!.next.includes(to)) return;
    this.#effort.spend(1);
    this.#blocks[from]!.next.push(to);
    this.#blocks[to]!.before.push(from);
  }

  /** Control does not go on behind the instruction. */
  #ends(opcode: number): boolean {
    return (opcode >= OP.returnVoid && opcode <= OP.returnObject) || (opcode >= OP.throw && opcode <= OP.goto32);
  }

  /** Where the instruction may jump to. */
  #targets(at: number, length: number): readonly number[] {
    const opcode = this.opcode(at);
    if (opcode === OP.packedSwitch || opcode === OP.sparseSwitch) return this.#switchTargets(at, opcode, length);
    const isBranch = (opcode >= OP.goto && opcode <= OP.goto32) || (opcode >= OP.ifEq && opcode <= OP.ifLez);
    const target = isBranch ? at + this.#jump(at, opcode) : -1;
    return target >= 0 && target < length ? [target] : [];
  }

  #jump(at: number, opcode: number): number {
    const { units, start } = this;
    if (opcode === OP.goto) return (units[start + at]! << 16) >> 24;
    if (opcode === OP.goto32) return units[start + at + 1]! | (units[start + at + 2]! << 16);
    return signed16(units[start + at + 1]!);
  }

  /** `packed-switch-payload` and `sparse-switch-payload`: the count, then first key or keys, then jumps from the instruction. */
  #switchTargets(at: number, opcode: number, length: number): readonly number[] {
    const { units, start } = this;
    const payload = at + (units[start + at + 1]! | (units[start + at + 2]! << 16));
    if (payload < 0 || payload + 2 > length) return [];
    const count = units[start + payload + 1]!;
    const jumps = payload + (opcode === OP.packedSwitch ? 4 : 2 + count * 2);
    const targets: number[] = [];
    for (let i = 0; i < count && jumps + i * 2 + 1 < length; i++) {
      const target = at + (units[start + jumps + i * 2]! | (units[start + jumps + i * 2 + 1]! << 16));
      if (target >= 0 && target < length) targets.push(target);
    }
    return targets;
  }

  /** Blocks of a shortest way from the start to a block; empty where there is none. */
  #way(target: number): number[] {
    const from = new Int32Array(this.#blocks.length).fill(-1);
    const queue = [0];
    from[0] = 0;
    for (let i = 0; i < queue.length && from[target] === -1; i++) {
      for (const next of this.#blocks[queue[i]!]!.next) {
        this.#effort.spend(1);
        if (from[next] !== -1) continue;
        from[next] = queue[i]!;
        queue.push(next);
      }
    }
    if (from[target] === -1) return [];
    const way = [target];
    for (let block = target; block !== 0; block = from[block]!) way.push(from[block]!);
    return way.reverse();
  }

  /** Whether the block can be reached without going from one given block to another. */
  #reaches(target: number, without: number, to: number): boolean {
    const seen = new Uint8Array(this.#blocks.length);
    const stack = [0];
    seen[0] = 1;
    for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
      if (block === target) return true;
      for (const next of this.#blocks[block]!.next) {
        this.#effort.spend(1);
        if (seen[next] === 1 || (block === without && next === to)) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    return false;
  }
}

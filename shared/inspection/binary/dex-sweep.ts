import { ACTION, ACTIONS, INVOKE_KIND, OPCODE_UNITS } from './dex-opcodes.ts';

/** Pseudo-instructions that hold data (Dalvik bytecode, "packed-switch-payload" and following), as their whole first unit. */
const PAYLOAD = { packedSwitch: 0x0100, sparseSwitch: 0x0200, fillArray: 0x0300 } as const;

/** Uses of fields and strings noted of one method, two numbers each: a method of usual length cannot have more. */
const MOST_USES = 1 << 16;

/** Where a sweep writes what it finds. There is room in the arrays for as much as a method of the given length can hold. */
export interface Findings {
  /** Called methods by index, the kind of each call, and its offset in units from the method's start. */
  targets: Uint16Array;
  kinds: Uint8Array;
  offsets: Int32Array;
  calls: number;
  /** Types made by `new-instance`, and those whose static fields are touched: these with `~offset`. */
  newTypes: Uint16Array;
  newOffsets: Int32Array;
  news: number;
  /** Pairs of an index and an offset: reads of wanted fields, loads of wanted strings. */
  fields: number[];
  strings: number[];
}

/** What a sweep is told: which fields (1) and strings (not 0) are wanted, by index, and which method each call site of `invoke-custom` runs, or -1. */
export interface Wanted {
  readonly fields: Uint8Array;
  readonly strings: Uint8Array;
  readonly callSites: Int32Array;
  readonly methods: number;
  /** By field index, the class that has the field. */
  readonly owners: Uint16Array;
}

/**
 * Steps through one method's instructions in file order, once, and notes calls, new objects, and uses of wanted fields and strings.
 * @param units the DEX file as 16-bit units; the code is `[start, start + length)` in it
 * @returns whether the last instruction ends where the code ends; `false` means that it was not understood to its end
 */
export function sweep(units: Uint16Array, start: number, length: number, wanted: Wanted, found: Findings): boolean {
  const end = start + length;
  const { targets, kinds, offsets, newTypes, newOffsets } = found;
  let { calls, news } = found;
  let at = start;
  while (at < end) {
    const unit = units[at]!;
    const opcode = unit & 0xff;
    const action = ACTION[opcode]!;
    if (action !== ACTIONS.none && at + 1 < end) {
      const index = units[at + 1]!;
      if (action === ACTIONS.invoke) {
        if (index < wanted.methods) {
          targets[calls] = index;
          kinds[calls] = INVOKE_KIND[opcode]!;
          offsets[calls++] = at - start;
        }
      } else if (action === ACTIONS.newInstance) {
        newTypes[news] = index;
        newOffsets[news++] = at - start;
      } else if (action === ACTIONS.string) {
        if (wanted.strings[index]! > 0 && found.strings.length < MOST_USES) found.strings.push(index, at - start);
      } else if (action === ACTIONS.field || action === ACTIONS.staticField) {
        if (index < wanted.owners.length) {
          newTypes[news] = wanted.owners[index]!;
          newOffsets[news++] = ~(at - start);
        }
        if (action === ACTIONS.field && wanted.fields[index] === 1 && found.fields.length < MOST_USES)
          found.fields.push(index, at - start);
      } else if (action === ACTIONS.jumboString) {
        const wide = index + (units[at + 2] ?? 0) * 0x10000;
        if (wanted.strings[wide]! > 0 && found.strings.length < MOST_USES) found.strings.push(wide, at - start);
      } else if (index < wanted.callSites.length && wanted.callSites[index]! >= 0) {
        targets[calls] = wanted.callSites[index]!;
        kinds[calls] = INVOKE_KIND[opcode]!;
        offsets[calls++] = at - start;
      }
    } else if (opcode === 0 && unit !== 0) {
      at += payloadUnits(units, unit, at, end);
      continue;
    }
    at += OPCODE_UNITS[opcode]!;
  }
  found.calls = calls;
  found.news = news;
  return at === end;
}

/** Units of a payload; one that cannot be read whole reaches beyond the end. */
export function payloadUnits(units: Uint16Array, unit: number, at: number, end: number): number {
  if (unit === PAYLOAD.packedSwitch || unit === PAYLOAD.sparseSwitch) {
    if (at + 2 > end) return end - at + 1;
    return unit === PAYLOAD.packedSwitch ? units[at + 1]! * 2 + 4 : units[at + 1]! * 4 + 2;
  }
  if (unit === PAYLOAD.fillArray) {
    if (at + 4 > end) return end - at + 1;
    const count = units[at + 2]! + units[at + 3]! * 0x10000;
    return 4 + Math.ceil((count * units[at + 1]!) / 2);
  }
  return 1;
}

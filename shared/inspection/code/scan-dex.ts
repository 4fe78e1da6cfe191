import { type Dex, openDexFiles } from '../binary/dex.ts';
import { readCallSites } from '../binary/dex-call-sites.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { Observations } from '../observations.ts';
import { collectAddresses } from './addresses.ts';
import { ints, shorts } from './growing.ts';
import { ClassScan, type ScanBudget } from './scan-classes.ts';
import { noteNameless, noteUnclear } from './scan-gaps.ts';
import { ScanLists } from './scan-lists.ts';
import { NameList } from './scan-names.ts';
import { findString, markStrings } from './scan-strings.ts';
import type { ScannedDex, ScannedEntry, ScanWish } from './scanned.ts';

/** A method has at most 255 registers of arguments (Dalvik bytecode, "invoke-kind/range"), so no prototype has more parameters. */
const MOST_PARAMETERS = 255;
/** Parameters of a prototype on average at most; real ones have some three. */
const MOST_SHARED = 32;

/**
 * Sweeps all DEX files of one entry, once. Needs nothing but the bytes, so that it can run in any thread.
 * @param lists room that is used again where many entries are scanned
 * @param bytes at an even place in memory their buffer is used as it is
 */
export function scanEntry(bytes: Buffer<ArrayBuffer>, entry: string, wish: ScanWish, lists = new ScanLists()): ScannedEntry {
  const observations = new Observations();
  const addresses = collectAddresses(bytes);
  const budget: ScanBudget = { methods: LIMITS.dexMethods, calls: LIMITS.dexCalls, references: LIMITS.dexReferences };
  const dexes: ScannedDex[] = [];
  let whole = true;
  try {
    for (const dex of openDexFiles(bytes, entry)) {
      if (dexes.length >= LIMITS.dexFiles) break;
      const scanned = scanDex(dex, entry, wish, budget, lists, observations);
      dexes.push(scanned);
      whole &&= scanned.whole;
    }
  } catch (error) {
    observations.failed('code', entry, error);
    whole = false;
  }
  return { bytes: bytes.length, dexes, ...addresses, gaps: observations.gaps, whole };
}

function scanDex(
  dex: Dex,
  entry: string,
  wish: ScanWish,
  budget: ScanBudget,
  lists: ScanLists,
  observations: Observations,
): ScannedDex {
  budget.references -= dex.types.count + dex.methods.count + dex.protos.count;
  if (budget.references < 0) {
    const what = { zh: '类型和方法的引用数量超过上限', en: 'more references to types and methods than the limit' };
    throw new BrokenBytes('dex-too-much', `DEX ${entry}`, dex.header, what);
  }
  const types = new NameList(dex, dex.types.count);
  for (let type = 0; type < dex.types.count; type++) types.add(dex.typeString(type));
  const { names, methods } = scanMethods(dex);
  const strings = markStrings(dex, wish);
  const callSites = readCallSites(dex);
  const wanted = {
    fields: wantedFields(dex, wish),
    owners: fieldOwners(dex),
    strings: strings.marks,
    callSites: callSites.methods,
  };
  const scan = new ClassScan(dex, entry, { ...wanted, methods: dex.methods.count }, budget, lists);
  const problems = [dex.broken, walk(scan)].filter((problem) => problem !== null);
  for (const problem of problems) observations.failed('code', entry, problem);
  const nameless = types.nameless + names.nameless + scan.nameless;
  if (nameless > 0) noteNameless(entry, nameless, observations);
  if (scan.unclear > 0) noteUnclear(entry, scan.unclear, observations);
  return {
    version: dex.version,
    compact: dex.compact,
    bytes: dex.bytes as Uint8Array<ArrayBuffer>,
    tables: { strings: dex.strings, types: dex.types, fields: dex.fields, base: dex.base, classes: dex.classes.count },
    types: types.finish(),
    protos: scanProtos(dex),
    names: names.finish(),
    methods,
    ...scan.finish(),
    callSites: callSites.protos,
    texts: strings.texts,
    keys: strings.keys,
    whole: problems.length === 0 && nameless + scan.unclear === 0,
  };
}

/** What was taken down before the walk broke counts; the definitions behind that place are lost. */
function walk(scan: ClassScan): BrokenBytes | null {
  try {
    return scan.walk();
  } catch (error) {
    if (error instanceof BrokenBytes) return error;
    throw error;
  }
}

function scanMethods(dex: Dex) {
  const { count } = dex.methods;
  const names = new NameList(dex, count >>> 1);
  const methods = { class: new Uint16Array(count), proto: new Uint16Array(count), name: new Int32Array(count) };
  const known = new Int32Array(dex.strings.count).fill(-1);
  for (let method = 0; method < count; method++) {
    methods.class[method] = dex.methodClass(method);
    methods.proto[method] = dex.methodProto(method);
    const string = dex.methodString(method);
    let name = string < known.length ? known[string]! : -1;
    if (name < 0) {
      name = names.count;
      names.add(string);
      if (string < known.length) known[string] = name;
    }
    methods.name[method] = name;
  }
  return { names, methods };
}

/** `proto_id_item` (DEX format): shorty, return type, offset of the parameters' type list. */
function scanProtos(dex: Dex): ScannedDex['protos'] {
  const { bytes, protos } = dex;
  const start = ints(protos.count + 1);
  const list = shorts(protos.count * 3);
  // Many prototypes may share one list; beyond this they are told apart by their return types alone.
  let left = Math.max(MOST_PARAMETERS, protos.count) * MOST_SHARED;
  for (let proto = 0; proto < protos.count; proto++) {
    const at = protos.at + proto * 12;
    start.push(list.length);
    list.push(bytes.readUInt32LE(at + 4));
    const offset = bytes.readUInt32LE(at + 8);
    const parameters = offset === 0 || left <= 0 ? null : dex.typeList(offset);
    if (!parameters || parameters.count > MOST_PARAMETERS) continue;
    left -= parameters.count;
    for (let i = 0; i < parameters.count; i++) list.push(bytes.readUInt16LE(parameters.at + i * 2));
  }
  start.push(list.length);
  return { start: start.finish(), list: list.finish() };
}

/** By field index, the class that has the field. `field_id_item` (DEX format) begins with it. */
function fieldOwners({ bytes, fields }: Dex): Uint16Array {
  const owners = new Uint16Array(Math.min(fields.count, 0x10000));
  for (let field = 0; field < owners.length; field++) owners[field] = bytes.readUInt16LE(fields.at + field * 8);
  return owners;
}

/** By field index, 1 for the fields asked for. `field_id_item` (DEX format): class, type, name. */
function wantedFields(dex: Dex, wish: ScanWish): Uint8Array {
  const { bytes, fields } = dex;
  const wanted = new Uint8Array(Math.min(fields.count, 0x10000));
  const names = wantedOwners(dex, wish);
  for (let field = 0; field < wanted.length; field++) {
    const at = fields.at + field * 8;
    const known = names[bytes.readUInt16LE(at)];
    if (known?.includes(dex.string(bytes.readUInt32LE(at + 4)) ?? '')) wanted[field] = 1;
  }
  return wanted;
}

/** By type index, the names of the fields that are wanted of it. */
function wantedOwners(dex: Dex, wish: ScanWish): (string[] | undefined)[] {
  const byString = new Map<number, string[]>();
  for (const field of wish.fields) {
    const cut = field.indexOf('->');
    const owner = findString(dex, field.slice(0, cut));
    if (owner >= 0) byString.set(owner, [...(byString.get(owner) ?? []), field.slice(cut + 2)]);
  }
  const owners = new Array<string[] | undefined>(dex.types.count).fill(undefined);
  if (byString.size === 0) return owners;
  for (let type = 0; type < owners.length; type++) owners[type] = byString.get(dex.typeString(type));
  return owners;
}

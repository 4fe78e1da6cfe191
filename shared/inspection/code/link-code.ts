import type { LinkedFile } from './build-program.ts';
import { ints } from './growing.ts';
import type { Program } from './program.ts';

/** Where wanted fields and strings are used. */
export interface ConstantUses {
  /** Triples: the body, the field's index in the body's file, the offset of the read in units. */
  readonly fields: Int32Array;
  /** By body, 1 where it loads a wanted string or reads a wanted field. */
  readonly loadsWanted: Uint8Array;
}

/**
 * Puts the bodies of all files one behind the other and gives their calls the program's method numbers.
 * @param shadowed by file, 1 for the classes whose bodies nothing leads to
 * @param methods whose `body` is set, and whose `flags` say which are defined
 */
export function linkCode(
  files: readonly LinkedFile[],
  shadowed: readonly Uint8Array[],
  methods: { readonly flags: Int32Array; readonly body: Int32Array },
): { code: Pick<Program, 'bodies' | 'calls' | 'news'>; uses: ConstantUses } {
  let bodies = 0;
  let calls = 0;
  let news = 0;
  for (const { scanned } of files) {
    const { length } = scanned.defined;
    for (let i = 0; i < length.length; i++) if (length[i]! > 0) bodies += 1;
    calls += scanned.calls.target.length;
    news += scanned.news.type.length;
  }
  const made: Pick<Program, 'bodies' | 'calls' | 'news'> = {
    bodies: {
      count: bodies,
      method: new Int32Array(bodies),
      dex: new Int32Array(bodies),
      start: new Int32Array(bodies),
      length: new Int32Array(bodies),
      callStart: new Int32Array(bodies + 1),
      newStart: new Int32Array(bodies + 1),
    },
    calls: { target: new Int32Array(calls), kind: new Uint8Array(calls), offset: new Int32Array(calls) },
    news: { type: new Int32Array(news), offset: new Int32Array(news) },
  };
  const at = { body: 0, call: 0, new: 0 };
  const fields = ints(16);
  const loadsWanted = new Uint8Array(bodies);
  for (const [index, file] of files.entries()) {
    const bodyOf = linkBodies(file, index, shadowed[index]!, methods, made, at);
    const { fieldUses, stringUses } = file.scanned;
    for (let i = 0; i < fieldUses.length; i += 3) {
      fields.push(bodyOf[fieldUses[i]!]!);
      fields.push(fieldUses[i + 1]!);
      fields.push(fieldUses[i + 2]!);
      loadsWanted[bodyOf[fieldUses[i]!]!] = 1;
    }
    for (let i = 0; i < stringUses.length; i += 3) loadsWanted[bodyOf[stringUses[i]!]!] = 1;
    linkLists(file, made, at);
  }
  made.bodies.callStart[bodies] = calls;
  made.bodies.newStart[bodies] = news;
  return { code: made, uses: { fields: fields.finish(), loadsWanted } };
}

/** Numbers the bodies of a file. @returns the body of each of its defined methods, -1 for those without code */
function linkBodies(
  { scanned: { classes, defined }, dex: { methods: methodOf } }: LinkedFile,
  dex: number,
  shadowed: Uint8Array,
  methods: { readonly flags: Int32Array; readonly body: Int32Array },
  { bodies }: Pick<Program, 'bodies'>,
  at: { body: number; readonly call: number; readonly new: number },
): Int32Array {
  const bodyOf = new Int32Array(defined.method.length).fill(-1);
  let body = at.body;
  for (let definition = 0; definition < shadowed.length; definition++) {
    for (let i = classes.methodStart[definition]!; i < classes.methodStart[definition + 1]!; i++) {
      if (defined.length[i] === 0) continue;
      const method = methodOf[defined.method[i]!]!;
      if (shadowed[definition] === 0 && methods.flags[method]! >= 0 && methods.body[method]! < 0) methods.body[method] = body;
      bodyOf[i] = body;
      bodies.method[body] = method;
      bodies.dex[body] = dex;
      bodies.start[body] = defined.start[i]!;
      bodies.length[body] = defined.length[i]!;
      bodies.callStart[body] = at.call + defined.callStart[i]!;
      bodies.newStart[body] = at.new + defined.newStart[i]!;
      body += 1;
    }
  }
  at.body = body;
  return bodyOf;
}

function linkLists(
  { scanned, dex: { methods: methodOf, types: typeOf } }: LinkedFile,
  { calls, news }: Pick<Program, 'calls' | 'news'>,
  at: { call: number; new: number },
): void {
  const { target } = scanned.calls;
  const { target: targets } = calls;
  for (let i = 0; i < target.length; i++) targets[at.call + i] = methodOf[target[i]!]!;
  calls.kind.set(scanned.calls.kind, at.call);
  calls.offset.set(scanned.calls.offset, at.call);
  const { type } = scanned.news;
  for (let i = 0; i < type.length; i++) news.type[at.new + i] = typeOf[type[i]!]!;
  news.offset.set(scanned.news.offset, at.new);
  at.call += target.length;
  at.new += type.length;
}

import type { Knowledge } from '../../knowledge/types.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type CallTarget, CallTargets } from './call-targets.ts';
import { type Constant, stringsIn } from './constant.ts';
import { ConstantValues } from './constant-values.ts';
import type { ConstantUses } from './link-code.ts';
import { matchMethods } from './match-calls.ts';
import { OwnFields } from './own-fields.ts';
import type { Program, ProgramDex } from './program.ts';
import { reflectedName } from './reflected-name.ts';
import { type Relayed, Relays } from './relays.ts';
import { ConstantTracker } from './track-constants.ts';
import { UseDrafts } from './use-draft.ts';

/** What a program's calls and field reads come to, before it is known what reaches them. */
export interface FoundUses {
  readonly apis: UseDrafts;
  readonly loading: UseDrafts;
  readonly reflection: UseDrafts;
  /** Constant arguments that matter, by call. */
  readonly arguments: ReadonlyMap<number, readonly string[]>;
}

const PERMISSION = /^[\w.]+\.permission\.\w+$/;

interface Place {
  readonly call: number;
  readonly body: number;
  readonly offset: number;
}

type World = Pick<Knowledge, 'apis' | 'constants'>;

/** Finds every call of a target, and every read of a wanted field. */
export function findUses(program: Program, constants: ConstantUses, knowledge: World, observations: Observations): FoundUses {
  const targets = new CallTargets(knowledge);
  const finder = new UseFinder(program, targets, matchMethods(program, targets, observations), knowledge);
  finder.readFields(constants);
  finder.findCalls(constants.loadsWanted);
  finder.askCallers();
  if (finder.unitsLeft < 0) noteUntracked(observations);
  return finder.found;
}

/** Notes that the arguments of some calls were not looked at. */
function noteUntracked(observations: Observations): void {
  observations.gap('code', 'constants-not-followed', 'DEX', {
    zh: '需要跟踪常量的代码过多，部分调用的参数未分析',
    en: 'there is too much code whose constants matter; the arguments of some calls were not looked at',
  });
}

class UseFinder {
  /** Units of code that may still be followed; below 0 where there was more. */
  unitsLeft: number = LIMITS.trackedUnits;
  readonly found: FoundUses & { readonly arguments: Map<number, readonly string[]> };
  readonly #program: Program;
  readonly #targets: CallTargets;
  readonly #matched: Int32Array;
  readonly #knowledge: World;
  readonly #values: ConstantValues;
  readonly #tracker: ConstantTracker;
  readonly #relays: Relays;

  constructor(program: Program, targets: CallTargets, matched: Int32Array, knowledge: World) {
    this.#program = program;
    this.#targets = targets;
    this.#matched = matched;
    this.#knowledge = knowledge;
    this.#values = new ConstantValues(knowledge.constants);
    this.found = { apis: new UseDrafts(), loading: new UseDrafts(), reflection: new UseDrafts(), arguments: new Map() };
    // What neither depends on constants nor answers one is no target to those who follow them.
    const follows = targets.list.map((each) => (dependsOnConstants(each) || each.answer !== null ? each : null));
    const target = (method: number) => (matched[method]! < 0 ? null : follows[matched[method]!]!);
    const { fieldValues } = knowledge.constants;
    const owners = new Set([...fieldValues.keys()].map((key) => program.types.find(key.slice(0, key.indexOf('->')))));
    const ofPlatform = (dex: ProgramDex, index: number) => {
      const field = dex.field(index);
      return field && owners.has(field.class) ? fieldValues.get(this.#fieldKey(dex, index))?.value : undefined;
    };
    const spend = (units: number) => {
      this.unitsLeft -= units;
      return this.unitsLeft >= 0;
    };
    const own = new OwnFields({ program, target, field: ofPlatform }, spend);
    const field = (dex: ProgramDex, index: number) => ofPlatform(dex, index) ?? own.valueOf(dex, index);
    this.#relays = new Relays({ program, target, field }, spend);
    this.#tracker = new ConstantTracker({ program, target, field });
  }

  /** Calls whose constants matter are only looked at where a wanted constant is loaded or any constant may matter. */
  findCalls(loadsWanted: Uint8Array): void {
    const { bodies, calls } = this.#program;
    const { callStart } = bodies;
    const { target: called, offset } = calls;
    const matched = this.#matched;
    // Most calls match nothing: that is asked of a table of bytes, which stays in the processor's cache.
    const isMatched = new Uint8Array(matched.length);
    for (let method = 0; method < matched.length; method++) if (matched[method]! >= 0) isMatched[method] = 1;
    const isFieldsConcern = startsFieldsWith(this.#program, loadsWanted);
    let body = 0;
    for (let call = nextCall(called, 0, isMatched); call < called.length; ) {
      while (callStart[body + 1]! <= call) body += 1;
      let track = false;
      let last = -1;
      const end = callStart[body + 1]!;
      for (; call < end; call = nextCall(called, call + 1, isMatched)) {
        const target = this.#targets.list[matched[called[call]!]!]!;
        if (target.loading) {
          this.found.loading.add(target.key, undefined, target.api, { call, body, offset: offset[call]! });
        }
        if (dependsOnConstants(target)) {
          last = offset[call]!;
          track ||= loadsWanted[body] === 1 || target.takes === null || target.api !== null;
          track ||= isFieldsConcern && target.takes !== 'action';
        } else if (target.api) {
          this.found.apis.add(target.key, undefined, target.api, { call, body, offset: offset[call]! });
        }
      }
      if (!track) continue;
      this.unitsLeft -= bodies.length[body]!;
      if (this.unitsLeft >= 0) this.#track(body, last);
    }
  }

  /** Calls that hand on what their method was given mean what its callers give it. */
  askCallers(): void {
    const told = new Map<Relayed, Set<string>>();
    this.#relays.follow((relayed, texts) => {
      const known = told.get(relayed) ?? new Set();
      told.set(relayed, known);
      const fresh = texts.filter((text) => !known.has(text) && known.size < LIMITS.relayedTexts && known.add(text));
      if (relayed.target.asksPermissions)
        this.#keep(
          relayed.call,
          fresh.filter((text) => PERMISSION.test(text)),
        );
      else this.#takeConstant(relayed.target, fresh, relayed);
    });
    if (this.#relays.isExhausted) this.unitsLeft = -1;
  }

  readFields({ fields }: ConstantUses): void {
    const { bodies, dexes } = this.#program;
    const { fieldValues, fields: own } = this.#knowledge.constants;
    for (let i = 0; i < fields.length; i += 3) {
      const [body, field, offset] = [fields[i]!, fields[i + 1]!, fields[i + 2]!];
      const key = this.#fieldKey(dexes[bodies.dex[body]!]!, field);
      const meaning = own.get(key) ?? fieldValues.get(key) ?? null;
      const constant = fieldValues.get(key)?.value;
      if (meaning) this.found.apis.add(key, constant, meaning, { call: -1, body, offset });
    }
  }

  /** @param last offset of the last call whose constants matter */
  #track(body: number, last: number): void {
    const { bodies, calls } = this.#program;
    let call = bodies.callStart[body]!;
    const end = bodies.callStart[body + 1]!;
    const visit = (offset: number, target: CallTarget, values: readonly (Constant | undefined)[]) => {
      while (call < end && calls.offset[call]! < offset) call += 1;
      if (call < end && dependsOnConstants(target)) this.#judge(target, values, { call, body, offset });
    };
    this.#tracker.follow(body, visit, last);
  }

  #judge(target: CallTarget, values: readonly (Constant | undefined)[], place: Place): void {
    const texts = values.flatMap(stringsIn);
    if (texts.length === 0 && (target.asksPermissions || target.takes === 'setting')) this.#relays.note({ target, ...place });
    const isTaken = target.takes !== null && this.#takeConstant(target, texts, place);
    if (target.asksPermissions) this.#askPermissions(target, texts, place);
    if (target.reflection) this.#reflect(target, values, texts, place);
    // A key that is known and means nothing makes the call one of thousands; one that is not known may mean anything.
    if (target.api && !isTaken && texts.length === 0) this.found.apis.add(target.key, undefined, target.api, place);
  }

  #takeConstant(target: CallTarget, texts: readonly string[], place: Place): boolean {
    let isTaken = false;
    for (const text of texts) {
      const value = this.#values.match(target.takes!, text);
      if (!value) continue;
      this.found.apis.add(target.key, value.value, value, place);
      this.#keep(place.call, [text]);
      isTaken = true;
    }
    return isTaken;
  }

  #askPermissions(target: CallTarget, texts: readonly string[], place: Place): void {
    const permissions = texts.filter((text) => PERMISSION.test(text));
    if (permissions.length === 0 && !target.key.endsWith('equestPermissions')) return;
    this.found.apis.add(target.key, undefined, target.api, place);
    this.#keep(place.call, permissions);
  }

  #reflect(target: CallTarget, values: readonly (Constant | undefined)[], texts: readonly string[], place: Place): void {
    const reflected = reflectedName(target, values, this.#program, this.#knowledge);
    const named = reflected?.isPlatform === true && this.#hasRoom(target.key, reflected.name) ? reflected : null;
    this.found.reflection.add(target.key, named?.name, named ? named.api : null, place);
    if (reflected) this.#keep(place.call, [reflected.name]);
    else this.#keep(place.call, texts);
  }

  #hasRoom(target: string, constant: string): boolean {
    return this.found.reflection.size < LIMITS.reflection || this.found.reflection.has(target, constant);
  }

  #keep(call: number, texts: readonly string[]): void {
    if (texts.length === 0 || this.found.arguments.size >= LIMITS.keptArguments) return;
    const known = this.found.arguments.get(call) ?? [];
    const all = [...new Set([...known, ...texts.map((text) => text.slice(0, LIMITS.argumentLength))])];
    this.found.arguments.set(call, all.slice(0, LIMITS.arguments));
  }

  #fieldKey(dex: ProgramDex, index: number): string {
    const field = dex.field(index);
    return field ? `${this.#program.types.descriptor(field.class)}->${field.name}` : '';
  }
}

/** Whether some initialiser or constructor loads a wanted constant, so that a call may be given it out of a field. */
function startsFieldsWith({ bodies, methods }: Program, loadsWanted: Uint8Array): boolean {
  for (let body = 0; body < bodies.count; body++)
    if (loadsWanted[body] === 1 && methods.name(bodies.method[body]!).startsWith('<')) return true;
  return false;
}

function dependsOnConstants({ takes, asksPermissions, reflection }: CallTarget): boolean {
  return takes !== null || asksPermissions || reflection;
}

/** The next call of a matched method from a place on, or the number of calls. By itself, so that it is compiled early. */
function nextCall(called: Int32Array, from: number, isMatched: Uint8Array): number {
  let call = from;
  while (call < called.length && isMatched[called[call]!] !== 1) call += 1;
  return call;
}

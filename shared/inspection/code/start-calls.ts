import { ENTRY_KINDS } from '../../domain/facts/code.ts';
import type { StartCall } from '../../domain/facts/third-party.ts';
import { LIMITS } from '../limits.ts';
import { ArgumentValues } from './argument-values.ts';
import type { CrossCalls } from './cross-calls.ts';
import { UseWriter } from './describe-use.ts';
import type { Program } from './program.ts';
import type { Reachability } from './reach/types.ts';
import { startWord } from './start-names.ts';
import type { Territory } from './territory.ts';
import { type UseDraft, UseDrafts } from './use-draft.ts';

/** How a method is called from other namespaces. */
const CROSSED = { no: 0, byOthers: 1, byApp: 2 } as const;

/**
 * Calls across namespaces of methods that the program defines outside of base libraries and whose names speak of a start or of consent
 * (`startWord`), by target. Where there are too many targets, those that the app's own code calls are kept first.
 */
export function findStartCalls(
  program: Program,
  crossing: CrossCalls,
  territory: Territory,
  reach: Reachability | null,
): StartCall[] {
  const chosen = chooseTargets(program, crossedMethods(program, crossing, territory));
  const drafts = collect(program, crossing, territory, chosen);
  const writer = new UseWriter(program, reach, {
    arguments: new ArgumentValues(program),
    callers: LIMITS.startCallers,
    pathSteps: LIMITS.startPathSteps,
    rankOf: (body) => rank(territory.isOwn(body), reach?.earliest(body) ?? -1),
  });
  // The paths of the most telling targets are told first.
  return drafts.map((draft) => writer.write(draft)).sort((a, b) => (a.target < b.target ? -1 : 1));
}

/** Reached calls before others, those of the app before others, those reached earlier before others. */
function rank(isOwn: boolean, earliest: number): number {
  const own = isOwn ? ENTRY_KINDS.length : 0;
  return earliest < 0 ? Number(isOwn) : 2 + own + ENTRY_KINDS.length - earliest;
}

/** By method, one of `CROSSED`: the definitions that calls from another namespace mean. */
function crossedMethods({ methods }: Program, { body, meant }: CrossCalls, territory: Territory): Uint8Array {
  const crossed = new Uint8Array(methods.count);
  for (let i = 0; i < meant.length; i++) {
    const by = territory.isOwn(body[i]!) ? CROSSED.byApp : CROSSED.byOthers;
    const method = meant[i]!;
    if (crossed[method]! < by && territory.isForeign(methods.class[method]!, body[i]!)) crossed[method] = by;
  }
  return crossed;
}

/** Targets by the methods that they stand for, overloads together, the most telling first. */
function chooseTargets(program: Program, crossed: Uint8Array): ReadonlyMap<number, string> {
  const { methods, types } = program;
  const candidates: { method: number; order: number }[] = [];
  let looked = 0;
  for (let method = 0; method < crossed.length && looked < LIMITS.startNames; method++) {
    if (crossed[method] === CROSSED.no) continue;
    looked += 1;
    const word = startWord(methods.name(method));
    if (word !== null) candidates.push({ method, order: (crossed[method] === CROSSED.byApp ? 0 : 4) + word });
  }
  candidates.sort((a, b) => a.order - b.order || a.method - b.method);
  const targets = new Map<number, string>();
  const keys = new Set<string>();
  for (const { method } of candidates) {
    const key = `${types.descriptor(methods.class[method]!)}->${methods.name(method)}`;
    if (keys.size >= LIMITS.startCalls && !keys.has(key)) continue;
    keys.add(key);
    targets.set(method, key);
  }
  return targets;
}

/** The calls of the targets, in the order of these. */
function collect(
  { calls, methods }: Program,
  { call, body, meant }: CrossCalls,
  territory: Territory,
  targets: ReadonlyMap<number, string>,
): readonly UseDraft[] {
  const drafts = new UseDrafts();
  const isTarget = new Uint8Array(methods.count);
  for (const method of targets.keys()) isTarget[method] = 1;
  for (let i = 0; i < meant.length; i++) {
    const method = meant[i]!;
    if (isTarget[method] !== 1 || !territory.isForeign(methods.class[method]!, body[i]!)) continue;
    const place = { call: call[i]!, body: body[i]!, offset: calls.offset[call[i]!]! };
    drafts.add(targets.get(method)!, undefined, null, place);
  }
  const order = new Map([...new Set(targets.values())].map((key, index) => [key, index]));
  return drafts.list().sort((a, b) => order.get(a.meaning.target)! - order.get(b.meaning.target)!);
}

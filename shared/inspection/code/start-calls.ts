import { ENTRY_KINDS } from '../../domain/facts/code.ts';
import type { StartCall } from '../../domain/facts/third-party.ts';
import { LIMITS } from '../limits.ts';
import { ArgumentValues } from './argument-values.ts';
import type { Definitions } from './definitions.ts';
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
  definitions: Definitions,
  territory: Territory,
  reach: Reachability | null,
): StartCall[] {
  const chosen = chooseTargets(program, crossedMethods(program, definitions, territory));
  const drafts = collect(program, definitions, territory, chosen);
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
function crossedMethods(program: Program, definitions: Definitions, territory: Territory): Uint8Array {
  const { bodies, calls, methods } = program;
  const crossed = new Uint8Array(methods.count);
  for (let body = 0; body < bodies.count; body++) {
    const from = territory.namespaceOfBody(body);
    const by = territory.isOwn(body) ? CROSSED.byApp : CROSSED.byOthers;
    for (let call = bodies.callStart[body]!; call < bodies.callStart[body + 1]!; call++) {
      const target = calls.target[call]!;
      const meant = target < 0 ? -1 : definitions.of(target);
      if (meant < 0 || crossed[meant]! >= by) continue;
      if (territory.isForeign(methods.class[meant]!, from)) crossed[meant] = by;
    }
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
  { bodies, calls, methods }: Program,
  definitions: Definitions,
  territory: Territory,
  targets: ReadonlyMap<number, string>,
): readonly UseDraft[] {
  const order = [...new Set(targets.values())];
  const drafts = new UseDrafts();
  const isTarget = new Uint8Array(methods.count);
  for (const method of targets.keys()) isTarget[method] = 1;
  for (let body = 0; body < bodies.count; body++) {
    for (let call = bodies.callStart[body]!; call < bodies.callStart[body + 1]!; call++) {
      const target = calls.target[call]!;
      const meant = target < 0 ? -1 : definitions.of(target);
      if (meant < 0 || isTarget[meant] !== 1) continue;
      if (!territory.isForeign(methods.class[meant]!, territory.namespaceOfBody(body))) continue;
      drafts.add(targets.get(meant)!, undefined, null, { call, body, offset: calls.offset[call]! });
    }
  }
  const place = new Map(order.map((key, index) => [key, index]));
  return drafts.list().sort((a, b) => place.get(a.meaning.target)! - place.get(b.meaning.target)!);
}

import type { ApiUse, CallPath, CallSite } from '../../domain/facts/code.ts';
import { LIMITS } from '../limits.ts';
import { dottedName } from './dotted-name.ts';
import type { Program } from './program.ts';
import type { Reachability } from './reach/types.ts';
import type { UseDraft } from './use-draft.ts';

/** What is to be told of uses. */
interface Wish {
  /** Constant arguments that matter, by call. */
  readonly arguments: { get(call: number, body: number, offset: number): readonly string[] | undefined };
  /** Callers of each use, and steps of all paths together. */
  readonly callers: number;
  readonly pathSteps?: number;
  /** Places with a higher rank are kept first; without it reached ones are. */
  readonly rankOf?: (body: number) => number;
}

/** Turns uses into facts: counts them, asks which places are reached, and keeps the most telling ones. */
export class UseWriter {
  readonly #program: Program;
  readonly #reach: Reachability | null;
  readonly #wish: Wish;
  #stepsLeft: number;

  constructor(program: Program, reach: Reachability | null, wish: Wish) {
    this.#program = program;
    this.#reach = reach;
    this.#wish = wish;
    this.#stepsLeft = wish.pathSteps ?? LIMITS.pathSteps;
  }

  write(draft: UseDraft): ApiUse {
    const count = draft.call.length;
    const reached = new Uint8Array(count);
    let reachable = 0;
    for (let i = 0; i < count; i++) {
      if (!this.#isReached(draft, i)) continue;
      reached[i] = 1;
      reachable += 1;
    }
    const { callers: most, rankOf } = this.#wish;
    const ranks = rankOf ? reached.map((_, i) => rankOf(draft.body.array[i]!)) : reached;
    const classOf = (body: number) => this.#program.methods.class[this.#program.bodies.method[body]!]!;
    const kept = choose(draft, ranks, most, classOf);
    const callers = kept.map((i, place) => this.#site(draft, i, reached[i] === 1 && place < LIMITS.callersWithPaths));
    return { ...draft.meaning, count, ...(this.#reach ? { reachable } : {}), callers };
  }

  #isReached({ body }: UseDraft, i: number): boolean {
    return this.#reach?.isBodyReachable(body.array[i]!) ?? false;
  }

  #site(draft: UseDraft, i: number, withPaths: boolean): CallSite {
    const { methods, types, bodies, dexes } = this.#program;
    const body = draft.body.array[i]!;
    const call = draft.call.array[i]!;
    const method = bodies.method[body]!;
    const via = call < 0 ? null : this.#via(draft, call);
    const known = this.#wish.arguments.get(call, body, draft.offset.array[i]!);
    const paths = withPaths ? this.#paths(draft, i) : [];
    return {
      class: dottedName(types.descriptor(methods.class[method]!)),
      method: methods.name(method),
      offset: draft.offset.array[i]!,
      dex: dexes[bodies.dex[body]!]!.entry,
      ...(via === null ? {} : { via }),
      ...(known ? { arguments: known } : {}),
      ...(paths.length > 0 ? { paths } : {}),
    };
  }

  /** The class that the instruction names, where it is not the target's own. */
  #via({ meaning }: UseDraft, call: number): string | null {
    const { methods, types, calls } = this.#program;
    const descriptor = types.descriptor(methods.class[calls.target[call]!]!);
    return meaning.target.startsWith(`${descriptor}->`) ? null : dottedName(descriptor);
  }

  #paths(draft: UseDraft, i: number): readonly CallPath[] {
    if (!this.#reach || this.#stepsLeft <= 0) return [];
    const paths = this.#reach.pathsToPlace(draft.body.array[i]!, draft.offset.array[i]!);
    for (const { steps } of paths) this.#stepsLeft -= steps.length;
    return paths;
  }
}

/** The places to keep, the highest ranks first, then in file order; of each rank first those in classes that were not seen yet. */
function choose({ body }: UseDraft, ranks: Uint8Array, most: number, classOf: (body: number) => number): number[] {
  const kept = new Set<number>();
  for (const wanted of [...new Set(ranks)].sort((a, b) => b - a)) {
    const seen = new Set<number>();
    for (let i = 0; i < ranks.length && kept.size < most; i++) {
      if (ranks[i] !== wanted || seen.has(classOf(body.array[i]!))) continue;
      seen.add(classOf(body.array[i]!));
      kept.add(i);
    }
    for (let i = 0; i < ranks.length && kept.size < most; i++) if (ranks[i] === wanted) kept.add(i);
  }
  return [...kept].sort((a, b) => ranks[b]! - ranks[a]! || a - b);
}

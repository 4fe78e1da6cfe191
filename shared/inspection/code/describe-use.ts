import type { ApiUse, CallPath, CallSite } from '../../domain/facts/code.ts';
import { LIMITS } from '../limits.ts';
import { dottedName } from './dotted-name.ts';
import type { Program } from './program.ts';
import type { Reachability } from './reach/types.ts';
import type { UseDraft } from './use-draft.ts';

/** Turns uses into facts: counts them, asks which places are reached, and keeps the most telling ones. */
export class UseWriter {
  readonly #program: Program;
  readonly #reach: Reachability | null;
  readonly #arguments: ReadonlyMap<number, readonly string[]>;
  readonly #callers: number;
  #stepsLeft: number = LIMITS.pathSteps;

  constructor(
    program: Program,
    reach: Reachability | null,
    found: { readonly arguments: ReadonlyMap<number, readonly string[]> },
    callers: number = LIMITS.callers,
  ) {
    this.#program = program;
    this.#reach = reach;
    this.#arguments = found.arguments;
    this.#callers = callers;
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
    const kept = choose(
      draft,
      reached,
      this.#callers,
      (body) => this.#program.methods.class[this.#program.bodies.method[body]!]!,
    );
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
    const known = this.#arguments.get(call);
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

/** The places to keep, in file order, the reached ones first; places in classes that were not seen yet before others. */
function choose({ body }: UseDraft, reached: Uint8Array, most: number, classOf: (body: number) => number): number[] {
  const kept = new Set<number>();
  for (const wanted of [1, 0]) {
    const seen = new Set<number>();
    for (let i = 0; i < reached.length && kept.size < most; i++) {
      if (reached[i] !== wanted || seen.has(classOf(body.array[i]!))) continue;
      seen.add(classOf(body.array[i]!));
      kept.add(i);
    }
    for (let i = 0; i < reached.length && kept.size < most; i++) if (reached[i] === wanted) kept.add(i);
  }
  return [...kept].sort((a, b) => reached[b]! - reached[a]! || a - b);
}

import { type CallPath, ENTRY_KINDS, type EntryKind, type EntryPoint } from '../../../domain/facts/code.ts';
import { LIMITS } from '../../limits.ts';
import type { Observations } from '../../observations.ts';
import type { Program } from '../program.ts';
import { Effort, GraphLimit } from './effort.ts';
import { findEntries } from './entry-points.ts';
import { Exploration } from './explore.ts';
import { Ground } from './ground.ts';
import { Guards } from './guards.ts';
import { LINKS } from './leads.ts';
import { pathTo } from './paths.ts';
import { ReachedEdges } from './reached-edges.ts';
import { countReaches } from './reaches.ts';
import type { Trace } from './trace.ts';
import type { DeclaredApp, Reachability } from './types.ts';
import { type Groups, type WayIn, waysIn } from './ways-in.ts';

/** Kinds that run whenever the process starts: what they make exists when any other kind is entered. */
const AT_START: ReadonlySet<EntryKind> = new Set(['attach-base-context', 'provider', 'application']);

/** What came of one kind of entry point. */
interface KindReached {
  readonly kind: EntryKind;
  readonly trace: Trace;
  /** Numbers of the entry points by their own methods. */
  readonly entryOf: ReadonlyMap<number, number>;
}

/**
 * Makes the call graph from the entry points of an app on, and answers what they reach.
 *
 * Calls on objects lead to the methods of those classes of which reachable code makes objects (rapid type analysis), each kind of entry
 * point by itself on top of what the start of the process made. Objects that are handed to threads and listeners are followed within
 * the methods that make them (`Flow`). Only what each kind comes to is looked at, so that dead code costs nothing.
 * @returns null, with a gap `call-graph-limit`, where the program is beyond the limits
 */
export function findReachable(program: Program, declared: DeclaredApp, observations: Observations): Reachability | null {
  try {
    return explore(program, declared);
  } catch (error) {
    if (!(error instanceof GraphLimit)) throw error;
    observations.gap('code', 'call-graph-limit', 'DEX', {
      zh: '调用图超过分析上限，无法判断哪些调用可由入口到达',
      en: 'the call graph is beyond the limits, so that it is not known which calls the entry points reach',
    });
    return null;
  }
}

function explore(program: Program, declared: DeclaredApp): Reachability {
  const effort = new Effort(LIMITS.graphSteps);
  const ground = new Ground(program, declared, effort);
  const entries = findEntries(program, ground.hierarchy, declared);
  const exploration = new Exploration(ground);
  const edges = new ReachedEdges(ground, exploration, new Effort(LIMITS.reachSteps));
  const kinds: KindReached[] = [];
  const entryPoints: EntryPoint[] = [];
  let made: Int32Array = new Int32Array(0);
  for (const kind of ENTRY_KINDS) {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length === 0) continue;
    const explored = exploration.run(own, made);
    if (AT_START.has(kind)) made = explored.made;
    // Where counting each entry point would cost too much, the rest are said to reach what all of their kind reach together.
    const counts = own.length === 1 ? [] : countReaches(ground, edges, own);
    const entryOf = new Map<number, number>();
    for (const [index, { class: name, type, bodies }] of own.entries()) {
      const own = [...bodies];
      ground.initialisers.forEach(type, (body) => own.push(body));
      for (const body of own) if (!entryOf.has(body)) entryOf.set(body, entryPoints.length);
      entryPoints.push({ kind, class: name, reaches: counts[index] ?? explored.reached });
    }
    kinds.push({ kind, trace: explored.trace, entryOf });
  }
  return new Reached(program, ground, kinds, entryPoints);
}

class Reached implements Reachability {
  readonly entryPoints: readonly EntryPoint[];
  readonly graph: Reachability['graph'];
  readonly #program: Program;
  readonly #kinds: readonly KindReached[];
  /** By body, how early the earliest kind that reaches it is, from 1 on; 0 where none does. */
  readonly #reached: Uint8Array;
  readonly #guards: Guards;
  #walkLeft: number = LIMITS.pathWalk;

  constructor(program: Program, ground: Ground, kinds: readonly KindReached[], entryPoints: readonly EntryPoint[]) {
    this.#program = program;
    this.#kinds = kinds;
    this.#guards = new Guards(program, ground.hierarchy);
    this.entryPoints = entryPoints;
    this.#reached = new Uint8Array(program.bodies.count);
    this.graph = this.#measure(ground);
  }

  isReachable(call: number): boolean {
    return this.isBodyReachable(this.#bodyOf(call));
  }

  isBodyReachable(body: number): boolean {
    return this.#reached[body] !== 0;
  }

  earliest(body: number): number {
    return this.#reached[body]! - 1;
  }

  waysIn(groups: Groups): readonly WayIn[] {
    return waysIn(
      this.#kinds.map(({ trace }) => trace),
      groups,
    );
  }

  pathOf({ kind, body }: WayIn): CallPath | null {
    const { trace, entryOf } = this.#kinds[kind]!;
    if (!this.#mayWalk(trace, body)) return null;
    const from = trace.from(body);
    if (from === body) return { entry: entryOf.get(body) ?? 0, steps: [], guard: null };
    const link = LINKS[trace.link(body)]!;
    return pathTo(this.#program, trace, this.#guards, entryOf, { body: from, offset: trace.offset(body), link });
  }

  pathsTo(call: number): readonly CallPath[] {
    return this.pathsToPlace(this.#bodyOf(call), this.#program.calls.offset[call]!);
  }

  pathsToPlace(body: number, offset: number): readonly CallPath[] {
    return this.#kinds
      .filter(({ trace }) => trace.reaches(body))
      .slice(0, LIMITS.paths)
      .filter(({ trace }) => this.#mayWalk(trace, body))
      .map(({ trace, entryOf }) => pathTo(this.#program, trace, this.#guards, entryOf, { body, offset, link: 'call' }));
  }

  /** Whether there is enough left to go back from a body to its entry point. */
  #mayWalk(trace: Trace, body: number): boolean {
    this.#walkLeft -= trace.level(body) + 1;
    return this.#walkLeft >= 0;
  }

  /** Calls are in the order of their bodies. */
  #bodyOf(call: number): number {
    const { callStart, count } = this.#program.bodies;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (callStart[middle]! <= call) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Marks what is reached, and counts it and what leads on from it. */
  #measure(ground: Ground): Reachability['graph'] {
    let reachable = 0;
    let edges = 0;
    for (const { kind, trace } of this.#kinds) {
      const early = ENTRY_KINDS.indexOf(kind) + 1;
      for (let i = 0; i < trace.bodies.length; i++) {
        const body = trace.bodies[i]!;
        if (this.#reached[body] !== 0) continue;
        this.#reached[body] = early;
        reachable += 1;
        edges += ground.edgesOf(body);
      }
    }
    return { methods: this.#program.bodies.count, edges, reachable };
  }
}

import type { CallPath, EntryPoint } from '../../../domain/facts/code.ts';
import type { Component } from '../../../domain/facts/manifest.ts';
import type { Groups, WayIn } from './ways-in.ts';

/** What the manifest says about where the system enters the app. Class names are dotted. */
export interface DeclaredApp {
  readonly packageName?: string | null;
  readonly applicationClass: string | null;
  readonly appComponentFactory: string | null;
  readonly components: readonly Component[];
  /** Class of the activity that the launcher starts (an alias is resolved); null where there is none. */
  readonly launcher: string | null;
  readonly minSdk: number | null;
  /** Process of the application where it is not that of its components by default: components that name it run with the app. */
  readonly mainProcess?: string;
}

/**
 * What the system's entry points reach, asked one call at a time: it costs nothing for calls nobody asks about. A call is the index of
 * an invoke instruction in `Program.calls`.
 */
export interface Reachability {
  readonly entryPoints: readonly EntryPoint[];
  /** `methods` with a body in the program, `edges` followed, `reachable` methods that some entry point reaches. */
  readonly graph: { readonly methods: number; readonly edges: number; readonly reachable: number };
  isReachable(call: number): boolean;
  /** One shortest path from each kind of entry point that reaches the call, the earliest kind first; at most 3, empty where none does. */
  pathsTo(call: number): readonly CallPath[];
  /** The same for any other instruction of interest (the read of a field): by its body and its offset in units. */
  isBodyReachable(body: number): boolean;
  pathsToPlace(body: number, offset: number): readonly CallPath[];
  /** How early the earliest kind of entry point happens that reaches the body, as index in `ENTRY_KINDS`; -1 where none does. */
  earliest(body: number): number;
  /** The nearest way of the earliest kind into each group of bodies from outside (`waysIn`). */
  waysIn(groups: Groups): readonly WayIn[];
  /**
   * The shortest path of such a way: its last step leads in, and it has none where the system enters by itself. Null where the paths told
   * so far have taken all that may be spent on them.
   */
  pathOf(way: WayIn): CallPath | null;
}

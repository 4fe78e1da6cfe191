import type { CallPath, ConsentGuard, PathStep } from '../../../domain/facts/code.ts';
import { LIMITS } from '../../limits.ts';
import type { Program } from '../program.ts';
import { type Guards, weight } from './guards.ts';
import { LINKS } from './leads.ts';
import type { Trace } from './trace.ts';

/** An instruction of interest, and how it leads on. */
export interface Place {
  readonly body: number;
  /** Where the instruction stands that leads on. */
  readonly offset: number;
  readonly link: PathStep['link'];
}

/**
 * The way by which a kind of entry point comes to an instruction, the path's last step.
 * @param entryOf number of the entry point by its own method
 */
export function pathTo(
  program: Program,
  trace: Trace,
  guards: Guards,
  entryOf: ReadonlyMap<number, number>,
  last: Place,
): CallPath {
  const places: Place[] = [last];
  let first = last.body;
  while (trace.from(first) !== first) {
    const from = trace.from(first);
    places.push({ body: from, offset: trace.offset(first), link: LINKS[trace.link(first)]! });
    first = from;
  }
  places.reverse();
  const kept = shortened(places);
  let guard: ConsentGuard | null = null;
  for (const place of kept) {
    const found = guards.of(place.body, place.offset);
    if (found && weight(found) >= weight(guard)) guard = found;
  }
  const { methods, types, bodies } = program;
  const steps = kept.map((place): PathStep => {
    const method = bodies.method[place.body]!;
    const owner = types.descriptor(methods.class[method]!).slice(1, -1).replaceAll('/', '.');
    return { class: owner, method: methods.name(method), offset: place.offset, link: place.link };
  });
  return { entry: entryOf.get(first) ?? 0, steps, guard };
}

/** Both ends of a path that is too long to be kept whole. */
function shortened(places: readonly Place[]): readonly Place[] {
  const half = LIMITS.stepsOfPath >>> 1;
  return places.length <= LIMITS.stepsOfPath ? places : [...places.slice(0, half), ...places.slice(places.length - half)];
}

import type { Trace } from './trace.ts';

/** Which groups of bodies are asked about, and what counts as within them. */
export interface Groups {
  /** Group of each body; -1 for none. */
  readonly ofBody: Int32Array;
  /** By group: a realm; what comes from the same realm does not come from outside. */
  readonly realm: Int32Array;
  /** By group, 1 for those asked about. */
  readonly wanted: Uint8Array;
}

/** The body of a group that is come to first, by the place of the kind in the list of traces. */
export interface WayIn {
  readonly group: number;
  readonly kind: number;
  readonly body: number;
  /** Steps from the entry point. */
  readonly level: number;
}

/**
 * For each group the nearest body to which the earliest kind of entry point comes from outside of the group's realm, or which the system
 * enters itself. Groups that are reached from within their realm alone have none. The earliest kinds first, then the nearest.
 * @param traces in the order in which their kinds happen
 */
export function waysIn(traces: readonly Trace[], { ofBody, realm, wanted }: Groups): WayIn[] {
  const found: WayIn[] = [];
  const open = wanted.slice();
  const body = new Int32Array(realm.length).fill(-1);
  const level = new Int32Array(realm.length);
  for (const [kind, trace] of traces.entries()) {
    const met: number[] = [];
    trace.forEach((each, from, steps) => {
      const group = ofBody[each]!;
      if (group < 0 || open[group] === 0) return;
      const source = ofBody[from]!;
      if (from !== each && source >= 0 && realm[source] === realm[group]) return;
      if (body[group]! < 0) met.push(group);
      else if (level[group]! <= steps) return;
      body[group] = each;
      level[group] = steps;
    });
    for (const group of met) {
      open[group] = 0;
      found.push({ group, kind, body: body[group]!, level: level[group]! });
    }
  }
  return found.sort((a, b) => a.kind - b.kind || a.level - b.level || a.group - b.group);
}

/** One line of a fragment: an element on the way, or the one that is meant. */
export interface FragmentLine {
  readonly depth: number;
  readonly name: string;
  /** Which of several siblings of this name, from 1 as in the path; null for the only one. */
  readonly position: number | null;
  readonly last: boolean;
}

const STEP = /^([A-Za-z_][\w.:-]*)(?:\[(\d+)\])?$/;

/** `/manifest/application/activity[2]` as the elements that stand around one another; null for what is no such path. */
export function fragmentOf(path: string): FragmentLine[] | null {
  if (!path.startsWith('/') || path.length > 2_000) return null;
  const steps = path.slice(1).split('/');
  if (steps.length > 40) return null;
  const lines: FragmentLine[] = [];
  for (const [depth, step] of steps.entries()) {
    const match = STEP.exec(step);
    if (match === null) return null;
    lines.push({
      depth,
      name: match[1]!,
      position: match[2] === undefined ? null : Number(match[2]),
      last: depth === steps.length - 1,
    });
  }
  return lines;
}

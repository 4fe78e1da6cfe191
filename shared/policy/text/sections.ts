import type { Section } from '../../domain/facts/policy.ts';
import type { Layout } from './layout.ts';

/** Sections by headings: each reaches to the next heading of its own or a higher level. */
export function readSections(layout: Layout): Section[] {
  const headings = layout.lines.filter((line) => line.kind === 'heading');
  const open: { index: number; level: number }[] = [];
  const ends = new Array<number>(headings.length).fill(layout.text.length);
  for (const [index, heading] of headings.entries()) {
    while (open.length > 0 && open.at(-1)!.level >= heading.level) ends[open.pop()!.index] = heading.range[0];
    open.push({ index, level: heading.level });
  }
  return headings.map((heading, index) => ({
    title: layout.text.slice(...heading.range),
    level: heading.level,
    range: [heading.range[0], ends[index]!],
  }));
}

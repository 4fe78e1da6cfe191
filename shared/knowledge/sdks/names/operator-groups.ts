import { z } from 'zod';
import { readData } from '../../read-data.ts';
import { evenName } from './even-name.ts';

export const operatorGroupsFile = z.strictObject({
  source: z.string().min(40),
  confidence: z.string().min(4),
  /** Trade names of one group each. */
  entries: z.array(z.array(z.string().min(2)).min(2)),
});

/** The groups as they are in the file: part of what the knowledge's version covers. */
export const operatorGroups = readData('./data/operator-groups.json', operatorGroupsFile);

const groups = operatorGroups.entries.map((names) => names.map((name) => nameIn(evenName(name))));

/** Latin names as whole words: `meta` is not in `metaps`. */
function nameIn(name: string): (text: string) => boolean {
  if (!/^[a-z0-9. ]+$/.test(name)) return (text) => text.includes(name);
  const word = new RegExp(`(?<![a-z0-9])${name.replaceAll('.', '\\.')}(?![a-z0-9])`);
  return (text) => word.test(text);
}

/** The groups of companies that a name belongs to, as indices; empty for companies that we do not know. */
export function groupsOf(company: string): readonly number[] {
  const even = evenName(company.slice(0, 300));
  return groups.flatMap((names, index) => (names.some((isIn) => isIn(even)) ? [index] : []));
}

/** Whether two names of companies belong to one group, so that neither contradicts the other. */
export function isOneGroup(a: string, b: string): boolean {
  const other = groupsOf(b);
  return groupsOf(a).some((group) => other.includes(group));
}

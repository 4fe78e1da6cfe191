import type { Knowledge } from '../../types.ts';
import { PrefixTable } from './prefix-table.ts';

const tables = new WeakMap<ReadonlySet<string>, PrefixTable<true>>();

/** Whether a package or class lies under the namespace of the platform, a language run time or a library without an operator. */
export function isLibraryName(name: string, { libraryNamespaces }: Pick<Knowledge, 'libraryNamespaces'>): boolean {
  const known = tables.get(libraryNamespaces);
  if (known !== undefined) return known.longest(name) !== null;
  const table = new PrefixTable<true>([...libraryNamespaces].map((namespace) => [namespace, true] as const));
  tables.set(libraryNamespaces, table);
  return table.longest(name) !== null;
}

import { PrefixTable } from './sdks/detection/prefix-table.ts';
import type { Knowledge, PackerSignature } from './types.ts';

const indexes = new WeakMap<readonly PackerSignature[], PrefixTable<string>>();

/**
 * The hardening product whose shell a class or package belongs to: such code is the packer's, neither the app's nor an SDK's.
 * @param name dotted, `com.stub.StubApp`
 * @returns the packer's name, null for everything else
 */
export function shellOf(name: string, { packers }: Pick<Knowledge, 'packers'>): string | null {
  return indexOf(packers).longest(name)?.value ?? null;
}

function indexOf(packers: readonly PackerSignature[]): PrefixTable<string> {
  const known = indexes.get(packers);
  if (known !== undefined) return known;
  const own = packers.filter(({ kind }) => kind === 'class' || kind === 'namespace');
  const shells = new PrefixTable(own.map(({ value, packer }) => [value, packer] as const));
  indexes.set(packers, shells);
  return shells;
}

import type { Knowledge, PackerSignature } from './types.ts';

const indexes = new WeakMap<readonly PackerSignature[], ReadonlyMap<string, string>>();

/**
 * The hardening product whose shell a class or package belongs to: such code is the packer's, neither the app's nor an SDK's.
 * @param name dotted, `com.stub.StubApp`
 * @returns the packer's name, null for everything else
 */
export function shellOf(name: string, { packers }: Pick<Knowledge, 'packers'>): string | null {
  const shells = indexOf(packers);
  for (let prefix = name; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))) {
    const packer = shells.get(prefix);
    if (packer !== undefined) return packer;
  }
  return null;
}

function indexOf(packers: readonly PackerSignature[]): ReadonlyMap<string, string> {
  const known = indexes.get(packers);
  if (known !== undefined) return known;
  const own = packers.filter(({ kind }) => kind === 'class' || kind === 'namespace');
  const shells = new Map(own.map(({ value, packer }) => [value, packer]));
  indexes.set(packers, shells);
  return shells;
}

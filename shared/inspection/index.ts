import type { PackageFacts, PackageFormat } from '../domain/facts/package.ts';
import type { ByteSource } from '../domain/ports.ts';
import type { Knowledge } from '../knowledge/types.ts';

/** Version of the inspector: part of the key under which facts are kept. A change of meaning changes it. */
export const INSPECTOR_VERSION = 'inspector/1';

/** Formats that `inspectPackage` can read; the others are only told apart. */
export const INSPECTABLE_FORMATS: readonly PackageFormat[] = ['apk'];

/** Tells the container format by content. @throws InputError `not-a-package` */
export async function sniffFormat(_source: ByteSource): Promise<PackageFormat> {
  throw new Error('being written');
}

/** Reads a package by ranges and says what is in it. A broken one gives facts with gaps. */
export async function inspectPackage(
  _source: ByteSource,
  _context: { readonly sha256: string; readonly knowledge: Knowledge },
): Promise<PackageFacts> {
  throw new Error('being written');
}

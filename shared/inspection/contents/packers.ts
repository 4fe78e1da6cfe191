import type { PackerHit } from '../../domain/facts/package.ts';
import type { PackerSignature } from '../../knowledge/types.ts';
import { LIMITS } from '../limits.ts';
import { type Listing, type Placed, placeOf } from './listing.ts';

/** What hardening products are recognised by, beside entries. */
export interface CodeNames {
  /** Dotted names of the classes that the manifest names. */
  readonly declared: readonly string[];
  /** Dotted packages with classes in a DEX file. */
  readonly packages: readonly string[];
}

/**
 * Marks of known hardening products: by entry path, by library file name wherever it lies, by the shell's class in the manifest, by the
 * shell's package in the code. One hit each mark, in the order of the knowledge.
 */
export function findPackers(listing: Listing, names: CodeNames, signatures: readonly PackerSignature[]): PackerHit[] {
  const files = byFileName(listing);
  const declared = new Set(names.declared);
  const packages = new Set(names.packages);
  const seek: Record<PackerSignature['kind'], (value: string) => string | undefined> = {
    entry: (value) => {
      const placed = listing.byPath.get(value) ?? (value.includes('/') ? undefined : listing.byPath.get(`assets/${value}`));
      return placed && placeOf(placed);
    },
    library: (value) => files.get(value),
    'library-pattern': (value) => findFile(files, value),
    class: (value) => (declared.has(value) ? value : undefined),
    namespace: (value) => (packages.has(value) ? value : undefined),
  };
  const hits = new Map<string, PackerHit>();
  for (const { packer, kind, value } of signatures) {
    const evidence = seek[kind](value)?.slice(0, LIMITS.place);
    if (evidence !== undefined) hits.set(`${packer}\n${evidence}`, { packer, evidence });
  }
  return [...hits.values()];
}

/** The first place of each file name. */
function byFileName({ byPath }: Listing): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const placed of byPath.values()) {
    const name = fileName(placed);
    if (!files.has(name)) files.set(name, placeOf(placed));
  }
  return files;
}

function fileName({ path }: Placed): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function findFile(files: ReadonlyMap<string, string>, value: string): string | undefined {
  const pattern = new RegExp(`^(?:${value})$`);
  for (const [name, place] of files) if (name.length <= 200 && pattern.test(name)) return place;
  return undefined;
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { SdkTruth } from './score.ts';

const packagesSchema = z.strictObject({
  about: z.string().min(40),
  packages: z.array(
    z.strictObject({
      /** Below the corpus, or below `node_modules`. */
      file: z.string().optional(),
      package: z.string().optional(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      holds: z.array(z.strictObject({ id: z.string().min(1), version: z.string().nullable() })),
      either: z.array(z.string().min(1)),
    }),
  ),
});

/** A package that somebody shipped, and what a person found in it. */
export interface RealPackage {
  readonly name: string;
  readonly truth: SdkTruth;
  /** Null where this machine does not have it. @throws Error where the file is another one than was labelled */
  read(): Buffer | null;
}

const LIST = fileURLToPath(new URL('./packages.json', import.meta.url));

/**
 * The labelled packages.
 * @param corpus folder of the corpus; @param modules folder of the installed packages
 * @throws ZodError for a list that is not as described
 */
export function readRealPackages(corpus: string, modules: string): RealPackage[] {
  const { packages } = packagesSchema.parse(JSON.parse(readFileSync(LIST, 'utf8')));
  return packages.map(({ file, package: packed, sha256, holds, either }) => ({
    name: file ?? packed ?? sha256,
    truth: { holds, either },
    read() {
      const path = file === undefined ? join(modules, packed ?? '') : join(corpus, file);
      if (!existsSync(path)) return null;
      const bytes = readFileSync(path);
      // A development dependency may have moved on; what was labelled is then no longer there.
      if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
      if (file === undefined) return null;
      throw new Error(`${file}: not the file that was labelled`);
    },
  }));
}

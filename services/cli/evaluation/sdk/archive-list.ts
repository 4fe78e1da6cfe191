import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const packed = {
  /** Name and version in the npm registry, and the digest of the tarball as the registry gives it. */
  package: z.string().regex(/^(@[\w.-]+\/)?[\w.-]+$/),
  version: z.string().regex(/^[\w.+-]+$/),
  integrity: z.string().regex(/^sha512-[A-Za-z0-9+/]{86}==$/),
  /** Of the archive, inside the package. */
  path: z.string().min(1),
};

const archive = z.strictObject({
  ...packed,
  /**
   * Whether thresholds and entries of the knowledge were made with it at hand. All archives of a vendor have the same use, so that nothing
   * of a held-out vendor was seen.
   */
  use: z.enum(['development', 'held-out']),
  /** What it showed has corrected the knowledge of names: where those count it is held out no longer. */
  corrected: z.boolean().default(false),
  /** False where it is only taken alone: a further version, for fingerprints. */
  mixed: z.boolean().default(true),
  /** What a person found in it: the SDKs whose code is there, with the version where the archive's own name or publisher says it. */
  holds: z.array(
    z.strictObject({
      id: z.string().min(1),
      version: z.string().nullable(),
      /** Public classes by which an app uses it: what a shrinker starts from. Without any, an app that shrinks may lose it whole. */
      entry: z.array(z.string().min(1)).default([]),
    }),
  ),
  /** Parts too small, or too much of the SDK itself, for a person to say that they should be reported or should not. */
  either: z.array(z.string().min(1)).default([]),
});

const listSchema = z.strictObject({
  about: z.string().min(40),
  /** The package that carries D8 and R8. */
  r8: z.strictObject(packed),
  archives: z.array(archive).min(1),
});

/** One file inside a package of the registry. */
export type PackedFile = z.output<typeof listSchema>['r8'];
/** An archive of a vendor, with what it holds. */
export type SdkArchive = z.output<typeof archive>;
export type ArchiveList = z.output<typeof listSchema>;

const FILE = fileURLToPath(new URL('./archives.json', import.meta.url));

/** The vendors' archives of the test set. @throws ZodError for a list that is not as described */
export function readArchiveList(): ArchiveList {
  return listSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** How an archive is named in tables: `jpush-android-5.5.0.jar (jpush-react-native@3.1.1)`. */
export function nameOf({ package: name, version, path }: PackedFile): string {
  return `${path.split('/').at(-1)} (${name}@${version})`;
}

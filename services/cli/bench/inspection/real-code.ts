import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ByteSource } from '../../../../shared/domain/ports.ts';
import { Ranges } from '../../../../shared/inspection/binary/ranges.ts';
import { openArchive, type ZipArchive } from '../../../../shared/inspection/binary/zip.ts';
import { readEntry } from '../../../../shared/inspection/binary/zip-entry.ts';
import { Observations } from '../../../../shared/inspection/observations.ts';
import { openLocalFile } from '../../local-file.ts';

/** Folder of package.json; this file lies in `dist/services/cli/bench/inspection` when it runs, and in the sources when it is tested. */
export const ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : rootAbove(dirname(folder));
}

/** Development dependencies that hold real APKs, in the order in which their code is taken. */
const DEPENDENCIES = ['android-apidemos', 'appium-uiautomator2-server', 'io.appium.settings'];

/** Real packages that come with the development dependencies. Paths are absolute. */
export function dependencyPackages(): string[] {
  const require = createRequire(import.meta.url);
  return DEPENDENCIES.flatMap((name) => {
    const folder = join(dirname(require.resolve(`${name}/package.json`)), 'apks');
    return filesBelow(folder).filter((file) => file.endsWith('.apk'));
  });
}

/** Every package of the corpus beside the repository; none where it is absent. */
export function corpusPackages(): string[] {
  const folder = resolve(ROOT, '../shared/corpus');
  return ['apk', 'aab', 'hap', 'rpk', 'hostile'].flatMap((kind) => filesBelow(join(folder, kind)));
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Runs something on the archive of a local package. */
export async function withArchive<Result>(
  path: string,
  work: (archive: ZipArchive, source: ByteSource) => Promise<Result>,
): Promise<Result> {
  const file = await openLocalFile(path);
  try {
    return await work(await openArchive(new Ranges(file), new Observations()), file);
  } finally {
    await file.close();
  }
}

/** The content of entries of a package whose names match. */
export async function contentOf(path: string, pattern: RegExp): Promise<Map<string, Buffer>> {
  return withArchive(path, async (archive) => {
    const found = new Map<string, Buffer>();
    for (const entry of archive.byName.values()) {
      if (pattern.test(entry.name)) {
        found.set(entry.name, await readEntry(archive, entry, 1 << 30, 'package', new Observations()));
      }
    }
    return found;
  });
}

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { InputError } from '../../shared/domain/errors.ts';
import { DECISIONS } from '../../shared/domain/verdict.ts';
import { readJsonFile } from './read-json-file.ts';

/** Where the samples lie; the build copies them beside the compiled code. */
export const SAMPLES_FOLDER = fileURLToPath(new URL('./samples/', import.meta.url));

const sampleSchema = z.strictObject({
  id: z.string(),
  /** `package/path/in/it` of a development dependency. */
  package: z.string(),
  /** What its manifest says. */
  packageName: z.string(),
  listing: z.string(),
  policy: z.strictObject({
    /** Document to send along, or to be served where `path` is given too. */
    file: z.string().optional(),
    /** Path on the demonstration's own web site that the listing's `privacyPolicyUrl` will point at. */
    path: z.string().startsWith('/').optional(),
  }),
  /** What the machine must decide, and clauses that must be among those it finds violated (or in need of review). */
  expect: z.strictObject({ decision: z.enum(DECISIONS), clauses: z.array(z.string()) }),
  shows: z.strictObject({ zh: z.string(), en: z.string() }),
});

/** A real package with a listing and a policy written to show one thing. Paths are absolute. */
export type Sample = z.infer<typeof sampleSchema>;

/** @throws InputError `no-sample-package` when the development dependencies are not installed */
function locatePackage(place: string): string {
  const [name = '', ...path] = place.split('/');
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return join(dirname(require.resolve(join(folder, name, 'package.json'))), ...path);
    } catch {
      // Not in this folder; the next one up may have it.
    }
  }
  throw new InputError('no-sample-package', {
    zh: `找不到示例安装包所在的开发依赖 ${name}，请运行 npm ci`,
    en: `the development dependency ${name}, which holds a sample package, is not installed; run npm ci`,
  });
}

/** All samples, in the order in which the demonstration shows them. */
export async function loadSamples(): Promise<readonly Sample[]> {
  const samples = z.array(sampleSchema).parse(await readJsonFile(join(SAMPLES_FOLDER, 'samples.json')));
  return samples.map((sample) => ({
    ...sample,
    package: locatePackage(sample.package),
    listing: join(SAMPLES_FOLDER, sample.listing),
    policy: { ...sample.policy, ...(sample.policy.file ? { file: join(SAMPLES_FOLDER, sample.policy.file) } : {}) },
  }));
}

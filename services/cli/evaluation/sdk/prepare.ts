import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PackageFacts } from '../../../../shared/domain/facts/package.ts';
import type { ArchiveList } from './archive-list.ts';
import { type CaseOptions, factsOf, factsOfPackage } from './built-cases.ts';
import type { SdkCase } from './cases.ts';
import { fetchPacked } from './fetch-packed.ts';
import type { InspectedCase } from './judge.ts';
import { type RealPackage, readRealPackages } from './real-packages.ts';
import { findAndroidJar } from './toolchain.ts';

/** Options of the command line that evaluation and training share. */
export const SHARED_OPTIONS = {
  corpus: { type: 'string', default: '../shared/corpus' },
  cache: { type: 'string', default: 'node_modules/.cache/sdk-archives' },
  'android-jar': { type: 'string' },
  reuse: { type: 'boolean', default: false },
} as const;

export const SHARED_USAGE = `
  --corpus DIR       real packages (../shared/corpus)
  --cache DIR        where archives, apps and facts are kept (node_modules/.cache/sdk-archives)
  --android-jar FILE the platform's classes for D8 and R8; by default of the newest platform below ANDROID_HOME
  --reuse            takes the facts that an earlier run of the same inspector left

Archives are downloaded by npm pack, none of their scripts runs. Needs a Java run time for D8 and R8, which come from the registry too.
`;

const run = promisify(execFile);

/** The tools for building apps. @throws Error where there is no Java run time or no `android.jar`, or R8 cannot be had */
export async function prepare(
  { r8: packed }: ArchiveList,
  values: { readonly cache: string; readonly reuse: boolean; readonly 'android-jar'?: string },
): Promise<CaseOptions> {
  const androidJar = findAndroidJar(values['android-jar']);
  if (androidJar === null) throw new Error('没有 android.jar / No android.jar');
  await run('java', ['-version']).catch(() => {
    throw new Error('没有 Java 运行时 / No Java run time');
  });
  const r8 = join(values.cache, 'r8.jar');
  await mkdir(values.cache, { recursive: true });
  await writeFile(r8, await fetchPacked(packed, values.cache));
  return { cache: values.cache, tools: { r8, androidJar }, reuseFacts: values.reuse };
}

/** Builds and inspects cases; one that cannot be built is told and left out. */
export async function inspectCases(
  cases: readonly SdkCase[],
  options: CaseOptions,
  say: (text: string) => void,
): Promise<InspectedCase[]> {
  const inspected: InspectedCase[] = [];
  for (const one of cases) {
    try {
      inspected.push({ case: one, facts: await factsOf(one, options) });
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 400) : String(error);
      say(`Left out, not built: ${one.way} ${one.name}: ${reason}`);
    }
  }
  return inspected;
}

/** Inspects the real packages that this machine has. */
export async function inspectReal(
  corpus: string,
  options: CaseOptions,
): Promise<{ readonly of: RealPackage; readonly facts: PackageFacts }[]> {
  const inspected = [];
  for (const of of readRealPackages(corpus, 'node_modules')) {
    const bytes = of.read();
    if (bytes !== null) inspected.push({ of, facts: await factsOfPackage(bytes, options) });
  }
  return inspected;
}

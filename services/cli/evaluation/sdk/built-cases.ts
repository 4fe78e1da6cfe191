import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageFacts } from '../../../../shared/domain/facts/package.ts';
import { INSPECTOR_VERSION, inspectPackage } from '../../../../shared/inspection/index.ts';
import { knowledge } from '../../../../shared/knowledge/index.ts';
import { buildApp } from './build-app.ts';
import type { SdkCase } from './cases.ts';
import { fetchPacked } from './fetch-packed.ts';
import type { Toolchain } from './toolchain.ts';
import { openVendorArchive, sourceOf } from './vendor-archive.ts';

/** Changes whenever the same archives would give another app, as another R8 does. */
const RECIPE = 1;

export interface CaseOptions {
  /** Folder for tarballs, apps and facts. */
  readonly cache: string;
  readonly tools: Toolchain;
  /** Takes the facts of an earlier run of the same inspector, for work on what is made of facts. */
  readonly reuseFacts: boolean;
}

/** The app of a case, from the cache or built anew. @throws Error where an archive cannot be had or not be built */
async function appOf(one: SdkCase, { cache, tools }: CaseOptions): Promise<Buffer> {
  const entry = [...new Set(one.archives.flatMap(({ holds }) => holds.flatMap((held) => held.entry)))];
  const parts = one.archives.map(({ integrity, path }) => [integrity, path]);
  const key = createHash('sha256')
    .update(JSON.stringify([RECIPE, one.way, entry, parts]))
    .digest('hex')
    .slice(0, 24);
  const file = join(cache, 'apps', `${key}.apk`);
  const built = await readFile(file).catch(() => null);
  if (built !== null) return built;
  const archives = [];
  for (const archive of one.archives) archives.push(await openVendorArchive(archive.path, await fetchPacked(archive, cache)));
  const app = await buildApp(archives, one.way, entry, tools);
  await keep(file, app);
  return app;
}

/** The inspector's facts of the app of a case. @throws as `appOf` */
export async function factsOf(one: SdkCase, options: CaseOptions): Promise<PackageFacts> {
  return factsOfPackage(await appOf(one, options), options);
}

/** The inspector's facts of a package. */
export async function factsOfPackage(
  bytes: Buffer,
  { cache, reuseFacts }: Pick<CaseOptions, 'cache' | 'reuseFacts'>,
): Promise<PackageFacts> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = join(cache, 'facts', `${sha256}.${INSPECTOR_VERSION.replace('/', '-')}.json`);
  const known = reuseFacts ? await readFile(file, 'utf8').catch(() => null) : null;
  if (known !== null) return JSON.parse(known) as PackageFacts;
  const facts = await inspectPackage(sourceOf(bytes), { sha256, knowledge, reading: 'full' });
  await keep(file, JSON.stringify(facts));
  return facts;
}

async function keep(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  const part = `${file}.${process.pid}`;
  await writeFile(part, content);
  await rename(part, file);
}

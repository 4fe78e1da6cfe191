import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildConsoleIfStale } from './build-console.mjs';
import { filesBelow, fingerprintOf, isCurrent } from './fingerprint.mjs';
import { ROOT } from './root.mjs';
import { runNode } from './run.mjs';

const DIST = join(ROOT, 'dist');
const RECORD = join(DIST, '.build.json');
const FOLDERS = ['shared', 'services'];
const CONFIGURATION = ['tsconfig.json', 'services/tsconfig.build.json', 'node_modules/typescript/package.json'];

/** Brings dist/ up to date: the program, then the reviewers' console. Ends the process when either cannot be built. */
export async function buildIfStale() {
  await buildProgramIfStale();
  await buildConsoleIfStale();
}

/**
 * Compiles the sources into dist/ and copies the data files beside them, unless nothing has changed since the last time.
 * What no longer has a source is removed: rules are found by looking into folders, and a deleted rule must not live on in dist/.
 */
async function buildProgramIfStale() {
  const sources = await sourceFiles();
  const fingerprint = fingerprintOf([...sources, ...CONFIGURATION]);
  if (await isCurrent(RECORD, fingerprint)) return;
  console.log('正在编译 / Building …');
  await rm(RECORD, { force: true });
  const code = await runNode(['node_modules/typescript/bin/tsc', '-p', 'services/tsconfig.build.json']);
  if (code !== 0) {
    console.error('编译失败 / The build failed.');
    process.exit(code);
  }
  const kept = new Set(['.build.json']);
  for (const file of sources) {
    if (file.endsWith('.ts')) {
      const compiled = `${file.slice(0, -3)}.js`;
      kept.add(compiled).add(`${compiled}.map`);
      continue;
    }
    kept.add(file);
    await mkdir(dirname(join(DIST, file)), { recursive: true });
    await cp(join(ROOT, file), join(DIST, file));
  }
  for (const file of await filesBelow(DIST, '')) {
    // The console has a build of its own, which cleans up after itself.
    if (!kept.has(file) && !/^console[./]/.test(file)) await rm(join(DIST, file), { force: true });
  }
  await writeFile(RECORD, JSON.stringify({ fingerprint }));
}

/** Sources and data files of the build, relative to the root; tests and what only containers or this script need are left out. */
async function sourceFiles() {
  const files = [];
  for (const folder of FOLDERS) files.push(...(await filesBelow(ROOT, folder)));
  return files
    .filter((file) => !/\.test\.ts$|\.mjs$|\.d\.ts$|(^|\/)(Dockerfile|tsconfig[^/]*\.json|\.[^/]+)$/.test(file))
    .filter((file) => !file.startsWith('services/bootstrap/') && !file.startsWith('services/console/'))
    .sort();
}

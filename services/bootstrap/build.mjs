import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from './root.mjs';
import { runNode } from './run.mjs';

const DIST = join(ROOT, 'dist');
const RECORD = join(DIST, '.build.json');
const FOLDERS = ['shared', 'services'];
const CONFIGURATION = ['tsconfig.json', 'services/tsconfig.build.json', 'node_modules/typescript/package.json'];

/**
 * Compiles the sources into dist/ and copies the data files beside them, unless nothing has changed since the last time.
 * What no longer has a source is removed: rules are found by looking into folders, and a deleted rule must not live on in dist/.
 * Ends the process when the sources do not compile.
 */
export async function buildIfStale() {
  const sources = await sourceFiles();
  const fingerprint = fingerprintOf(sources);
  if (await isCurrent(fingerprint)) return;
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
  for (const file of await filesBelow(DIST, '')) if (!kept.has(file)) await rm(join(DIST, file));
  await writeFile(RECORD, JSON.stringify({ fingerprint }));
}

/** Sources and data files of the build, relative to the root; tests and what only containers or this script need are left out. */
async function sourceFiles() {
  const files = [];
  for (const folder of FOLDERS) files.push(...(await filesBelow(ROOT, folder)));
  return files
    .filter((file) => !/\.test\.ts$|\.mjs$|\.d\.ts$|(^|\/)(Dockerfile|tsconfig[^/]*\.json|\.[^/]+)$/.test(file))
    .filter((file) => !file.startsWith('services/bootstrap/'))
    .sort();
}

async function filesBelow(root, folder) {
  const found = [];
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(root, path)));
    else found.push(path);
  }
  return found;
}

/** Size and time of change of everything that enters the build. Each program looks at all of it when it starts: one call a file. */
function fingerprintOf(sources) {
  const hash = createHash('sha256');
  for (const file of [...sources, ...CONFIGURATION]) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function isCurrent(fingerprint) {
  if (!existsSync(RECORD)) return false;
  try {
    return JSON.parse(await readFile(RECORD, 'utf8')).fingerprint === fingerprint;
  } catch {
    return false;
  }
}

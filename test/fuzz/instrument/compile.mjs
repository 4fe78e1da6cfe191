import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { parseWithCounters } from './counters.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What the fuzzer is made of, and what it reads with. */
const FOLDERS = ['shared', 'services/cli/building', 'test/fixtures', 'test/fuzz'];
/** Code that counts its branches. */
const FUZZED = join('shared', 'inspection', '/');

const OPTIONS = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' }, rewriteRelativeImportExtensions: true },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};

/**
 * Compiles the fuzzer and what it fuzzes into a folder for temporary files, with counters in the code of the inspection. Ahead of time and
 * not while modules are loaded: threads come and go, and a compiler in each of them would cost more than the search.
 * @returns the folder, laid out as the repository, and a function that removes it
 */
export async function compileFuzzer() {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-fuzzer-'));
  const out = join(folder, 'repository');
  for (const source of FOLDERS) {
    for (const file of await readdir(join(ROOT, source), { recursive: true, withFileTypes: true })) {
      const path = join(file.parentPath ?? file.path, file.name).slice(ROOT.length);
      if (file.isFile()) await compile(path, join(out, path));
    }
  }
  await writeFile(join(out, 'package.json'), '{"type":"module"}');
  await symlink(join(ROOT, 'node_modules'), join(out, 'node_modules'), 'junction');
  // Real packages may lie beside the repository; where they do not, the link leads nowhere and nobody follows it.
  await symlink(resolve(ROOT, '../shared'), join(folder, 'shared'), 'junction');
  return { out, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function compile(path, target) {
  if (/\.test\.ts$|\.d\.m?ts$|\.mjs$/.test(path) || path.includes('regressions')) return;
  await mkdir(dirname(target), { recursive: true });
  if (!path.endsWith('.ts')) {
    await cp(join(ROOT, path), target);
    return;
  }
  const source = await readFile(join(ROOT, path), 'utf8');
  const fuzzed = path.startsWith(FUZZED);
  const { program, head } = fuzzed ? await parseWithCounters(source, path) : { program: source, head: '' };
  const filename = join(ROOT, path);
  const { code } = await transform(program, { ...OPTIONS, filename, sourceFileName: filename });
  await writeFile(`${target.slice(0, -'.ts'.length)}.js`, head + code);
}

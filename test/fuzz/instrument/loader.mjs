import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { parseWithCounters } from './counters.mjs';

const INSPECTION = new URL('../../../shared/inspection/', import.meta.url).href;

const OPTIONS = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};

/** Hook of Node.js for loading modules: strips types, and puts counters into the code that is fuzzed. */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  const filename = fileURLToPath(url);
  if (!url.startsWith(INSPECTION)) {
    const { code } = await transform(source, { ...OPTIONS, filename });
    return { format: 'module', source: code, shortCircuit: true };
  }
  const { program, head } = await parseWithCounters(source, url.slice(INSPECTION.length));
  const { code } = await transform(program, { ...OPTIONS, filename, sourceFileName: filename });
  return { format: 'module', source: head + code, shortCircuit: true };
}

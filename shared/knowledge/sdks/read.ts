import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { PermanentError } from '../../domain/errors.ts';
import { readData } from '../read-data.ts';
import type { SdkEntry } from '../types.ts';
import { fitFile } from './validation/file.ts';
import { describeProblem } from './validation/problem.ts';

/** Of the same folder, but no list of SDKs: prints of code, read by what compares them. */
const OTHER_DATA = new Set(['fingerprints.json']);

/**
 * The files of SDKs beside this one by name, in order, as JSON: a file that is dropped in is read without a word of code. Names with a
 * second dot (`sdks.schema.json`) are of another kind.
 * @throws SyntaxError for what is no JSON, with the file's path
 */
export function readRawSdkFiles(): Map<string, unknown> {
  const names = readdirSync(new URL('.', import.meta.url))
    .filter((name) => /^[a-z0-9-]+\.json$/.test(name) && !OTHER_DATA.has(name))
    .sort();
  return new Map(names.map((name) => [name, readData(`./sdks/${name}`, z.unknown())]));
}

/**
 * The SDKs of each file, files and entries in a fixed order.
 * @throws PermanentError `knowledge-invalid` that names every place that does not fit the schema
 */
export function readSdkFiles(): Map<string, readonly SdkEntry[]> {
  const files = [...readRawSdkFiles()].map(([name, data]) => ({ name, ...fitFile(name, data) }));
  const problems = files.flatMap((file) => file.problems).map(describeProblem);
  if (problems.length > 0) {
    throw new PermanentError('knowledge-invalid', {
      zh: problems.map(({ zh }) => zh).join('\n'),
      en: problems.map(({ en }) => en).join('\n'),
    });
  }
  return new Map(files.map(({ name, entries }) => [name, entries]));
}

/** All SDKs of all files, see `readSdkFiles`. */
export function readSdks(): SdkEntry[] {
  return [...readSdkFiles().values()].flat();
}

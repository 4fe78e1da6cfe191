import { readFile } from 'node:fs/promises';

/** Parses one of our own JSON files. */
export async function readJsonFile(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

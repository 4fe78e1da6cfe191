import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Files below a folder of the root, relative to the root. */
export async function filesBelow(root, folder) {
  const found = [];
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(root, path)));
    else found.push(path);
  }
  return found;
}

/** Size and time of change of everything that enters a build. Each program looks at all of it when it starts: one call a file. */
export function fingerprintOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Whether a build's record has this fingerprint. */
export async function isCurrent(record, fingerprint) {
  if (!existsSync(record)) return false;
  try {
    return JSON.parse(await readFile(record, 'utf8')).fingerprint === fingerprint;
  } catch {
    return false;
  }
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PackedFile } from './archive-list.ts';
import { fileOfTarball } from './tarball.ts';

const run = promisify(execFile);

/**
 * A file of a package of the registry, from the cache or by `npm pack`; no script of the package runs.
 * @param cache folder for the tarballs, made when it is not there
 * @throws Error where the registry does not have it, its bytes are not those that were labelled, or the file is not inside
 */
export async function fetchPacked(file: PackedFile, cache: string): Promise<Buffer> {
  const tarball = join(cache, `${file.package.replace('/', '+')}-${file.version}.tgz`);
  let bytes = await readFile(tarball).catch(() => null);
  if (bytes === null) {
    await download(file, tarball, cache);
    bytes = await readFile(tarball);
  }
  if (`sha512-${createHash('sha512').update(bytes).digest('base64')}` !== file.integrity) {
    await rm(tarball, { force: true });
    throw new Error(`${file.package}@${file.version}: not the bytes that were labelled`);
  }
  return fileOfTarball(bytes, file.path);
}

async function download({ package: name, version }: PackedFile, tarball: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'pack-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await run(npm, ['pack', `${name}@${version}`, '--ignore-scripts', '--silent', '--pack-destination', folder]);
    const [made] = await readdir(folder);
    if (made === undefined) throw new Error(`npm packed nothing: ${name}@${version}`);
    await rename(join(folder, made), tarball);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

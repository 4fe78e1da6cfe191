import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What no submission can be faster than on this machine: its bytes hashed and written to a folder. */
export interface Floor {
  /** Packages a second. */
  readonly perSecond: number;
  /** Milliseconds a package, each one. */
  readonly milliseconds: readonly number[];
}

/** Hashes and writes each package in turn, in the same run and folder as the measurement that it is compared with. */
export async function measureFloor(packages: readonly Buffer[], folder: string): Promise<Floor> {
  await mkdir(folder, { recursive: true });
  const milliseconds: number[] = [];
  const started = performance.now();
  for (const bytes of packages) {
    const begin = performance.now();
    createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(folder, randomUUID()), bytes, { flush: true });
    milliseconds.push(performance.now() - begin);
  }
  return { perSecond: (packages.length * 1000) / (performance.now() - started), milliseconds };
}

import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { policyFile } from '../demo/store-client.ts';
import { readJsonFile } from '../read-json-file.ts';
import type { Sample } from '../samples.ts';
import { deploy } from './deployment.ts';
import { writeLargePackage } from './large-package.ts';
import { memoryOf } from './memory.ts';

/** What one body of `bytes` did to the API. Memory in MB. */
export interface LargeUpload {
  readonly bytes: number;
  readonly seconds: number;
  readonly idle: number;
  readonly peak: number;
}

/** Streams one very large package to an API that has done nothing yet, and reads the peak of its memory. */
export async function measureLarge(sample: Sample, bytes: number, folder: string): Promise<LargeUpload> {
  const file = join(folder, 'large.apk');
  // What a manifest says is the workers' business; the API only tells the format by the entries' names.
  await writeLargePackage(file, Buffer.alloc(0), bytes);
  const deployment = await deploy('postgres', folder);
  if (deployment === null) throw new Error('no database');
  try {
    const idle = memoryOf(deployment.api.pid).now;
    const { acknowledgedMs } = await deployment.client.submit({
      // Backed by the file, so that this process does not hold the body either.
      package: await openAsBlob(file),
      packageName: 'large.apk',
      listing: await readJsonFile(sample.listing),
      policy: await policyFile(sample.policy.file),
      callbackUrl: null,
    });
    return { bytes, seconds: acknowledgedMs / 1000, idle, peak: memoryOf(deployment.api.pid).peak };
  } finally {
    await deployment.stop();
  }
}

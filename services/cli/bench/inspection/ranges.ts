import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ByteSource } from '../../../../shared/domain/ports.ts';
import { inspectPackage } from '../../../../shared/inspection/index.ts';
import type { ContentDigests } from '../../../../shared/inspection/signing/content-digests.ts';
import { knowledge } from '../../../../shared/knowledge/index.ts';
import { openObjectStore } from '../../../../shared/platform/objects/index.ts';
import { openLocalFile } from '../../local-file.ts';
import { countReads, type Reads } from './counted-source.ts';
import { spent } from './spent.ts';
import type { Ranged, Spent, StoredObject } from './task.ts';

/** What an inspection fetches of a package on the disk or in an S3 store, and what it takes, after the pass of ingestion. */
export async function measureRanges(path: string, object: StoredObject | null, repeats: number): Promise<Ranged> {
  return object ? fromStore(path, object, repeats) : fromDisk(path, repeats);
}

async function fromDisk(path: string, repeats: number): Promise<Ranged> {
  const file = await openLocalFile(path);
  try {
    let known: Awaited<ReturnType<typeof file.digest>>;
    const ingestion = await spent(async () => {
      known = await file.digest();
    });
    return { ingestion, ...(await inspectOften(file, known!, repeats)) };
  } finally {
    await file.close();
  }
}

/** The object is put into the store first, and removed afterwards. */
async function fromStore(path: string, { url, key, ...credentials }: StoredObject, repeats: number): Promise<Ranged> {
  const store = await openObjectStore(url, credentials);
  const file = await openLocalFile(path);
  try {
    const { size } = await stat(path);
    const known = await file.digest();
    const ingestion = await spent(() => store.put(key, createReadStream(path), { size }));
    try {
      const source: ByteSource = { size, read: (offset, length) => store.read(key, offset, length) };
      return { ingestion, ...(await inspectOften(source, known, repeats)) };
    } finally {
      await store.remove(key);
    }
  } finally {
    await file.close();
    await store.close();
  }
}

async function inspectOften(
  source: ByteSource,
  known: { readonly sha256: string; readonly digests: ContentDigests },
  repeats: number,
): Promise<Pick<Ranged, 'inspection' | 'reads'>> {
  const inspection: Spent[] = [];
  let reads: Reads = { requests: 0, bytes: 0 };
  for (let round = 0; round < repeats; round++) {
    reads = { requests: 0, bytes: 0 };
    inspection.push(await spent(() => inspectPackage(countReads(source, reads), { ...known, knowledge })));
  }
  return { inspection, reads };
}

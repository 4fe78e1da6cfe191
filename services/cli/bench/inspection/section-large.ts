import { join } from 'node:path';
import { markdownTable, rounded } from '../figures.ts';
import { inFreshProcess } from './process.ts';
import { MEGABYTE, makePackage } from './recipes.ts';
import { type Bench, median, megabytes, verdict } from './report.ts';
import { openMeasuredStore } from './s3.ts';

/** A package of 2 GB costs what one of 20 MB with the same code does. */
export async function large({ folder, repeats, say }: Bench): Promise<boolean> {
  const small = await makePackage(join(folder, 'small.apk'), 10, { total: 20 * MEGABYTE, zeros: true });
  const huge = await makePackage(join(folder, 'huge.apk'), 10, { total: 2000 * MEGABYTE, zeros: true });
  const store = await openMeasuredStore(join(folder, 'objects'), process.env);
  const rows: string[][] = [];
  const fetched: number[] = [];
  try {
    for (const access of store ? [null, store.access] : [null]) {
      for (const made of [small, huge]) {
        const object = access && { ...access, key: `bench/${made.bytes}-${process.pid}` };
        const result = await inFreshProcess<'ranges'>({ kind: 'ranges', path: made.path, object, repeats });
        fetched.push(result.reads.bytes);
        rows.push([
          `${megabytes(made.bytes)}, ${megabytes(made.dexBytes)} of DEX`,
          object ? store!.name : 'disk',
          `${result.reads.bytes} bytes in ${result.reads.requests} reads`,
          `${rounded(median(result.inspection))} s`,
          `${rounded(result.ingestion.wall)} s`,
        ]);
      }
    }
  } finally {
    await store?.stop();
  }
  if (!store) say('no S3 store: OBJECT_STORE_URL names none, and the server of the tests is not there\n');
  say(markdownTable(['Package', 'From', 'Fetched', 'Inspected in', 'Ingestion before'], rows));
  // What a signature covers ends in a chunk of up to 1 MiB that is read for it, more or less of it by where the size happens to end.
  const same = fetched.every((bytes, index) => Math.abs(bytes - fetched[index - (index % 2)]!) <= 1 << 20);
  say(`\nthe same bytes fetched whatever the size, but for the last chunk of a signature: ${verdict(same)}`);
  return same;
}

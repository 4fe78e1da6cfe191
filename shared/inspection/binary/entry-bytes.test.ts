import { randomBytes } from 'node:crypto';
import { buildZip, type EntryRecipe } from '../../../services/cli/building/zip.ts';
import { bytesSource } from '../../../test/fixtures/source.ts';
import { Observations } from '../observations.ts';
import { openEntryBytes } from './entry-bytes.ts';
import { Ranges } from './ranges.ts';
import { openArchive } from './zip.ts';

async function open(recipe: EntryRecipe, prefix: number) {
  const ranges = new Ranges(bytesSource(buildZip([recipe])));
  const archive = await openArchive(ranges, new Observations());
  return { ranges, bytes: await openEntryBytes(archive, archive.byName.get(recipe.name)!, prefix) };
}

const data = randomBytes(3 << 20);

test('a stored entry is read where it lies', async () => {
  const { ranges, bytes } = await open({ name: 'a', data, stored: true }, 16);
  expect(bytes).toMatchObject({ size: data.length, readable: data.length });
  expect(await bytes.read(2 << 20, 100)).toEqual(data.subarray(2 << 20, (2 << 20) + 100));
  expect(await bytes.read(data.length - 5, 100)).toEqual(data.subarray(data.length - 5));
  expect(await bytes.read(data.length + 5, 100)).toHaveLength(0);
  expect(ranges.fetched).toBeLessThan(1 << 20);
});

test('of a compressed entry the prefix is inflated', async () => {
  const { ranges, bytes } = await open({ name: 'a', data }, 100_000);
  expect(bytes).toMatchObject({ size: data.length, readable: 100_000 });
  expect(await bytes.read(0, 1000)).toEqual(data.subarray(0, 1000));
  expect(await bytes.read(99_990, 1000)).toEqual(data.subarray(99_990, 100_000));
  expect(ranges.fetched).toBeLessThan(1 << 20);
});

test('a bomb costs no more than its prefix', async () => {
  const { bytes } = await open({ name: 'a', data: Buffer.alloc(64 << 20) }, 4096);
  expect(bytes.readable).toBe(4096);
});

test('damaged data', async () => {
  const zip = buildZip([{ name: 'a', data }]);
  zip.fill(0xff, 31, 2000);
  const archive = await openArchive(new Ranges(bytesSource(zip)), new Observations());
  await expect(openEntryBytes(archive, archive.byName.get('a')!, 100)).rejects.toMatchObject({ code: 'zip-inflate-failed' });
});

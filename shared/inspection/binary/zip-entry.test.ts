import { buildZip } from '../../../services/cli/building/zip.ts';
import { bytesSource } from '../../../test/fixtures/source.ts';
import { Observations } from '../observations.ts';
import { Ranges } from './ranges.ts';
import { openArchive } from './zip.ts';
import { readEntry } from './zip-entry.ts';

async function open(bytes: Uint8Array) {
  const observations = new Observations();
  const archive = await openArchive(new Ranges(bytesSource(bytes)), observations);
  const read = (name: string, maxBytes = 1 << 20) =>
    readEntry(archive, archive.byName.get(name)!, maxBytes, 'package', observations);
  return { archive, read, observations };
}

test('a bomb stops at the limit instead of filling memory', async () => {
  const bomb = buildZip([{ name: 'bomb', data: Buffer.alloc(64 << 20) }]);
  expect(bomb.length).toBeLessThan(100_000);
  const { read } = await open(bomb);
  const before = process.memoryUsage().arrayBuffers;
  await expect(read('bomb', 1 << 20)).rejects.toMatchObject({ code: 'zip-entry-too-large', place: 'bomb @ 0x0' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 << 20);
});

test('a bomb that declares a small size stops there too', async () => {
  const { read } = await open(buildZip([{ name: 'bomb', data: Buffer.alloc(8 << 20), lies: { size: 10 } }]));
  await expect(read('bomb', 1 << 20)).rejects.toMatchObject({ code: 'zip-entry-too-large' });
});

test('of several entries with one name the first is read', async () => {
  const { archive, read, observations } = await open(
    buildZip([
      { name: 'a', data: Buffer.from('first') },
      { name: 'a', data: Buffer.from('second') },
      { name: 'folder/', data: Buffer.alloc(0) },
      { name: 'folder/', data: Buffer.alloc(0) },
    ]),
  );
  expect((await read('a')).toString()).toBe('first');
  expect(archive.entries).toHaveLength(4);
  expect(observations.tampering.map(({ place }) => place)).toEqual(['a']);
});

test('a local extra field longer than expected only costs a second read', async () => {
  const data = Buffer.from('content');
  const { read } = await open(buildZip([{ name: 'a', data, stored: true, lies: { localExtra: Buffer.alloc(60_000) } }]));
  expect(await read('a')).toEqual(data);
});

test('entries beyond the number that the end record counts are hidden from the system, and said to be', async () => {
  const bytes = buildZip(['a', 'b', 'c'].map((name) => ({ name, data: Buffer.from(name) })));
  bytes.writeUInt16LE(2, bytes.length - 22 + 10);
  const { archive, observations } = await open(bytes);
  expect(archive.entries.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(observations.tampering.map(({ trick }) => trick)).toEqual(['entry-count-false']);
});

test('a directory with fewer entries than counted is a gap', async () => {
  const bytes = buildZip(['a', 'b'].map((name) => ({ name, data: Buffer.from(name) })));
  bytes.writeUInt16LE(5, bytes.length - 22 + 10);
  const { observations } = await open(bytes);
  expect(observations.gaps.map(({ code }) => code)).toEqual(['zip-directory-short']);
});

test('more than 65,535 entries in a plain end record wrap around and are all read', async () => {
  const names = Array.from({ length: 65_537 }, (_, index) => `f${index}`);
  const { archive, observations } = await open(buildZip(names.map((name) => ({ name, data: Buffer.alloc(0), stored: true }))));
  expect(archive.entries).toHaveLength(65_537);
  expect(observations.tampering.map(({ trick, effect }) => [trick, effect])).toEqual([['entry-count-wrapped', 'install']]);
});

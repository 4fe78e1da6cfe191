import { buildZip, type EntryRecipe } from '../../../services/cli/building/zip.ts';
import { bytesSource } from '../../../test/fixtures/source.ts';
import { LIMITS } from '../limits.ts';
import { Observations, SourceFailure } from '../observations.ts';
import { openNested, placeWithin } from './nested-archive.ts';
import { Ranges } from './ranges.ts';
import { openArchive } from './zip.ts';
import { readEntry } from './zip-entry.ts';

const inner = buildZip([{ name: 'a.txt', data: Buffer.from('content') }]);

async function open(entries: readonly EntryRecipe[], source = bytesSource(buildZip(entries))) {
  const observations = new Observations();
  const archive = await openArchive(new Ranges(source), observations);
  const nested = (name: string) => openNested(archive, archive.byName.get(name)!, observations);
  return { archive, nested, observations, source };
}

test.each([true, false])('an inner archive (stored: %s) is read like any other', async (stored) => {
  const { nested, observations } = await open([{ name: 'in.apk', data: inner, stored }]);
  const opened = (await nested('in.apk'))!;
  const bytes = await readEntry(opened, opened.byName.get('a.txt')!, 100, 'package', observations);
  expect(bytes.toString()).toBe('content');
  expect([observations.gaps, observations.tampering]).toEqual([[], []]);
});

test('of a stored archive only what is needed is fetched', async () => {
  const big = buildZip([
    { name: 'big.bin', data: Buffer.alloc(8 << 20, 7), stored: true },
    { name: 'a.txt', data: Buffer.from('content') },
  ]);
  const { nested, observations, source } = await open([{ name: 'in.apk', data: big, stored: true }]);
  const opened = (await nested('in.apk'))!;
  expect((await readEntry(opened, opened.byName.get('a.txt')!, 100, 'package', observations)).toString()).toBe('content');
  expect(source.fetched).toBeLessThan(512 << 10);
});

test('an archive in an archive in an archive is read where it lies', async () => {
  const middle = buildZip([{ name: 'in.zip', data: inner, stored: true }]);
  const { nested, observations } = await open([{ name: 'mid.zip', data: middle, stored: true }]);
  const opened = (await nested('mid.zip'))!;
  const innermost = await openNested(opened, opened.byName.get('in.zip')!, observations);
  expect([...innermost!.byName.keys()]).toEqual(['a.txt']);
});

test('tricks of the inner archive are noted with the outer entry in front', async () => {
  const twice = buildZip([
    { name: 'a', data: Buffer.from('1') },
    { name: 'a', data: Buffer.from('2'), lies: { localName: 'b' } },
  ]);
  const { archive, nested, observations } = await open([{ name: 'x/in.apk', data: twice }]);
  const opened = (await nested('x/in.apk'))!;
  const within = observations.within(placeWithin(archive.byName.get('x/in.apk')!));
  await readEntry(opened, opened.entries[1]!, 100, 'package', within);
  expect(observations.tampering.map(({ trick, place }) => [trick, place])).toEqual([
    ['duplicate-entry', 'x/in.apk!a'],
    ['local-name-differs', 'x/in.apk!a'],
  ]);
});

test.each<[string, EntryRecipe, string]>([
  ['no archive', { name: 'in', data: Buffer.from('not an archive at all, only text') }, 'zip-directory-missing'],
  ['nothing', { name: 'in', data: Buffer.alloc(0), stored: true }, 'zip-entry-empty'],
  ['a cut archive', { name: 'in', data: inner.subarray(0, 60), stored: true }, 'zip-directory-missing'],
  ['a bomb', { name: 'in', data: Buffer.alloc(LIMITS.nestedBytes + 1) }, 'zip-entry-too-large'],
])('%s is a gap and null', async (_, recipe, code) => {
  const { nested, observations } = await open([recipe]);
  expect(await nested('in')).toBeNull();
  expect(observations.gaps.map((gap) => gap.code)).toEqual([code]);
});

test('archives that inflate to more than the allowance in all are given up one after another', async () => {
  const bomb = buildZip([{ name: 'zeros', data: Buffer.alloc(200 << 20), stored: true }]);
  const recipes = ['1', '2', '3', '4'].map((name) => ({ name, data: bomb }));
  const { nested, observations } = await open(recipes);
  const opened = [];
  for (const { name } of recipes) opened.push((await nested(name)) !== null);
  expect(opened).toEqual([true, true, false, false]);
  expect(observations.gaps.map((gap) => gap.code)).toEqual(['zip-entry-too-large', 'zip-entry-too-large']);
}, 30_000);

test('a source that fails while the inner archive is read is told as such', async () => {
  const bytes = buildZip([
    { name: 'in.apk', data: inner, stored: true },
    { name: 'pad', data: Buffer.alloc(1 << 20, 1), stored: true },
  ]);
  const { archive, observations } = await open([], { ...bytesSource(bytes), fetched: 0 });
  const lost = new Error('gone');
  const failing = new Ranges({ size: bytes.length, read: () => Promise.reject(lost) });
  const nested = openNested({ ...archive, ranges: failing }, archive.byName.get('in.apk')!, observations);
  await expect(nested).rejects.toBeInstanceOf(SourceFailure);
  await expect(nested).rejects.toMatchObject({ cause: lost });
});

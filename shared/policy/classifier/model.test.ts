import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import { PLACES, placeOf, takePlace } from './feature-table.ts';
import { type ModelFile, modelFile, readModel, tableBytes } from './model.ts';

const file = modelFile.parse(createRequire(import.meta.url)('./model.json'));
const packed = (bytes: Uint8Array): string => deflateRawSync(bytes, { level: 1 }).toString('base64');

test('the shipped file is at most 5 MB and names the corpus and its licence', () => {
  expect(JSON.stringify(file).length).toBeLessThan(5_000_000);
  expect(`${file.source} ${file.licence}`).toMatch(/CAPP-130.*CC BY 4\.0/s);
});

test('a table that is packed and read again is the same', () => {
  const bytes = tableBytes(readModel(file).table);
  const again = tableBytes(readModel({ ...file, table: packed(bytes) }).table);
  // Compared as bytes: a matcher would look at four million numbers one by one.
  expect(Buffer.compare(bytes, again)).toBe(0);
});

test.each<[string, unknown, RegExp]>([
  ['nothing', undefined, /invalid/],
  ['another format', { ...file, format: 'other/2' }, /format/],
  ['a weight too few', { ...file, biases: file.biases.slice(1) }, /biases/],
  ['a number that is none', { ...file, rarityStep: Number.NaN }, /rarityStep/],
  ['a field too many', { ...file, more: 1 }, /more/],
  ['no base64', { ...file, table: '句子' }, /table/],
  ['a torn table', { ...file, table: file.table.slice(0, 100_000) }, /cannot be unpacked/],
  ['a short table', { ...file, table: packed(new Uint8Array(10)) }, /10 bytes/],
  ['a table that never ends', { ...file, table: packed(new Uint8Array(50_000_000)) }, /cannot be unpacked/],
  ['a table without free places', { ...file, table: packed(new Uint8Array(PLACES * 16).fill(1)) }, /features, at most/],
])('%s is refused with a reason', (_, content, reason) => {
  expect(() => readModel(content as ModelFile)).toThrow(reason);
});

test('a hash is found where it was put, and only there', () => {
  const proofs = new Uint16Array(PLACES);
  const first = takePlace(proofs, 5);
  const second = takePlace(proofs, 5 + PLACES);
  expect([placeOf(proofs, 5), placeOf(proofs, 5 + PLACES)]).toEqual([first, second]);
  expect(second).toBe(first + 1);
  expect(takePlace(proofs, 5)).toBe(-1);
  expect(placeOf(proofs, 7 + PLACES)).toBe(-1);
  expect(placeOf(proofs, -1)).toBe(-1);
});

test('the table goes round at its end', () => {
  const proofs = new Uint16Array(PLACES);
  takePlace(proofs, PLACES - 1);
  expect(takePlace(proofs, 2 * PLACES - 1)).toBe(0);
  expect(placeOf(proofs, 2 * PLACES - 1)).toBe(0);
});

import { decodePrints, encodePrints, printOfText } from './prints.ts';
import { readPrints } from './read-prints.ts';

const room = new Uint32Array(1_000);
const read = (text: string) => [...room.subarray(0, readPrints(text, room))];

test('reads what was written, whatever the padding', () => {
  for (const length of [0, 1, 2, 3, 4, 5, 50, 999]) {
    const written = encodePrints(Array.from({ length }, (_, at) => printOfText('s', `${length} ${at}`)));
    expect(read(written)).toEqual([...decodePrints(written)]);
  }
  expect(read(encodePrints([0, 4, 127, 128, 2 ** 31, 0xffffffff]))).toEqual([0, 4, 127, 128, 2 ** 31, 0xffffffff]);
});

test.each([
  ['a number cut short', Buffer.from([4, 0x84]).toString('base64')],
  ['a number of more than five bytes', Buffer.from([4, 0x80, 0x80, 0x80, 0x80, 0x80, 1]).toString('base64')],
  ['a print beyond 32 bits', Buffer.from([4, 0xff, 0xff, 0xff, 0xff, 0x1f]).toString('base64')],
  ['a print twice', Buffer.from([4, 0]).toString('base64')],
  ['characters of no base64', 'BA!!'],
  ['characters of other scripts', 'BA友盟'],
])('%s ends the list', (_what, text) => {
  expect(read(text)).toEqual([4]);
});

test('never writes more than there is room for', () => {
  expect(readPrints(Buffer.alloc(30_000, 4).toString('base64'), room)).toBe(room.length);
});

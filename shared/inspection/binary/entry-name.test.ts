import { decodeEntryName, entryNameFault } from './entry-name.ts';

test.each<[string, Uint8Array, string | null]>([
  ['ASCII', Buffer.from('assets/a.txt'), null],
  ['UTF-8 of every length', Buffer.from('é 中 😀'), null],
  ['a replacement character that was written', Buffer.from('assets/\ufffd'), null],
  ['a surrogate in three bytes, as old writers encode', Buffer.from([0x61, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]), null],
  ['a NUL', Buffer.from('a\0b'), 'nul'],
  ['GBK', Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), 'encoding'],
  ['a lone continuation', Buffer.from([0x61, 0x80]), 'encoding'],
  ['a character that breaks off', Buffer.from([0x61, 0xe4, 0xb8]), 'encoding'],
  ['0xff', Buffer.from([0xff]), 'encoding'],
])('%s', (_name, bytes, fault) => {
  expect(entryNameFault(bytes)).toBe(fault);
});

test('names in GBK are read as such, and two of them stay two', () => {
  const names = [Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from([0xc8, 0xd5, 0xce, 0xc4])];
  expect(names.map(decodeEntryName)).toEqual([
    { name: '中文', fault: 'encoding' },
    { name: '日文', fault: 'encoding' },
  ]);
  expect(decodeEntryName(Buffer.from('中文'))).toEqual({ name: '中文', fault: null });
});

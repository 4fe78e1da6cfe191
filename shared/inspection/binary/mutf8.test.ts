import { modifiedUtf8 } from './mutf8.ts';

const item = (length: number, ...bytes: number[]) => Buffer.from([length, ...bytes, 0]);

test('one, two and three bytes a unit; NUL in two bytes; surrogates by themselves', () => {
  expect(modifiedUtf8(Buffer.concat([Buffer.from([3]), Buffer.from('abc\0')]), 0, 99)).toBe('abc');
  expect(modifiedUtf8(item(2, 0xc3, 0xa9, 0xe4, 0xb8, 0xad), 0, 99)).toBe('é中');
  expect(modifiedUtf8(item(1, 0xc0, 0x80), 0, 99)).toBe('\0');
  expect(modifiedUtf8(item(2, 0xed, 0xa0, 0xbd, 0xed, 0xba, 0x80), 0, 99)).toBe('🚀');
});

test('what is too long, has no end or lies outside is no text', () => {
  expect(modifiedUtf8(item(5, 0x61, 0x61, 0x61, 0x61, 0x61), 0, 4)).toBeNull();
  expect(modifiedUtf8(Buffer.from([2, 0x61, 0x61]), 0, 99)).toBeNull();
  expect(modifiedUtf8(Buffer.from([1, 0x61, 0]), 50, 99)).toBeNull();
  expect(modifiedUtf8(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0x61, 0]), 0, 99)).toBeNull();
});

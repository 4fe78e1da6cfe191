import { BrokenBytes } from '../broken.ts';
import { Cursor } from './cursor.ts';

const bytes = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

test('reads little-endian numbers one after the other', () => {
  const cursor = new Cursor(bytes, 'test');
  expect([cursor.u8(), cursor.u16(), cursor.u32(), cursor.left]).toEqual([1, 0x0302, 0x07060504, 5]);
});

test('a read beyond the end says what, where, how much was needed and left, in both languages', () => {
  const cursor = new Cursor(bytes, 'footer', 10);
  const error = (() => {
    try {
      cursor.u32();
    } catch (caught) {
      return caught as BrokenBytes;
    }
  })()!;
  expect(error).toBeInstanceOf(BrokenBytes);
  expect(error.code).toBe('truncated');
  expect(error.place).toBe('footer @ 0xa');
  expect(error.text.en).toBe('footer at offset 0xa: needs 4 bytes, 2 are left');
  expect(error.text.zh).toBe('footer 偏移 0xa：需要 4 字节，只剩 2 字节');
});

test('a part ends where it was said to end, although there are more bytes', () => {
  const cursor = new Cursor(bytes, 'test');
  const part = cursor.part(3);
  expect(part.take(3)).toEqual(Buffer.from([1, 2, 3]));
  expect(() => part.u8()).toThrow(BrokenBytes);
  expect(cursor.u8()).toBe(4);
});

test('a 64-bit number that no file can hold is refused', () => {
  expect(new Cursor(Buffer.from([5, 0, 0, 0, 1, 0, 0, 0]), 'test').u64()).toBe(2 ** 32 + 5);
  expect(() => new Cursor(Buffer.alloc(8, 0xff), 'test').u64()).toThrow('too large');
});

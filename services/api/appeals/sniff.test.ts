import fc from 'fast-check';
import { Sniffer } from './sniff.ts';

const typeOf = (...chunks: readonly (string | readonly number[])[]) => {
  const sniffer = new Sniffer();
  for (const chunk of chunks) sniffer.take(typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Buffer.from(chunk));
  return sniffer.type();
};
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('the type of an attachment', () => {
  test.each([
    ['image/png', [[...PNG, 0, 1, 2]]],
    ['image/png', PNG.map((byte) => [byte])],
    ['image/jpeg', [[0xff, 0xd8, 0xff, 0xe1, 0]]],
    ['image/jpeg', [[0xff], [0xd8], [0xff, 0]]],
    ['application/pdf', ['%PDF-1.4\n', [0, 1, 0xff]]],
    ['text/plain', ['说明\r\n\t第二行\f']],
    ['text/plain', [[0xe8], [0xaf], [0xb4]]],
    ['text/plain', ['\ufeff带标记']],
    ['text/plain', ['<script>alert(1)</script>']],
    [null, []],
    [null, ['']],
    [null, [PNG.slice(0, 7)]],
    [null, [[0xff, 0xd8]]],
    [null, ['文', [0]]],
    [null, ['\u001b[2J']],
    [null, [[0xe8, 0xaf]]],
    [null, [[0xc4, 0xe3]]],
    [null, [[0xfe, 0xff, 0x4e, 0x2d]]],
    [null, ['GIF89a', [1, 0, 1, 0]]],
    [null, ['PK\u0003\u0004']],
  ] as const)('is %s', (type, chunks) => {
    expect(typeOf(...chunks)).toBe(type);
  });

  test('does not depend on how the bytes were cut', () => {
    const some = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constant('%PDF-'));
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (text, size) => {
        const bytes = [...Buffer.from(text, 'utf8')];
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.slice(at * size, (at + 1) * size));
        expect(typeOf(...chunks)).toBe(typeOf(bytes));
      }),
    );
  });
});

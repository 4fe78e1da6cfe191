import fc from 'fast-check';
import { parsedCsv } from '../../../test/support/parsed-csv.ts';
import { toCsv } from './csv.ts';

test('cells with commas, quotes and line ends are quoted; the file tells that it is UTF-8', () => {
  expect(
    toCsv(
      ['日期', 'a,b'],
      [
        ['2026-01-01', 3],
        ['say "hi"\n', null],
      ],
    ),
  ).toBe('\ufeff日期,"a,b"\r\n2026-01-01,3\r\n"say ""hi""\n",\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =cmd|x', '＝1', '|x', '\r=1'])(
  'text that looks like a formula stays text: %j',
  (text) => {
    const [, row] = toCsv(['x'], [[text]]).split('x\r\n', 2);
    expect(row!.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('negative numbers are numbers', () => {
  expect(toCsv(['x'], [[-5]])).toBe('\ufeffx\r\n-5\r\n');
});

test('any text comes out of a reader as it went in, as text and never as a formula', () => {
  const awkward = fc.constantFrom(...['"', ',', ';', '\r', '\n', '\t', '=', '+', '-', '@', "'", ' ', '，', '＝', '\ufeff', '|']);
  const text = fc.string({ unit: fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 3 })), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { maxLength: 4 }), (rows) => {
      const [head, ...read] = parsedCsv(toCsv(['名称', 'a'], rows));
      expect(head).toEqual(['名称', 'a']);
      expect(read).toHaveLength(rows.length);
      for (const [at, row] of rows.entries())
        for (const [column, given] of row.entries()) {
          const cell = read[at]![column]!;
          expect([given, `'${given}`]).toContain(cell);
          expect(cell.trimStart()).not.toMatch(/^[=+\-@|]/);
        }
    }),
    { numRuns: 100 },
  );
});

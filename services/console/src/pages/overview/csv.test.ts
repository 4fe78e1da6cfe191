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

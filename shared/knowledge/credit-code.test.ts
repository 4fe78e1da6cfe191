import fc from 'fast-check';
import { readCreditCode } from './credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Written another way than the code under test: the check makes the weighted sum of all 18 a multiple of 31. */
const isConsistent = (code: string) =>
  [...code].reduce(
    (sum, character, at) =>
      sum + ALPHABET.indexOf(character) * [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1][at]!,
    0,
  ) %
    31 ===
  0;

const body = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '11', '12', '51', '52', 'Y1'),
    fc.integer({ min: 100_000, max: 659_999 }),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }),
  )
  .map(([head, place, organisation]) => `${head}${place}${organisation.join('')}`);

test('exactly one check character fits, and it is the one expected', () => {
  fc.assert(
    fc.property(body, (code) => {
      const readings = [...ALPHABET].map((last) => readCreditCode(code + last));
      const valid = [...ALPHABET].filter((_, at) => readings[at]!.form === 'valid');
      expect(valid).toHaveLength(1);
      expect(isConsistent(code + valid[0]!)).toBe(true);
      for (const reading of readings) if (reading.form === 'wrong-check') expect(reading.expected).toBe(valid[0]);
    }),
  );
});

test('any width, case, blanks and hyphens', () => {
  fc.assert(
    fc.property(body, fc.constantFrom('', ' ', '-', '\u3000'), (code, blank) => {
      const full = [...ALPHABET].map((last) => code + last).find((each) => readCreditCode(each).form === 'valid')!;
      const written = [...full.toLowerCase()]
        .join(blank)
        .replace(/[0-9a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      expect(readCreditCode(written)).toEqual(readCreditCode(full));
    }),
  );
});

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(body, fc.nat(16), fc.constantFrom(...ALPHABET), (code, at, other) => {
      const full = [...ALPHABET].map((last) => code + last).find((each) => readCreditCode(each).form === 'valid')!;
      fc.pre(full[at] !== other);
      expect(readCreditCode(full.slice(0, at) + other + full.slice(at + 1)).form).not.toBe('valid');
    }),
  );
});

test.each([
  ['', 'malformed'],
  ['无', 'malformed'],
  ['91440300MA5EXAMP2J', 'valid'],
  ['91440300MA5EXAMP21', 'wrong-check'],
  ['91440300MA5EXAMP2', 'malformed'],
  ['91440300I15EXAMP2J', 'malformed'],
  ['440301103448669', 'registration-number'],
  ['11010519491231002X', 'identity-number'],
])('%s is %s', (written, form) => {
  expect(readCreditCode(written).form).toBe(form);
});

test('who holds it', () => {
  const holder = (head: string) => {
    const codes = [...ALPHABET].map((last) => readCreditCode(`${head}440300MA5EXAMP2${last}`));
    const valid = codes.find(({ form }) => form === 'valid');
    return valid?.form === 'valid' ? valid.holder : null;
  };
  expect(['91', '92', '93', '12', '52', 'Y1'].map(holder)).toEqual([
    ...['company', 'self-employed', 'cooperative', 'institution', 'institution', 'other'],
  ]);
});

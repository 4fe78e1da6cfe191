import { folded, shortened, wordsOf } from './folded.ts';

describe('folding', () => {
  test.each([
    ['ＡＢＣ　示例', 'abc 示例'],
    ['  Two\r\n\tLines\u0000here ', 'two lines here'],
    ['微\u200b信\u202egp.exe\u2066', '微信gp.exe'],
    ['ﬁx ①', 'fix 1'],
    ['', ''],
  ])('%j is searched as %j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test('is the same for what is already folded', () => {
    for (const text of ['İstanbul ﷺ Straße', 'ＡＢＣ', '示例\u0000应用']) expect(folded(folded(text))).toBe(folded(text));
  });
});

test('words are folded, each once, and only so many', () => {
  expect(wordsOf(' 地图  MAP\u3000ｍａｐ ', 10)).toEqual(['地图', 'map']);
  expect(wordsOf('a b c d', 2)).toEqual(['a', 'b']);
  expect(wordsOf(' \u200b ', 10)).toEqual([]);
});

describe('shortening', () => {
  test('leaves short text alone and says where it cut', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('abcd', 3)).toBe('ab…');
  });

  test('never leaves half a character', () => {
    expect(shortened('a😀😀', 3)).toBe('a…');
    expect(shortened('x'.repeat(5_000_000), 10)).toHaveLength(10);
  });
});

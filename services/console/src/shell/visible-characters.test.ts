import { beginningOf, stretches, visibleText } from './visible-characters.ts';

test('plain text of any language stays whole', () => {
  for (const text of ['隐私政策', 'Privacy\tpolicy\nline', 'नमस्ते', '👩‍👩‍👧 ❤️', 'ﷺ', ''])
    expect(stretches(text)).toEqual(text === '' ? [] : [{ text, hidden: false }]);
});

test('what cannot be seen, or turns what can, is named in its place', () => {
  expect(stretches('a\u202Eb\u0000')).toEqual([
    { text: 'a', hidden: false },
    { text: 'U+202E', hidden: true },
    { text: 'b', hidden: false },
    { text: 'U+0000', hidden: true },
  ]);
  const hidden = [
    '\u200B',
    '\uFEFF',
    '\u00AD',
    '\u2066',
    '\u2069',
    '\u061C',
    '\u2028',
    '\u3164',
    '\u007F',
    '\u0085',
    '\u{E0041}',
    '\uD800',
  ];
  for (const character of hidden) expect([character, stretches(`x${character}y`)[1]?.hidden]).toEqual([character, true]);
});

test('a zero-width joiner between letters is named, for two packages may differ by it alone', () => {
  expect(visibleText('Pay\u200DPal')).toBe('Pay[U+200D]Pal');
});

test('markup is text like any other', () => {
  expect(visibleText('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
});

test('a megabyte is cut before it is looked at', () => {
  expect(visibleText('\u202E'.repeat(1_000_000), 3)).toBe('[U+202E][U+202E][U+202E]…');
});

test('a cut goes beside an emoji and not through it', () => {
  expect([beginningOf('a😀b', 2), beginningOf('a😀b', 3), beginningOf('a😀b', 9)]).toEqual(['a', 'a😀', 'a😀b']);
  expect(visibleText('a😀b', 2)).toBe('a…');
});

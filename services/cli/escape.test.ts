import fc from 'fast-check';
import { escapeForTerminal, excerptForTerminal } from './escape.ts';

describe('escapeForTerminal', () => {
  test('leaves ordinary text alone, Chinese and emoji included', () => {
    const text = '示例地图 v3.2.1 – “café” 😀 <b>&';
    expect(escapeForTerminal(text)).toBe(text);
  });

  test.each([
    ['\u001b[2J', '\\u{1b}[2J'],
    ['\u009b31m', '\\u{9b}31m'],
    ['a\r\nb', 'a\\u{d}\\u{a}b'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['com.exa\u200bmple', 'com.exa\\u{200b}mple'],
    ['\ud800', '\\u{d800}'],
  ])('makes %j visible', (text, shown) => {
    expect(escapeForTerminal(text)).toBe(shown);
  });

  test('nothing that a terminal obeys ever comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeForTerminal(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

test('an excerpt is cut between characters and says so', () => {
  expect(excerptForTerminal('😀😀😀', 2)).toBe('😀😀…');
  expect(excerptForTerminal('短', 2)).toBe('短');
});

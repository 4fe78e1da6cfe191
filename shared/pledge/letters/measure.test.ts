import fc from 'fast-check';
import { cutToLines, linesOf } from './measure.ts';

describe('how many lines a text takes', () => {
  test.each([
    ['', 1],
    ['一', 1],
    ['一\n二', 2],
    ['\n\n', 3],
    ['一'.repeat(9), 1],
    ['一'.repeat(11), 2],
    ['word '.repeat(3), 1],
    ['word '.repeat(4), 2],
    // A word that fits on a line stays whole, so each of these has a line of its own.
    ['abcdefghijk abcdefghijk', 2],
    ['W'.repeat(20), 3],
  ])('%j', (text, lines) => {
    expect(linesOf(text, 10)).toBe(lines);
  });
});

describe('a text cut to its lines', () => {
  test('stays as it is where it fits', () => {
    expect(cutToLines('一二三', 1, 10)).toBe('一二三');
    expect(cutToLines('', 1, 10)).toBe('');
  });
  test('says that something is missing where it does not', () => {
    expect(cutToLines('一'.repeat(30), 2, 10)).toMatch(/^一{17,18}…$/);
    expect(cutToLines('一\n二\n三', 2, 10)).toBe('一\n二…');
  });
  test('of megabytes is cut at once', () => {
    const began = performance.now();
    expect(cutToLines('长'.repeat(5_000_000), 10, 48).length).toBeLessThan(500);
    // A hang, not a speed: machines are shared.
    expect(performance.now() - began).toBeLessThan(30_000);
  });
  test('never takes more, is the whole or a beginning, and halves no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 1, max: 6 }), (text, lines) => {
        const cut = cutToLines(text, lines, 20);
        expect(linesOf(cut, 20)).toBeLessThanOrEqual(lines);
        if (cut !== text) {
          expect(cut.endsWith('…')).toBe(true);
          expect(text.startsWith(cut.slice(0, -1))).toBe(true);
        }
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

import fc from 'fast-check';
import { lettersAndDigits } from './letters-and-digits.ts';

const byExpression = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('letters and digits', () => {
  test.each([
    ['', ''],
    ['示例地图', '示例地图'],
    ['示例地图 - 导航', '示例地图导航'],
    ['（“a1”）', 'a1'],
    ['𠮷野家😀２４', '𠮷野家２４'],
    ['😀', ''],
    ['甲\ud800乙\udc00', '甲乙'],
    ['\ud800', ''],
  ])('of %j are %j', (text, left) => {
    expect(lettersAndDigits(text)).toBe(left);
  });

  test('are what a regular expression leaves, whatever the text', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const text = fc.array(fc.oneof(unit, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 });
    fc.assert(fc.property(text, (parts) => expect(lettersAndDigits(parts.join(''))).toBe(byExpression(parts.join('')))));
  });
});

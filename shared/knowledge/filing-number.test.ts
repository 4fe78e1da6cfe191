import fc from 'fast-check';
import { parseFilingNumber, plainFilingNumber } from './filing-number.ts';

describe('plainFilingNumber', () => {
  test.each([
    ['粤ICP备12345678号-2A', '粤ICP备12345678号-2A'],
    ['粵ICP備12345678號－2a', '粤ICP备12345678号-2A'],
    [' 京 ＩＣＰ备 2023012345 号 – 1Ａ ', '京ICP备2023012345号-1A'],
    ['APP备案号：蜀ICP备12345678号-3A', '蜀ICP备12345678号-3A'],
    ['备案号:滇ICP备12345678-3A', '滇ICP备12345678号-3A'],
    ['ICP备案号：黔ICP备12345678号', '黔ICP备12345678号'],
    ['京ICP证030173号-306A', '京ICP证030173号-306A'],
    ['粤b2-20090059-1621A', '粤B2-20090059-1621A'],
    ['A2、B1、B2-20070004-5A', 'A2.B1.B2-20070004-5A'],
    ['合字B2-20100001', '合字B2-20100001'],
    ['粤ICP备12345678号\u200b-5K', '粤ICP备12345678号-5K'],
  ])('%s', (written, plain) => {
    expect(plainFilingNumber(written)).toBe(plain);
  });

  test.each([
    '',
    '无',
    '备案中',
    'ICP-12345678',
    '粤ICP备号-1A',
    '粤ICP备1234号-1A',
    '粤ICP备12345678号-',
    '粤ICP备12345678号-A',
    '粤ICP备12345678号-1AB',
    '粤公网安备44030002000001号',
    '台ICP备12345678号-1A',
    '粤ICP备123456789012号-1A',
    `粤ICP备12345678号-1A${' '.repeat(300)}`,
  ])('is no filing number: %s', (written) => {
    expect(plainFilingNumber(written)).toBeNull();
  });

  test('is its own plain form, whatever is written around it', () => {
    const number = fc.tuple(
      fc.constantFrom('粤ICP备', '京ICP证', '蒙ICP备'),
      fc.integer({ min: 10_000_000, max: 2_026_999_999 }),
      fc.option(fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('', 'A', 'X', 'K'))),
    );
    fc.assert(
      fc.property(number, fc.constantFrom('', ' ', '\u3000', '\u200b'), ([head, digits, service], blank) => {
        const plain = `${head}${digits}号${service === null ? '' : `-${service.join('')}`}`;
        const written = [...plain].join(blank).toLowerCase().replaceAll('备', '備').replaceAll('号', '號');
        expect(plainFilingNumber(written)).toBe(plain);
        expect(plainFilingNumber(plain)).toBe(plain);
      }),
    );
  });

  test('reads anything without failing, and what it gives is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const plain = plainFilingNumber(text);
        if (plain !== null) expect(plainFilingNumber(plain)).toBe(plain);
      }),
    );
  });
});

test('the parts of a number', () => {
  expect(parseFilingNumber('粤ICP备12345678号-2A')).toEqual({
    kind: 'filing',
    operator: '粤ICP备12345678号',
    digits: '12345678',
    service: '2A',
    letter: 'A',
  });
  expect(parseFilingNumber('京ICP证030173号')).toMatchObject({ kind: 'licence', service: null, letter: null });
  expect(parseFilingNumber('粤B2-20090059-5')).toMatchObject({ kind: 'telecom', service: '5', letter: null });
});

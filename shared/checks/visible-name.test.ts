import fc from 'fast-check';
import { nameTricks, spelledOut, visibleName } from './visible-name.ts';

test.each(['', ' ', '\u200b\u3164 ', '\u202e', '\u2800\u115f', '\u00ad\ufeff'])('nothing shows of %j', (name) => {
  expect(visibleName(name)).toBe('');
});

test.each([
  ['示例应用', []],
  ['Example – 示例·应用™ 2', []],
  ['μTorrent', []],
  ['α相机 β版', []],
  ['Яндекс Карты', []],
  ['Ελληνικά', []],
  ['👨‍👩‍👧 家庭相册', []],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿 英格兰', []],
  ['می‌خواهم', []],
  ['Café', []],
  ['微\u200b信', ['invisible']],
  ['微信\u3164', ['invisible']],
  ['👨‍👩‍👧\u200b相册', ['invisible']],
  ['\u202eabc', ['direction']],
  ['WеChat', ['lookalike']],
  ['⽀付宝', ['lookalike']],
  ['支付ΡΑΥ', ['lookalike']],
  ['示例 РАУ', ['lookalike']],
  ['俄语 РУССКИЙ', []],
  ['ТОР', []],
  ['俄语 ТОР РУССКИЙ', []],
  ['𝐖𝐞𝐂𝐡𝐚𝐭', ['lookalike']],
  ['\ue001应用', ['private']],
  ['\u2066Wе\u200bChat', ['invisible', 'direction', 'lookalike']],
])('%j: %j', (name, tricks) => {
  expect(nameTricks(name)).toEqual(tricks);
});

test('what does not show is spelled out', () => {
  expect(spelledOut('微\u200b信\u202e')).toBe('微[U+200B]信[U+202E]');
});

test('any name is read', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      (name) => nameTricks(name).length <= 4 && spelledOut(name).length >= 0,
    ),
  );
});

import { isRaw, sentenceForm } from './form.ts';

test('width, case and white space make no difference, numbers keep theirs', () => {
  expect(sentenceForm('我们 收集ＩＭＥＩ、MAC  地址', false).text).toBe('^我们,收集imei、mac,地址$');
  expect(sentenceForm('保存 180 天', false).text).toBe(sentenceForm('保存　１８０　天', false).text);
});

test.each([
  ['（1）收集', '(0)'],
  ['12、收集', '0、'],
  ['1.2.3 收集', '0.0.0,'],
  ['十一、收集', '一、'],
  ['b) collect', 'a),'],
  ['• 收集', '•,'],
  ['我们收集', ''],
])('%s is numbered %s', (sentence, marker) => {
  expect(sentenceForm(sentence, false).marker).toBe(marker);
});

test('a half-width comma is a trace in raw text alone, and normalised text is not raw', () => {
  const sentences = ['1.,我们收集信息、使用信息。', '我们收集（和使用）信息。'];
  expect(isRaw(sentences)).toBe(true);
  expect(sentences.map((sentence) => sentenceForm(sentence, true).commaTrace)).toEqual([true, false]);
  expect(isRaw(sentences.map((sentence) => sentence.normalize('NFKC')))).toBe(false);
  expect(sentenceForm('1.,我们收集信息', false).commaTrace).toBe(false);
  expect([true, false].map((raw) => sentenceForm('我们 收集；', raw).typed)).toEqual(['我们 收集；', '我们 收集；']);
  expect(sentenceForm('我们,收集;(信息)', false).typed).toBe('我们，收集；（信息）');
});

test('what stands behind the six-hundredth character does not count', () => {
  expect(sentenceForm('我'.repeat(5000), false).text).toBe(`^${'我'.repeat(600)}$`);
  expect(sentenceForm('\ufdfa'.repeat(600), false).text.length).toBe(602);
});

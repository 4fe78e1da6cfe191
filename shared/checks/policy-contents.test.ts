import { NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { chaptersNotThere } from './policy-contents.ts';
import { absenceSeverity } from './policy-presence.ts';

const policy = (...lines: string[]) => ({ ...NEUTRAL_POLICY, text: lines.join('\n') });
const CONTENTS = ['目录', '1.适用范围', '2.信息的收集', '3.您的权利', '4.信息的存储', '5.未成年人保护', '6.联系我们'];
const BODY = ['一、适用范围', '本政策适用于示例应用。', '二、信息的收集', '我们收集您的手机号码。'.repeat(60)];

test('chapters of the contents that are nowhere behind them', () => {
  const cut = policy(...CONTENTS, ...BODY);
  expect(chaptersNotThere(cut)).toEqual(['您的权利', '信息的存储', '未成年人保护', '联系我们']);
  expect(absenceSeverity(cut)).toBe('review');
});

test.each([
  ['all of them are there', [...CONTENTS, ...BODY, '三、您的权利', '四、信息的存储', '五、未成年人保护', '六、联系我们']],
  [
    'under other headings',
    [...CONTENTS, ...BODY, '三、您如何行使您的权利', '四、个人信息如何存储', '五、对未成年人的保护', '六、联系我们'],
  ],
  ['one is missing', [...CONTENTS, ...BODY, '三、您的权利', '四、信息的存储', '五、未成年人保护']],
  ['there are no contents', BODY],
  ['a list of four', ['1.适用范围', '2.信息的收集', '3.您的权利', '4.信息的存储', ...BODY]],
  ['headings with their chapters between them', CONTENTS.flatMap((line) => [line, '这里写明有关内容。'])],
  ['what is numbered is no contents', [...CONTENTS, '我们会妥善处理以上各项。']],
])('%s', (_what, lines) => {
  expect(chaptersNotThere(policy(...lines))).toEqual([]);
});

test('hostile lists take no time', () => {
  const start = performance.now();
  for (const text of [
    '1.目录\n'.repeat(50_000),
    `1.${'·'.repeat(200_000)}`,
    Array.from({ length: 20_000 }, (_, at) => `${at + 1}.标题`).join('\n'),
  ]) {
    chaptersNotThere(policy(text));
  }
  // A hang, not a speed: machines are shared.
  expect(performance.now() - start).toBeLessThan(30_000);
});

import type { TextChange } from '../../../../../shared/domain/review/version-comparison.ts';
import { withinSentences } from './within-sentences.ts';

const change = (kind: TextChange['kind'], text: string): TextChange => ({ kind, text, characters: text.length });
const marked = (changes: readonly TextChange[]) =>
  withinSentences(changes).map(
    ({ stretches }) => stretches?.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('') ?? null,
  );

test('what really changed within two sentences is marked on both sides', () => {
  expect(marked([change('removed', '我们收集位置信息。'), change('added', '我们收集位置信息和通讯录。')])).toEqual([
    '我们收集位置信息。',
    '我们收集位置信息[和通讯录]。',
  ]);
});

test('two sentences with little in common, long ones and single ones are left as they are', () => {
  expect(marked([change('removed', '甲乙丙丁。'), change('added', '我们收集位置。')])).toEqual([null, null]);
  expect(marked([change('removed', 'a'.repeat(700)), change('added', 'b'.repeat(700))])).toEqual([null, null]);
  expect(marked([change('removed', '甲。'), change('same', '乙。'), change('added', '甲甲。')])).toEqual([null, null, null]);
});

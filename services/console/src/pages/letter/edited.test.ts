import type { LetterContent } from '../../../../../shared/domain/review/letter.ts';
import { type Edited, edited, isChanged, linesIn, withLines } from './edited.ts';

const item = (fingerprint: string) => ({
  fingerprint,
  title: { zh: '题', en: 'title' },
  found: { zh: '', en: '' },
  evidence: [],
  basis: [],
  remedy: { zh: '', en: '' },
});
const content: LetterContent = {
  title: { zh: '通知', en: 'Notice' },
  addressee: '某公司',
  opening: { zh: '', en: '' },
  items: [item('a'), item('b'), item('c')],
  closing: { zh: '', en: '' },
  deadline: null,
  appeal: { zh: '', en: '' },
  signatory: '商店',
};
const start: Edited = { letter: 'ltr_1', version: 1, loaded: content, content };
const order = ({ content: { items } }: Edited) => items.map(({ fingerprint }) => fingerprint).join('');

describe('a letter being edited', () => {
  test('is changed by an edit, and not by one that is taken back', () => {
    const changed = edited(start, { do: 'set', change: { addressee: '另一公司' } });
    expect([isChanged(start), isChanged(changed)]).toEqual([false, true]);
    expect(isChanged(edited(changed, { do: 'set', change: { addressee: '某公司' } }))).toBe(false);
  });

  test('moves and removes findings, and not beyond the ends', () => {
    expect(order(edited(start, { do: 'move', fingerprint: 'b', by: -1 }))).toBe('bac');
    expect(order(edited(start, { do: 'move', fingerprint: 'a', by: -1 }))).toBe('abc');
    expect(order(edited(start, { do: 'move', fingerprint: 'c', by: 1 }))).toBe('abc');
    expect(order(edited(start, { do: 'remove', fingerprint: 'b' }))).toBe('ac');
    expect(order(edited(start, { do: 'remove', fingerprint: 'x' }))).toBe('abc');
  });

  test('keeps what was typed while it was being saved', () => {
    const sent = edited(start, { do: 'set', change: { addressee: '一' } });
    const typed = edited(sent, { do: 'set', change: { addressee: '一二' } });
    const saved = edited(typed, { do: 'saved', version: 2, content: sent.content });
    expect(saved).toMatchObject({ version: 2, content: { addressee: '一二' } });
    expect(isChanged(saved)).toBe(true);
  });

  test('changes one finding and no other', () => {
    const changed = edited(start, { do: 'set-item', fingerprint: 'b', change: { found: { zh: '甲', en: 'x' } } });
    expect(changed.content.items.map(({ found }) => found.zh)).toEqual(['', '甲', '']);
  });
});

describe('lines of two languages', () => {
  const lines = [
    { zh: '一', en: 'one' },
    { zh: '二', en: 'two' },
  ];
  test.each([
    ['zh', '一\n贰', ['一', '贰'], ['one', 'two']],
    ['zh', '一', ['一', ''], ['one', 'two']],
    ['en', 'one\ntwo\nthree', ['一', '二', ''], ['one', 'two', 'three']],
    ['en', '', ['一', '二'], ['', '']],
  ] as const)('in %s become %j', (language, text, zh, en) => {
    const next = withLines(lines, language, text);
    expect(next.map((line) => line.zh)).toEqual(zh);
    expect(next.map((line) => line.en)).toEqual(en);
  });

  test('what a field shows is what was typed into it', () => {
    for (const text of ['', 'a', 'a\n', '\na', 'a\n\nb']) expect(linesIn(withLines([], 'zh', text), 'zh')).toBe(text);
  });

  test('both emptied, none is left', () => {
    expect(withLines(withLines(lines, 'zh', ''), 'en', '')).toEqual([]);
  });
});

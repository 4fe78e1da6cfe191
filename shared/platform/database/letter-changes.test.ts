import type { LetterContent } from '../../domain/review/letter.ts';
import { letterChanges } from './letter-changes.ts';

const item = (fingerprint: string, found = '原文') => ({
  fingerprint,
  title: { zh: '题', en: 'title' },
  found: { zh: found, en: '' },
  evidence: [],
  basis: [],
  remedy: { zh: '', en: '' },
});
const letter: LetterContent = {
  title: { zh: '通知', en: 'Notice' },
  addressee: '某公司',
  opening: { zh: '正文', en: 'opening' },
  items: [item('a'), item('b')],
  closing: { zh: '', en: '' },
  deadline: null,
  appeal: { zh: '', en: '' },
  signatory: '商店',
};

describe('what an edit of a letter changed', () => {
  test('nothing is nothing', () => {
    expect(letterChanges(letter, JSON.parse(JSON.stringify(letter)) as LetterContent)).toEqual({ before: {}, after: {} });
  });
  test('a field is there as it was and as it is, and no other', () => {
    expect(letterChanges(letter, { ...letter, addressee: '另一公司', deadline: '2026-12-31' })).toEqual({
      before: { addressee: '某公司', deadline: null },
      after: { addressee: '另一公司', deadline: '2026-12-31' },
    });
  });
  test('of a finding only what changed', () => {
    expect(letterChanges(letter, { ...letter, items: [item('a', '新文'), item('b')] })).toEqual({
      before: { items: { a: { found: { zh: '原文', en: '' } } } },
      after: { items: { a: { found: { zh: '新文', en: '' } } } },
    });
  });
  test('a finding taken out or put in is there whole, and so is another order', () => {
    const changes = letterChanges(letter, { ...letter, items: [item('b'), item('c')] });
    expect(changes).toEqual({
      before: { items: { a: item('a') }, order: ['a', 'b'] },
      after: { items: { c: item('c') }, order: ['b', 'c'] },
    });
  });
});

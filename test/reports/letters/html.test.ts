/** Letters as HTML: read as a browser reads it, in every language, with whatever people and packages have written. */
import fc from 'fast-check';
import type { LetterContent, LetterItem } from '../../../shared/domain/review/letter.ts';
import { LETTER_POLICY, renderLetter } from '../../../shared/pledge/letters/index.ts';
import { REPORT_LANGUAGES } from '../../../shared/pledge/reports/index.ts';
import { attribute, read, shownTexts, skeleton, textOf } from '../support/document.ts';
import { HOSTILE } from '../support/sample-report.ts';
import { letterSaying } from './letter-saying.ts';

const pageOf = (content: LetterContent, language: (typeof REPORT_LANGUAGES)[number] = 'zh', state: 'draft' | 'sent' = 'sent') =>
  read(renderLetter({ id: 'ltr_1', submission: 'sub_1', state, content, day: state === 'sent' ? '2026-11-22' : null }, language));
const bodyOf = (page: ReturnType<typeof read>): string => textOf(page.elements.find(({ tagName }) => tagName === 'body')!);
/** All shown texts run together: a Chinese run in an English letter is an element of its own. */
const shown = (page: ReturnType<typeof read>): string => shownTexts(page, () => false).join(' ');

describe.each(REPORT_LANGUAGES)('in %s', (language) => {
  const page = pageOf(letterSaying('文字 text'), language);

  test('it is well-formed, in one language or two, and carries nothing that runs or is fetched', () => {
    expect(page.errors).toEqual([]);
    expect(attribute(page.elements[0]!, 'lang')).toBe(language === 'en' ? 'en' : 'zh-CN');
    const names = page.elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(names.filter((name) => name === 'style' || name === 'src' || name === 'href' || name.startsWith('on'))).toEqual([]);
    const tags = new Set(page.elements.map(({ tagName }) => tagName));
    for (const tag of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base', 'svg', 'a']) expect(tags).not.toContain(tag);
    expect(page.elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
  });

  test.each(HOSTILE.map((text) => [text.slice(0, 20), text] as const))('%j changes no markup', (_name, text) => {
    const tame = skeleton(pageOf(letterSaying('文'), language));
    expect(new Set(skeleton(pageOf(letterSaying(text), language)))).toEqual(new Set(tame));
  });
});

describe('what it shows', () => {
  test('everything that the letter says', () => {
    const said = bodyOf(pageOf(letterSaying('所说')));
    for (const words of [
      '致：',
      '问题清单（2）',
      '整改期限：2026年12月31日（含当日，北京时间）',
      '问题描述',
      '证据位置',
      '依据条款及效力',
      '整改要求',
      '申诉',
      '2026年11月22日',
      'ltr_1',
      'sub_1',
    ])
      expect(said).toContain(words);
    expect(said.match(/所说/g)!.length).toBeGreaterThan(20);
  });

  test('a draft as a draft, without a day', () => {
    const said = bodyOf(pageOf(letterSaying('文'), 'zh', 'draft'));
    expect(said.match(/草稿，尚未发送/g)).toHaveLength(2);
    expect(bodyOf(pageOf(letterSaying('文')))).not.toContain('草稿');
  });

  test('no deadline where there is none, and no empty lines', () => {
    const letter = letterSaying('文');
    const said = bodyOf(pageOf({ ...letter, deadline: null }));
    expect(said).not.toContain('整改期限');
    const [item] = letter.items;
    const blank = { zh: ' ', en: '' };
    const page = pageOf({
      ...letter,
      items: [{ ...item!, evidence: [blank, { zh: '此处', en: 'here' }, blank], basis: [blank] }],
    });
    expect(page.elements.filter(({ tagName }) => tagName === 'li').map(textOf)).toEqual(['文', '此处']);
    expect(bodyOf(page)).not.toContain('依据条款及效力');
  });

  test('that something was left out, and where it stands, only where something was', () => {
    const letter = letterSaying('短');
    const cut = '见本次送审的审核报告';
    expect(bodyOf(pageOf(letter))).not.toContain(cut);
    const long = (change: Partial<LetterItem>) => bodyOf(pageOf({ ...letter, items: [{ ...letter.items[0]!, ...change }] }));
    const text = { zh: '长'.repeat(6_000), en: 'x'.repeat(6_000) };
    for (const change of [
      { found: text },
      { remedy: text },
      { title: text },
      { evidence: [text] },
      { basis: Array(40).fill(text) },
    ]) {
      const said = long(change);
      expect(said).toContain(cut);
      expect(said).toContain('…');
    }
  });

  test('as much of a long part as the others leave room for', () => {
    const letter = letterSaying('短');
    const long = { zh: '长'.repeat(1_200), en: '' };
    const said = bodyOf(pageOf({ ...letter, items: [{ ...letter.items[0]!, found: long }] }));
    expect(said.match(/长/g)!.length).toBe(1_200);
    const both = bodyOf(pageOf({ ...letter, items: [{ ...letter.items[0]!, found: long, remedy: long }] }));
    expect(both.match(/长/g)!.length).toBeLessThan(2_400);
  });

  test('whatever was written, visibly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        for (const language of REPORT_LANGUAGES)
          expect(shown(pageOf(letterSaying(text), language))).not.toMatch(/[\u202a-\u202e\0]/);
      }),
      { numRuns: 30 },
    );
  });
});

test('its policy lets nothing run, be fetched, framed or sent', () => {
  expect(LETTER_POLICY).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox$/,
  );
});

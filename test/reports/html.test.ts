/** The report as HTML: read as a browser reads it, in every decision and language, with whatever strings packages hold. */
import fc from 'fast-check';
import { DECISIONS } from '../../shared/domain/verdict.ts';
import { REPORT_LANGUAGES, renderHtml } from '../../shared/pledge/reports/index.ts';
import { attribute, type Element, type Page, read, shownTexts, skeleton, textOf } from './support/document.ts';
import { everyEvidence, findingOf, HOSTILE, sampleReport } from './support/sample-report.ts';

const withTag = ({ elements }: Page, ...tags: readonly string[]) => elements.filter(({ tagName }) => tags.includes(tagName));
const bodyText = (page: Page): string => textOf(withTag(page, 'body')[0]!);
const every = DECISIONS.flatMap((decision) => REPORT_LANGUAGES.map((language) => [decision, language] as const));

describe.each(every)('a report of the decision %s in %s', (decision, language) => {
  const report = sampleReport({ decision });
  const page = read(renderHtml(report, language));

  test('is well-formed', () => {
    expect(page.errors).toEqual([]);
    expect(attribute(page.elements[0]!, 'lang')).toBe(language === 'en' ? 'en' : 'zh-CN');
  });

  test('carries nothing that runs or is fetched', () => {
    expect(withTag(page, 'script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'base', 'svg')).toEqual([]);
    const names = page.elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(names.filter((name) => name === 'style' || name === 'src' || name.startsWith('on'))).toEqual([]);
    // Beside rule pages a report leads to what vendors of SDKs publish, as the knowledge has it.
    const published = report.sdks.map(({ privacyUrl }) => privacyUrl);
    const elsewhere = withTag(page, 'a').map((link) => attribute(link, 'href')!);
    for (const href of elsewhere.filter((each) => !published.includes(each)))
      expect(href).toMatch(/^(#|https:\/\/review\.example\/rules\/)/);
  });

  test('has one first heading, none left out below it, and headed tables', () => {
    const levels = withTag(page, 'h1', 'h2', 'h3', 'h4', 'h5').map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
    for (const heading of withTag(page, 'th')) expect(attribute(heading, 'scope')).toMatch(/^(row|col)$/);
  });

  test('has unique ids, and every link within it leads somewhere', () => {
    const ids = page.elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of withTag(page, 'a')) {
      const href = attribute(link, 'href')!;
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
    }
  });
});

describe('what it says', () => {
  const page = (language: 'zh' | 'en' | 'both', change: Parameters<typeof sampleReport>[0] = {}) =>
    read(renderHtml(sampleReport(change), language));

  test.each([
    ['reject', '整改通知', '驳回'],
    ['review', '复核单', '人工复核'],
    ['approve', '机审通过记录', '机审通过不等于合规认定'],
  ] as const)('%s is a %s', (decision, title, words) => {
    const made = page('zh', { decision });
    expect(textOf(withTag(made, 'h1')[0]!)).toContain(title);
    expect(bodyText(made)).toContain(words);
  });

  test('everything that a developer needs: what, where, clause, law and force, remedy, appeal, what was not checked, versions', () => {
    const report = sampleReport();
    const text = bodyText(read(renderHtml(report, 'zh')));
    const [finding] = report.verdict.findings;
    for (const part of [
      finding!.title.zh,
      finding!.remedy.zh,
      '/manifest/uses-permission[3]',
      report.clauses.find(({ id }) => id === finding!.clauses[0])!.name.zh,
      report.rules.find(({ id }) => id === finding!.rule)!.basis[0]!.name.zh,
      '法律、法规、规章或强制性标准',
      report.appeal.text.zh,
      '没有完成的检查',
      '校验和不符',
      '代码有加固',
      '规则库关闭的规则',
      report.verdict.limits.zh,
      report.verdict.provenance.rulebook,
      report.verdict.provenance.inspector,
      report.signing!.certificates[0]!.md5,
      report.signing!.certificates[0]!.publicKey!,
      '2026-11-22 00:30 (UTC+8)',
      '已豁免的问题',
      '已失效的豁免',
      '仅作观察的问题',
      '证据未列出',
      '个问题未列出',
    ])
      expect(text).toContain(part);
  });

  test('every piece of evidence is shown, a call path with each of its steps, a policy sentence with its place marked', () => {
    const made = page('zh');
    const lists = withTag(made, 'ul').filter((list) => attribute(list, 'class') === 'evidence');
    expect(lists[0]!.childNodes).toHaveLength(everyEvidence('x').length);
    const paths = withTag(made, 'ol').filter((list) => attribute(list, 'class') === 'path');
    expect(paths[0]!.childNodes.map(textOf)).toEqual([
      expect.stringContaining('交由线程或回调执行'),
      expect.stringContaining('示例文字.示例文字'),
      '示例文字',
    ]);
    const quote = withTag(made, 'blockquote')[0]!;
    expect(textOf(quote)).toBe('…政策示例文字的后文…');
    expect(quote.childNodes.filter((node) => node.nodeName === 'mark').map(textOf)).toEqual(['示例文字']);
  });

  const isName = ({ tagName, attrs }: Element): boolean =>
    ['code', 'pre', 'bdi'].includes(tagName) || attrs.some(({ name, value }) => name === 'lang' && value === 'zh-CN');

  test.each(DECISIONS)('in Chinese nothing is left in English (%s)', (decision) => {
    const texts = shownTexts(page('zh', { decision }), isName);
    expect(texts.filter((text) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text))).toEqual([]);
  });

  test.each(DECISIONS)('in English nothing Chinese is left unmarked (%s)', (decision) => {
    const texts = shownTexts(page('en', { decision }), isName);
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test('in both, English is marked as such beside Chinese', () => {
    const made = page('both');
    const english = made.elements.filter((element) => attribute(element, 'lang') === 'en');
    expect(english.length).toBeGreaterThan(50);
    expect(english.map(textOf).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('five hundred findings: by severity, clause and rule, numbered, with a short table of contents', () => {
    const findings = Array.from({ length: 500 }, (_, at) =>
      findingOf(at % 3 === 0 ? 'reject' : at % 3 === 1 ? 'warn' : 'review'),
    );
    const report = sampleReport({ findings: [...findings].reverse() });
    const from = performance.now();
    const made = read(renderHtml(report, 'zh'));
    expect(performance.now() - from).toBeLessThan(3_000);
    const shown = made.elements.filter((element) => attribute(element, 'class') === 'finding');
    expect(shown).toHaveLength(500);
    const nav = withTag(made, 'nav')[0]!;
    expect(textOf(nav).length).toBeLessThan(600);
    const sections = made.elements
      .map((element) => attribute(element, 'id'))
      .filter((id) => id && /^(reject|review|warn)$/.test(id));
    expect(sections).toEqual(['reject', 'review', 'warn']);
    expect(withTag(made, 'article')).toHaveLength(3);
  });
});

describe('foreign strings stay text', () => {
  const plain = skeleton(read(renderHtml(sampleReport({ text: '«x»' }), 'zh')));

  test.each(HOSTILE.map((text) => [text.slice(0, 40), text]))('%j', (_, text) => {
    const made = read(renderHtml(sampleReport({ text }), 'zh'));
    expect(made.errors).toEqual([]);
    expect(skeleton(made) === plain).toBe(true);
    const shown = bodyText(made);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
    expect(shown).not.toMatch(/\p{Surrogate}/u);
  });

  test('any at all', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '!', '-', 's', '\u202e', '\ud800', '\0'), minLength: 1 }),
    );
    const visibleOnes = anything.filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(visibleOnes, (text) => {
        const made = read(renderHtml(sampleReport({ text: `«${text}` }), 'zh'));
        return made.errors.length === 0 && skeleton(made) === plain;
      }),
      { numRuns: 60 },
    );
  });

  test('huge strings are cut where they are shown', () => {
    expect(renderHtml(sampleReport({ text: 'x'.repeat(1_000_000) }), 'zh').length).toBeLessThan(3_000_000);
  });
});

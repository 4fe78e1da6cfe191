/** Letters on paper, printed by a real browser: no finding ever takes more than one page. */
import type { Page } from 'playwright-core';
import type { LetterContent, LetterItem } from '../../../shared/domain/review/letter.ts';
import { renderLetter } from '../../../shared/pledge/letters/index.ts';
import { REPORT_LANGUAGES, type ReportLanguage } from '../../../shared/pledge/reports/index.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { HOSTILE } from '../support/sample-report.ts';
import { letterSaying } from './letter-saying.ts';

const cover: LetterContent = { ...letterSaying('说明', 0), items: [] };
const everywhere = (text: { zh: string; en: string }, lines = 40): Omit<LetterItem, 'fingerprint'> => ({
  title: text,
  found: text,
  evidence: Array(lines).fill(text),
  basis: Array(lines).fill(text),
  remedy: text,
});
const same = (text: string) => ({ zh: text, en: text });

/** What a letter may hold at most, of characters that take much room in one way or another. */
const HUGE: Readonly<Record<string, { zh: string; en: string }>> = {
  'Chinese and Latin': { zh: '长文字。'.repeat(1_500), en: 'a long text, word by word '.repeat(230) },
  'one word without end': same('W'.repeat(6_000)),
  'narrow letters': same('il.'.repeat(2_000)),
  'words of half a line': same(`${'m'.repeat(40)} `.repeat(146)),
  'line ends alone': same('\n'.repeat(6_000)),
  'short lines': same('一\n'.repeat(3_000)),
  'what must be made visible': same('\u202e'.repeat(6_000)),
  'letters as long as a line': same('\ufdfd𒐫'.repeat(2_000)),
  'marks upon marks': same('a\u0301\u0302\u0303\u0304'.repeat(1_200)),
  emoji: same('👨‍👩‍👧‍👦'.repeat(500)),
  Arabic: same('ﷺ مرحبا '.repeat(700)),
  tabs: same('\t'.repeat(6_000)),
};

/** Pages of a PDF as Chromium writes it: every page is an object of its own, not packed. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describeInBrowser('a printed letter', (open) => {
  const print = async (page: Page, content: LetterContent, language: ReportLanguage): Promise<number> => {
    const html = renderLetter(
      { id: 'ltr_0123456789abcdef', submission: 'sub_0123456789abcdef', state: 'sent', content, day: '2026-11-22' },
      language,
    );
    await page.setContent(html);
    return pagesOf(await page.pdf({ preferCSSPageSize: true }));
  };
  /** How much of each finding's box is more than it shows, on paper, in CSS pixels. */
  const overflow = async (page: Page): Promise<number[]> => {
    await page.emulateMedia({ media: 'print' });
    // The width between the margins of A4.
    await page.setViewportSize({ width: Math.floor((180 / 25.4) * 96), height: 1_000 });
    const over = await page
      .locator('.item')
      .evaluateAll((items) =>
        items.map((item) => (item as { scrollHeight: number }).scrollHeight - (item as { clientHeight: number }).clientHeight),
      );
    await page.emulateMedia({ media: null });
    return over;
  };

  test.each(REPORT_LANGUAGES)('has its cover and a page for each finding, in %s', async (language) => {
    const page = await open();
    for (const count of [1, 2, 7])
      expect(await print(page, letterSaying('一句说明 a sentence', count), language)).toBe(count + 1);
    expect(await print(page, cover, language)).toBe(1);
  });

  test.each(Object.entries(HUGE))(
    'of %s takes one page a finding in each language, and hides nothing of it',
    async (_name, text) => {
      const page = await open();
      const short = same('短');
      const items = [
        everywhere(text),
        everywhere(text, 1),
        { ...everywhere(short), found: text },
        { ...everywhere(short, 1), remedy: text },
      ].map((item, at): LetterItem => ({ fingerprint: String(at).repeat(16), ...item }));
      for (const language of REPORT_LANGUAGES) {
        // The cover lists every finding in one or two lines, so it stays on its page.
        expect([language, await print(page, { ...cover, items }, language)]).toEqual([language, items.length + 1]);
        for (const over of await overflow(page)) expect(over).toBeLessThanOrEqual(1);
      }
    },
  );

  test('of hostile texts takes one page a finding, and nothing of them runs', async () => {
    const page = await open();
    const items = HOSTILE.map(
      (text, at): LetterItem => ({ fingerprint: at.toString(16).padStart(16, '0'), ...everywhere(same(text), 20) }),
    );
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    expect(await print(page, { ...cover, items }, 'both')).toBe(items.length + 1);
    expect(asked.filter((url) => !url.startsWith('data:') && url !== 'about:blank')).toEqual([]);
    expect(await page.locator('script, img, svg, iframe').count()).toBe(0);
  });

  test('fills its page well: what fits is not cut', async () => {
    const page = await open();
    const found = { zh: '经检测，应用在用户同意之前调用设备标识接口。'.repeat(30), en: '' };
    const item = { ...everywhere(same('应用说明'), 6), found, fingerprint: '0'.repeat(16) };
    expect(await print(page, { ...cover, items: [item] }, 'zh')).toBe(2);
    expect(await page.locator('.item').textContent()).not.toContain('见本次送审的审核报告');
  });
});

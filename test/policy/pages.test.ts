import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readHtml } from '../../shared/policy/document/html.ts';
import { surveyPage } from '../../shared/policy/index.ts';
import { otherPage } from '../../shared/policy/web/other-page.ts';
import { pageText } from '../../shared/policy/web/page-signs.ts';

/** 65 real policies of the CAPP-130 corpus (CC BY 4.0), where the machine has them beside the project. */
const FOLDER = new URL('../../../shared/corpus/policy/capp-130/texts/', import.meta.url);
const present = existsSync(FOLDER);

/** A text as a page without a title, from a line on: titles are what pages leave out. */
function asPage(text: string, from: number): string {
  const lines = text.split('\n').slice(from);
  return `<html><body>${lines.map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`).join('')}</body></html>`;
}

(present ? describe : describe.skip)(
  `real policies as pages${present ? '' : ' (skipped: the corpus is not beside the project)'}`,
  () => {
    const texts = present
      ? readdirSync(FOLDER).map((name) => readFileSync(new URL(encodeURIComponent(name), FOLDER), 'utf8'))
      : [];

    test('none is taken for a page about something else, with its first lines or without', () => {
      expect(texts.length).toBeGreaterThan(50);
      for (const text of texts)
        for (const from of [0, 12]) expect(otherPage('https://shili.cn/', pageText(readHtml(asPage(text, from))))).toBeNull();
    });

    test('none needs anything before it can be read', async () => {
      for (const text of texts.slice(0, 10)) {
        const bytes = new TextEncoder().encode(asPage(text, 0));
        const document = { finalUrl: 'https://shili.cn/p', status: 200, headers: {}, bytes };
        const page = { url: 'https://shili.cn/p', at: '', fetched: { ok: true, document }, rendered: null } as const;
        expect((await surveyPage(page, 'policy')).next).toBeNull();
      }
    });
  },
);

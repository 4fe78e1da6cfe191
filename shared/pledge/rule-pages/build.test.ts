import { loadRules, rulesVersion } from '../../checks/registry.ts';
import { type Rule, rule } from '../../checks/rule.ts';
import { knowledge } from '../../knowledge/index.ts';
import { rulePages } from './build.ts';
import { PAGE_POLICY } from './style.ts';
import { placeOf } from './tongue.ts';

const rules = await loadRules();
const pages = rulePages({ rules, version: rulesVersion(rules), knowledge });
const all = [...pages];

/** What a template left unfilled would look like. */
const HOLES = />undefined<|\bundefined\b|\[object |NaN/;

test('there is an index, a page for every rule and one for every clause, the same every time', () => {
  const expected = [
    'index.html',
    ...rules.map(({ id }) => `${id}.html`),
    ...knowledge.clauses.map(({ id }) => `clauses/${id}.html`),
  ];
  expect([...pages.keys()].sort()).toEqual(expected.sort());
  expect(rulePages({ rules, version: rulesVersion(rules), knowledge })).toEqual(pages);
});

test('every link leads to a page, and to a place on it', () => {
  const dead = all.flatMap(([path, page]) =>
    [...page.matchAll(/href="([^"]*)"/g)]
      .map(([, href]) => new URL(href!, `https://pages/${path}`))
      .filter(({ host, pathname, hash }) => {
        const target = pages.get(pathname.slice(1));
        return host !== 'pages' || target === undefined || (hash !== '' && !target.includes(`id="${hash.slice(1)}"`));
      })
      .map((url) => `${path}: ${url.href}`),
  );
  expect(dead).toEqual([]);
});

test.each(all)('%s is one document of its own: no script, nothing fetched, its style named by hash', (_path, page) => {
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import| style="/);
  expect(page).toContain(PAGE_POLICY.replaceAll("'", '&#39;'));
  expect(page).not.toMatch(HOLES);
  expect(page.match(/<h1/g)!.length).toBeGreaterThan(0);
});

test.each(rules.map((entry): [string, Rule] => [entry.id, entry]))(
  'the page of %s tells in both languages what it declares',
  (id, entry) => {
    const page = pages.get(`${id}.html`)!;
    const [zh, en] = page.split('<article class="half" id="en" lang="en">') as [string, string];
    const escaped = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
    for (const text of [
      entry.title,
      entry.remedy,
      entry.explanation,
      ...[...entry.examples.bad, ...entry.examples.good].map((example) => example.text),
    ]) {
      expect(zh).toContain(escaped(text.zh));
      expect(en).toContain(escaped(text.en));
    }
    for (const clause of entry.clauses) expect(page).toContain(`../clauses/${clause}.html`);
    for (const name of Object.keys(entry.parameters ?? {})) expect(page).toContain(`<code>${name}</code>`);
    expect(page.includes('须核对</span>')).toBe(entry.basis.some(({ verified }) => !verified));
  },
);

test('what a rule says is text, never markup', () => {
  const words = { zh: '<script>alert(1)</script>&"', en: '</pre><img src=x onerror=y>' };
  const hostile = rule({
    id: 'sdk/hostile',
    clauses: ['sz2025-1'],
    basis: [{ instrument: 'unknown"><q>', article: '<i>', verified: true }],
    ceiling: 'warn',
    needs: ['package'],
    title: words,
    explanation: words,
    examples: { bad: [{ text: words, code: words.en }], good: [{ text: words }] },
    messages: { found: words },
    remedy: words,
    parameters: { list: { type: 'strings', default: ['<u>'], description: words } },
    evaluate: () => [],
  });
  for (const [, page] of rulePages({ rules: [hostile], version: '<v>', knowledge })) {
    expect(page).not.toMatch(/<script|<img|<q>|<i>|<u>|<v>/);
  }
});

test.each([
  ['二.1, 五.1-3', '第二类第1项、第五类第1-3项', 'section 2(1), section 5(1-3)'],
  ['17, 23', '第17、23条', 'articles 17, 23'],
  ['078.7', '078.7', '078.7'],
])('the place %s in words', (article, zh, en) => {
  const cited = { instrument: 'x', article, verified: true };
  expect([placeOf(cited, 'zh'), placeOf(cited, 'en')]).toEqual([zh, en]);
});

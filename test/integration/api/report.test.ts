import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import request from 'supertest';
import { ruleUrl } from '../../../shared/pledge/rule-url.ts';
import { decide } from './decide.ts';
import { type RunningTestApi, startApi } from './running-api.ts';
import { apk, listingWithUrl } from './samples.ts';

let api: RunningTestApi;
let id: string;
beforeAll(async () => {
  api = await startApi({ publicUrl: 'https://review.example', appeals: 'https://store.example/appeals' });
  const answer = await request(api.url)
    .post('/v1/submissions')
    .set(api.caller.auth)
    .field('listing', JSON.stringify(listingWithUrl))
    .attach('package', apk, 'a.apk');
  id = answer.body.id as string;
  await decide(api, id);
});
afterAll(() => api.close());

const get = (query = '', accept?: string) => {
  const call = request(api.url).get(`/v1/submissions/${id}/report${query}`).set(api.caller.auth).buffer(true);
  return accept === undefined ? call : call.set('Accept', accept);
};

describe('the report', () => {
  test.each([
    ['', undefined, 'application/json'],
    ['', '*/*', 'application/json'],
    ['', 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['', 'text/markdown', 'text/markdown'],
    ['', 'application/sarif+json', 'application/sarif+json'],
    ['', 'image/png', 'application/json'],
    ['?format=html', 'application/json', 'text/html'],
    ['?format=json', 'text/html', 'application/json'],
    ['?format=markdown&lang=en', undefined, 'text/markdown'],
    ['?format=sarif', undefined, 'application/sarif+json'],
    ['', 'text/csv', 'text/csv'],
    ['?format=csv&lang=both', undefined, 'text/csv'],
  ])('asked for as %j with Accept %j is %s', async (query, accept, type) => {
    const answer = await get(query, accept);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(new RegExp(`^${type.replaceAll(/[+/]/g, '\\$&')}(;|$)`));
    expect(answer.headers.vary).toMatch(/\bAccept\b/i);
    expect(answer.headers.etag).toBeDefined();
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(`^inline; filename="shelfgate-${id}-1\\.(json|html|md|sarif|sdks\\.csv)"$`),
    );
  });

  test('as HTML runs nothing and fetches nothing: the policy names its one style sheet by hash', async () => {
    const { text, headers } = await get('?format=html&lang=both');
    const policy = headers['content-security-policy']!;
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)![1]!;
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toMatch(/unsafe|script-src|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(text).not.toMatch(/<script|\sstyle=|\son\w+=/i);
    expect(parse(text)).toBeDefined();
  });

  test('as CSV is the list of SDKs that stores publish, in UTF-8 with its mark', async () => {
    const answer = await get('?format=csv&download=true');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="shelfgate-${id}-1.sdks.csv"`);
    expect(answer.text).toMatch(/^\ufeff?名称 Name,版本 Version,/);
  });

  test('speaks the language asked for', async () => {
    expect((await get('?format=html')).text).toContain('<html lang="zh-CN">');
    expect((await get('?format=html&lang=en')).text).toContain('<html lang="en">');
    const sarif = JSON.parse((await get('?format=sarif&lang=en')).text) as { runs: { language: string }[] };
    expect(sarif.runs[0]!.language).toBe('en');
  });

  test('says how to appeal as configured, and where rules are explained', async () => {
    const { body } = await get();
    expect(body.appeal.url).toBe('https://store.example/appeals');
    expect(body.records).toEqual({ previous: null, filing: null });
    const rule = api.ports.rules[0]!.id;
    const page = new URL(ruleUrl('https://review.example', rule)!);
    const answer = await request(api.url).get(page.pathname);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(rule);
  });

  test('comes as an attachment when a download is asked for, and 304 when it has not changed', async () => {
    const first = await get('?format=html&download=true');
    expect(first.headers['content-disposition']).toBe(`attachment; filename="shelfgate-${id}-1.html"`);
    expect((await get('?format=html').set('If-None-Match', first.headers.etag!)).status).toBe(304);
    expect((await get('?format=html&lang=en').set('If-None-Match', first.headers.etag!)).status).toBe(200);
  });

  test.each(['?format=pdf', '?lang=fr', '?download=1', '?formal=html'])('%s is refused by name', async (query) => {
    const answer = await get(query);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('invalid-request');
  });
});

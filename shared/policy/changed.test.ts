import { knowledge } from '../knowledge/index.ts';
import { policyChanged } from './changed.ts';
import { noPolicy, readPolicyDocument } from './index.ts';
import type { GatheredPart } from './web/gathered.ts';

const encode = (html: string): Uint8Array => new TextEncoder().encode(html);

async function policy(style: string, said: string, sdk: string | null = '极光推送SDK') {
  const url = 'https://shili.cn/sdk';
  const link = { kind: 'sdk-list', title: '第三方SDK目录', url, written: url } as const;
  const document = { finalUrl: url, status: 200, headers: {}, bytes: encode(`<html><body><p>${sdk}</p></body></html>`) };
  const parts: GatheredPart[] =
    sdk === null ? [] : [{ link, page: { url, at: '', fetched: { ok: true, document }, rendered: null }, reason: null }];
  const html = `<html><head><style>${style}</style></head><body><h1>隐私政策</h1><p>${said}</p><a href="${url}">第三方SDK目录</a></body></html>`;
  return readPolicyDocument({ bytes: encode(html), mediaType: null, fileName: null }, knowledge, parts);
}

test('the same bytes are the same policy', async () => {
  expect(policyChanged(await policy('', '我们收集手机号。'), await policy('', '我们收集手机号。'))).toEqual({
    state: 'same',
    parts: [],
  });
});

test('another style is the same text', async () => {
  expect(policyChanged(await policy('', '我们收集手机号。'), await policy('p{}', '我们收集手机号。'))).toEqual({
    state: 'same-text',
    parts: [{ kind: 'main', change: 'changed' }],
  });
});

test('a changed sub-document is a changed policy, though its own page is the same', async () => {
  const before = await policy('', '我们收集手机号。');
  expect(policyChanged(before, await policy('', '我们收集手机号。', '友盟SDK'))).toEqual({
    state: 'changed',
    parts: [{ kind: 'sdk-list', change: 'changed' }],
  });
  expect(policyChanged(before, await policy('', '我们收集位置。', null))).toEqual({
    state: 'changed',
    parts: [
      { kind: 'main', change: 'changed' },
      { kind: 'sdk-list', change: 'removed' },
    ],
  });
});

test('what was not read cannot be compared', async () => {
  expect(policyChanged(noPolicy(), await policy('', '我们收集手机号。')).state).toBe('unknown');
});

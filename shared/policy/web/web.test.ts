import type { Fetch, FetchFailure } from '../../domain/ports.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readGatheredPolicy } from '../index.ts';

const URL_GIVEN = 'https://shili.cn/privacy';
const POLICY = `<html><head><title>示例隐私政策</title></head><body><h1>示例隐私政策</h1>${'<p>当您注册时，我们收集手机号码用于创建账号。</p>'.repeat(30)}</body></html>`;

/** The answer of an address alone, as if nothing stood behind it. */
const readAnswer = (url: string, fetched: Awaited<ReturnType<Fetch>>) =>
  readGatheredPolicy({ url, page: { url, at: '', fetched, rendered: null }, parts: [] }, knowledge);

function page(html: string, status = 200, headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' }) {
  return readAnswer(URL_GIVEN, {
    ok: true,
    document: { finalUrl: `${URL_GIVEN}?v=1`, status, headers, bytes: new TextEncoder().encode(html) },
  });
}

test('a policy page is read, with its source', async () => {
  const facts = await page(POLICY);
  expect(facts).toMatchObject({
    outcome: 'read',
    reason: null,
    title: '示例隐私政策',
    source: { kind: 'url', url: URL_GIVEN, finalUrl: `${URL_GIVEN}?v=1`, status: 200, mediaType: 'text/html; charset=utf-8' },
  });
  expect(facts.source.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  [404, 'absent', 'http-404'],
  [410, 'absent', 'http-410'],
  [401, 'unreadable', 'http-401'],
  [403, 'unreadable', 'http-403'],
  [500, 'unreadable', 'http-500'],
  [503, 'unreadable', 'http-503'],
])('status %i is %s', async (status, outcome, reason) => {
  const facts = await page(POLICY, status);
  expect(facts).toMatchObject({ outcome, reason, text: '' });
  expect(facts.gaps).toHaveLength(outcome === 'absent' ? 0 : 1);
});

test.each<FetchFailure>([
  'timeout',
  'private-address',
  'dns',
  'tls',
  'connect',
  'bad-url',
  'too-large',
  'too-many-redirects',
  'bad-encoding',
])('a failed fetch (%s) is never absent', async (failure) => {
  const facts = await readAnswer(URL_GIVEN, { ok: false, failure, detail: '' });
  expect(facts).toMatchObject({ outcome: 'unreadable', reason: failure, source: { kind: 'url', sha256: null, bytes: 0 } });
  expect(facts.gaps[0]).toMatchObject({ code: `policy-${failure}`, place: URL_GIVEN, affects: 'policy' });
});

test.each([
  ['no body', '', 'absent', 'empty-page'],
  ['a page without text', '<html><body></body></html>', 'absent', 'empty-page'],
  ['a shell', '<html><body><div id="app"></div><script src="a.js"></script></body></html>', 'unreadable', 'script-rendered'],
  [
    'a shell that asks for script',
    '<html><body><noscript>请开启JavaScript</noscript><div id="root">加载中</div><script>window.a=1</script></body></html>',
    'unreadable',
    'script-rendered',
  ],
  ['an error page', '<html><head><title>404</title></head><body><h1>页面不存在</h1></body></html>', 'unreadable', 'soft-404'],
  ['an English error page', '<html><body><p>Not Found. The page no longer exists.</p></body></html>', 'unreadable', 'soft-404'],
  ['a login page', '<html><body><form>请登录<input type="password"></form></body></html>', 'unreadable', 'login-wall'],
  [
    'a login page of fields alone',
    '<html><body><form><input type="password" placeholder="密码"></form></body></html>',
    'unreadable',
    'login-wall',
  ],
  ['a parked domain', '<html><body>该域名正在出售，欢迎洽谈</body></html>', 'unreadable', 'parked-domain'],
  ['a frame', '<html><body><p>隐私政策</p><iframe src="/p.html"></iframe></body></html>', 'unreadable', 'framed'],
  [
    'a page of an authority that cut it off',
    '<html><body><p>该网站未备案，已被阻断访问</p></body></html>',
    'unreadable',
    'parked-domain',
  ],
  [
    'a page that only names the policy beside its login',
    '<html><body><p>手机号登录</p><p>登录即表示同意《用户协议》和《隐私政策》</p></body></html>',
    'unreadable',
    'login-wall',
  ],
  ['a check for robots', '<html><body><p>访问过于频繁，请完成安全验证</p></body></html>', 'unreadable', 'robot-check'],
  ['a challenge', '<html><title>Just a moment...</title><body>Checking your browser</body></html>', 'unreadable', 'robot-check'],
  [
    'a page to download the app',
    '<html><body><h1>示例地图</h1><p>走遍全国</p><a>立即下载</a><a>App Store</a><a>安卓版下载</a></body></html>',
    'unreadable',
    'download-page',
  ],
  [
    'a short page about something else',
    '<html><body><h1>招聘启事</h1><p>诚聘前端工程师三名。</p></body></html>',
    'unreadable',
    'not-a-policy',
  ],
])('%s', async (_, html, outcome, reason) => {
  expect(await page(html)).toMatchObject({ outcome, reason, text: '' });
});

test('a long policy that speaks of logging in and of missing pages is read', async () => {
  const html = POLICY.replace('</body>', '<p>如页面不存在或您登录失败，请联系我们。</p><script>var a;</script></body>');
  expect((await page(html)).outcome).toBe('read');
});

const NEWS = '示例科技今日发布新款地图产品，覆盖全国三百座城市，路线规划更准确，导航语音更自然，得到众多用户好评。';
const AGREEMENT =
  '本协议是您与示例科技之间关于使用示例地图服务所订立的契约。您应当遵守法律法规，不得利用本服务从事违法活动，否则我们有权终止服务。';

test.each([
  [
    'a front page',
    `<html><body>${`<p>${NEWS}</p>`.repeat(40)}<p>关于我们 隐私政策 用户协议</p></body></html>`,
    'https://shili.cn/',
    'home-page',
  ],
  [
    'a long article',
    `<html><body>${`<p>${NEWS}</p>`.repeat(40)}<p>隐私政策</p></body></html>`,
    'https://shili.cn/news/1',
    'not-a-policy',
  ],
  [
    'a user agreement that mentions privacy',
    `<html><title>示例地图用户服务协议</title><body><h1>用户服务协议</h1>${`<p>${AGREEMENT}</p>`.repeat(30)}<h2>隐私保护</h2><p>我们会保护您的个人信息，具体见《隐私政策》。</p></body></html>`,
    'https://shili.cn/terms',
    'user-agreement',
  ],
])('%s in place of a policy could not be read, and is never absent', async (_, html, url, reason) => {
  const bytes = new TextEncoder().encode(html);
  const document = { finalUrl: url, status: 200, headers: { 'content-type': 'text/html' }, bytes };
  const facts = await readAnswer(url, { ok: true, document });
  expect(facts).toMatchObject({ outcome: 'unreadable', reason, text: '' });
  expect(facts.gaps.map((gap) => gap.code)).toEqual([`policy-${reason}`]);
});

test('a user agreement and privacy policy in one is read', async () => {
  const html = `<html><title>用户协议与隐私政策</title><body><h1>用户协议与隐私政策</h1>${`<p>${AGREEMENT}</p>`.repeat(10)}<p>我们收集您的手机号。</p></body></html>`;
  expect((await page(html)).outcome).toBe('read');
});

test('a bad policy of one sentence is read', async () => {
  expect((await page('<html><body><h1>隐私声明</h1><p>我们尊重您的隐私。</p></body></html>')).outcome).toBe('read');
  expect((await page('<html><body><p>本软件会收集用户信息，使用即代表同意。</p></body></html>')).outcome).toBe('read');
});

test('GBK without any declaration', async () => {
  // 隐私政策说明 in GBK
  const bytes = Uint8Array.of(...Array.from({ length: 40 }, () => [0xd2, 0xfe, 0xcb, 0xbd, 0xd5, 0xfe, 0xb2, 0xdf]).flat());
  const facts = await readAnswer(URL_GIVEN, { ok: true, document: { finalUrl: URL_GIVEN, status: 200, headers: {}, bytes } });
  expect(facts.text).toContain('隐私政策');
});

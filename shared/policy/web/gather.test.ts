import type { Fetch, Render } from '../../domain/ports.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readGatheredPolicy, readPolicyDocument } from '../index.ts';
import { type GatheringPorts, gatherParts, gatherPolicy } from './gather.ts';
import { surveyDocument, surveyPage } from './survey.ts';

const LIMITS = { maxBytes: 1_000_000, timeoutMs: 1_000, renderTimeoutMs: 1_000 };
const SITE = 'https://www.shili.cn';
const POLICY = `<h1>示例地图隐私政策</h1>${'<p>当您注册时，我们收集您的手机号码用于创建账号。</p>'.repeat(12)}`;
const SDKS = `<h1>第三方SDK目录</h1><table><tr><th>SDK名称</th><th>运营方</th><th>使用目的</th><th>收集的信息</th></tr>
  <tr><td>极光推送SDK</td><td>深圳市和讯华谷信息技术有限公司</td><td>消息推送</td><td>设备标识符</td></tr></table>`;

/** A web of pages that lie in memory; what is not there answers 404, what is called `hangs` does not answer. */
function web(pages: Readonly<Record<string, string>>, rendered: Readonly<Record<string, string>> | null = null) {
  const asked: string[] = [];
  const opened: string[] = [];
  const fetch: Fetch = async (url) => {
    asked.push(url);
    const path = url.replace(SITE, '').replace(/#.*/, '');
    if (path.includes('hangs')) return { ok: false, failure: 'timeout', detail: '' };
    const html = pages[path];
    const bytes = new TextEncoder().encode(html ?? '<p>404');
    return {
      ok: true,
      document: { finalUrl: url.replace(/#.*/, ''), status: html === undefined ? 404 : 200, headers: {}, bytes },
    };
  };
  const render: Render = async (url) => {
    opened.push(url);
    const html = rendered?.[url.replace(SITE, '')];
    if (html === undefined) return { ok: false, failure: 'render-timeout', detail: '' };
    return { ok: true, page: { finalUrl: url, html: new TextEncoder().encode(html) } };
  };
  const ports: GatheringPorts = {
    fetch,
    render: rendered === null ? null : render,
    survey: surveyPage,
    clock: () => new Date('2026-11-22T00:00:00Z'),
  };
  const read = async (path: string) => readGatheredPolicy(await gatherPolicy(SITE + path, ports, LIMITS), knowledge);
  return { ports, asked, opened, read };
}

const html = (body: string, head = ''): string => `<html><head>${head}</head><body>${body}</body></html>`;

test('sub-documents are read as parts of the text, each with its place', async () => {
  const { read, asked } = web({
    '/p': html(
      `${POLICY}<p>我们接入的SDK见<a href="/sdk">《第三方SDK目录》</a>；《儿童个人信息保护规则》<a href="/kids">点击查看</a></p>`,
    ),
    '/sdk': html(SDKS),
    '/kids': html('<p>我们不会收集不满十四周岁未成年人的信息，除非监护人单独同意。</p>'),
  });
  const facts = await read('/p');
  expect(asked.sort()).toEqual([`${SITE}/kids`, `${SITE}/p`, `${SITE}/sdk`]);
  expect(facts.gaps).toEqual([]);
  expect(facts.sdkRows.map(({ name }) => name)).toContain('极光推送SDK');
  const parts = facts.understanding?.parts ?? [];
  expect(parts.map(({ kind, title, url, outcome, status, rendered }) => [kind, title, url, outcome, status, rendered])).toEqual([
    ['main', '', `${SITE}/p`, 'read', 200, false],
    ['sdk-list', '第三方SDK目录', `${SITE}/sdk`, 'read', 200, false],
    ['children', '儿童个人信息保护规则', `${SITE}/kids`, 'read', 200, false],
  ]);
  const said = parts.map(({ range }) => facts.text.slice(...range!));
  expect(said[0]).toMatch(/^示例地图隐私政策\n[\s\S]*点击查看\n$/);
  expect(said[1]).toMatch(/^第三方SDK目录\nSDK名称\t/);
  expect(said[2]).toBe('儿童个人信息保护规则\n我们不会收集不满十四周岁未成年人的信息,除非监护人单独同意。\n');
  expect(said.join('')).toBe(facts.text);
  expect(new Set(parts.map(({ sha256 }) => sha256)).size).toBe(3);
});

test('a sub-document that cannot be read is a gap that says which, and why', async () => {
  const { read } = web({
    '/p': html(
      `${POLICY}<a href="/hangs">第三方SDK清单</a><a href="/gone">个人信息收集清单</a><a href="/shell">应用权限清单</a><a href="javascript:x()">第三方信息共享清单</a>`,
    ),
    '/shell': html('<div id="app"></div><script src="a.js"></script>'),
  });
  const facts = await read('/p');
  expect(facts.outcome).toBe('read');
  expect(facts.gaps.map(({ code, place, message }) => [code, place, message.zh])).toEqual([
    ['linked-document', `${SITE}/hangs`, '只有链接、未读取的附属文件：第三方SDK清单（访问超时）'],
    ['linked-document', `${SITE}/gone`, '只有链接、未读取的附属文件：个人信息收集清单（链接失效）'],
    ['linked-document', `${SITE}/shell`, '只有链接、未读取的附属文件：应用权限清单（由脚本渲染）'],
    ['linked-document', 'javascript:x()', '只有链接、未读取的附属文件：第三方信息共享清单（链接没有可访问的网址）'],
  ]);
  expect(facts.understanding?.parts.map(({ kind, outcome, reason, range }) => [kind, outcome, reason, range === null])).toEqual([
    ['main', 'read', null, false],
    ['sdk-list', 'unreadable', 'timeout', true],
    ['collected-list', 'absent', 'http-404', true],
    ['permission-list', 'unreadable', 'script-rendered', true],
    ['shared-list', 'unreadable', 'no-address', true],
  ]);
});

test('six sub-documents are fetched, one level deep; lists behind them are told', async () => {
  const links = Array.from({ length: 9 }, (_, n) => `<a href="/sdk${n}">第三方SDK清单${n}</a>`).join('');
  const pages = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`/sdk${n}`, html(`${SDKS}<p>${n}</p>`)]));
  const { read, asked } = web({ ...pages, '/p': html(POLICY + links), '/sdk0': html(`${SDKS}<a href="/more">接入SDK列表</a>`) });
  const facts = await read('/p');
  expect(asked).toHaveLength(7);
  expect(asked).not.toContain(`${SITE}/more`);
  expect(facts.gaps.map(({ place }) => place.replace(SITE, '')).sort()).toEqual(['/more', '/sdk6', '/sdk7', '/sdk8']);
});

test('a page that answers every address with the same document is read once', async () => {
  const page = html(`${POLICY}<a href="/p?tab=sdk">第三方SDK目录</a>`);
  const facts = await web({ '/p': page, '/p?tab=sdk': page }).read('/p');
  expect(facts.understanding?.parts.map(({ kind }) => kind)).toEqual(['main']);
});

test.each([
  ['a refresh', html('', '<meta http-equiv="refresh" content="0;url=/real">')],
  ['a script', html('<script>location.replace("/real")</script>')],
  ['the only frame', html('<iframe src="/real"></iframe>')],
  ['what it embeds', html('<object data="/logo.swf"></object><embed src="/real" type="application/pdf">')],
  ['a link to the policy', html('<h1>示例地图</h1><p><a href="/real">点击查看《隐私政策》</a></p>')],
])('a page that leads on by %s is followed', async (_, first) => {
  const { read, asked } = web({ '/p': first, '/real': html(POLICY) });
  const facts = await read('/p');
  expect(facts).toMatchObject({ outcome: 'read', source: { url: `${SITE}/p`, finalUrl: `${SITE}/real` } });
  expect(asked).toEqual([`${SITE}/p`, `${SITE}/real`]);
});

test('pages that lead in a circle, or on and on, end', async () => {
  const to = (path: string): string => html('', `<meta http-equiv="refresh" content="0;url=${path}">`);
  const circle = web({ '/a': to('/b'), '/b': to('/a') });
  expect((await circle.read('/a')).outcome).not.toBe('read');
  expect(circle.asked).toHaveLength(2);
  const endless = web(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`/${n}`, to(`/${n + 1}`)])));
  await endless.read('/0');
  expect(endless.asked).toHaveLength(5);
});

test('what a page leads to may be gone without the policy being absent', async () => {
  const facts = await web({ '/p': html('<iframe src="/gone"></iframe>') }).read('/p');
  expect(facts).toMatchObject({ outcome: 'unreadable', reason: 'leads-nowhere' });
});

describe('pages rendered by script', () => {
  const SHELL = html('<div id="app"></div><script src="/app.js"></script>');

  test('are read where a browser is there, routes and sub-documents too', async () => {
    const { read, opened } = web(
      { '/': SHELL },
      {
        '/#/privacy': html(`<div id="app">${POLICY}<a href="#/sdk">第三方SDK目录</a></div><script src="/app.js"></script>`),
        '/#/sdk': html(SDKS),
      },
    );
    const facts = await read('/#/privacy');
    expect(facts).toMatchObject({ outcome: 'read', gaps: [] });
    expect(opened).toEqual([`${SITE}/#/privacy`, `${SITE}/#/sdk`]);
    expect(facts.understanding?.parts.map(({ kind, rendered }) => [kind, rendered])).toEqual([
      ['main', true],
      ['sdk-list', true],
    ]);
    expect(facts.sdkRows.map(({ name }) => name)).toContain('极光推送SDK');
  });

  test('could not be read where none is, or where it fails; never absent', async () => {
    expect(await web({ '/': SHELL }).read('/')).toMatchObject({ outcome: 'unreadable', reason: 'script-rendered' });
    const failed = await web({ '/': SHELL }, {}).read('/');
    expect(failed).toMatchObject({ outcome: 'unreadable', reason: 'script-rendered' });
    expect(failed.gaps.map(({ code }) => code)).toEqual(['policy-script-rendered', 'policy-render-timeout']);
    const empty = await web({ '/': SHELL }, { '/': html('<div id="app"></div>') }).read('/');
    expect(empty).toMatchObject({ outcome: 'unreadable', reason: 'rendered-empty' });
  });

  test('may turn out to hold a frame', async () => {
    const { read } = web(
      { '/': SHELL, '/inner': html(POLICY) },
      { '/': html('<div id="app"><iframe src="/inner"></iframe></div>') },
    );
    expect(await read('/')).toMatchObject({ outcome: 'read', source: { finalUrl: `${SITE}/inner` } });
  });

  test('start a browser for three sub-documents at most', async () => {
    const links = Array.from({ length: 6 }, (_, n) => `<a href="/s${n}">第三方SDK清单${n}</a>`).join('');
    const shells = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`/s${n}`, SHELL]));
    const { read, opened } = web({ ...shells, '/p': html(POLICY + links) }, {});
    expect((await read('/p')).gaps).toHaveLength(6);
    expect(opened).toHaveLength(3);
  });
});

test('links of a file are fetched for it', async () => {
  const file = {
    bytes: new TextEncoder().encode(html(`${POLICY}<a href="${SITE}/sdk">第三方SDK目录</a>`)),
    mediaType: null,
    fileName: null,
  };
  const { ports } = web({ '/sdk': html(SDKS) });
  const unread = await readPolicyDocument(file, knowledge);
  expect(unread.gaps.map(({ code, place }) => [code, place])).toEqual([['linked-document', `${SITE}/sdk`]]);
  const parts = await gatherParts(await surveyDocument(file), ports, LIMITS);
  const facts = await readPolicyDocument(file, knowledge, parts);
  expect(facts.gaps).toEqual([]);
  expect(facts.sdkRows.map(({ name }) => name)).toContain('极光推送SDK');
});

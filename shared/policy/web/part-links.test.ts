import { readHtml } from '../document/html.ts';
import { readMarkdown } from '../document/markdown.ts';
import { readPlainText } from '../document/plain-text.ts';
import { partKindOf } from './part-kind.ts';
import { partLinks } from './part-links.ts';

const BASE = 'https://www.shili.cn/policy/privacy.html?v=2';

test.each([
  ['第三方sdk目录', 'sdk-list'],
  ['第三方sdk共享清单', 'sdk-list'],
  ['接入第三方sdk列表', 'sdk-list'],
  ['sdk list', 'sdk-list'],
  ['示例地图sdk列表', 'sdk-list'],
  ['合作第三方软件开发工具包(sdk)列表', 'sdk-list'],
  ['第三方信息共享清单', 'shared-list'],
  ['个人信息第三方共享列表', 'shared-list'],
  ['合作伙伴名单', 'shared-list'],
  ['个人信息收集清单', 'collected-list'],
  ['已收集个人信息清单', 'collected-list'],
  ['收集使用个人信息明细', 'collected-list'],
  ['应用权限列表', 'permission-list'],
  ['系统权限使用说明', 'permission-list'],
  ['示例地图儿童个人信息保护规则', 'children'],
  ['未成年人隐私保护指引', 'children'],
  ['青少年保护', 'children'],
  ['隐私政策完整版', 'other'],
  ['查看全文', 'other'],
])('%s is a sub-document: %s', (words, kind) => {
  expect(partKindOf(words)).toBe(kind);
});

test.each([
  '用户协议',
  '隐私政策',
  '极光sdk隐私政策',
  '极光sdk权限清单',
  '友盟+sdk个人信息清单',
  '微信开放平台开发者服务协议',
  '联系我们',
  '下载',
  '首页',
  '',
])('%s is none', (words) => {
  expect(partKindOf(words)).toBeNull();
});

test('links of a page: by their words, by the words before them, each once; anchors and the page itself left out', () => {
  const html = `<body><h1>隐私政策</h1>
    <p>详见<a href="/sdk.html">《第三方SDK目录》</a>，亦可<a href="https://www.shili.cn/sdk.html#top">查看第三方SDK目录</a>。</p>
    <p>《个人信息收集清单》：<a href="list.html">点击查看</a></p>
    <p>《儿童个人信息保护规则》请点击<a href="javascript:void(0)" onclick="openDoc('/kids.pdf')">此处</a></p>
    <p><a href="#sdk">SDK清单</a><a href="privacy.html?v=2#permissions">应用权限列表</a><a href="#/permissions">系统权限清单</a></p>
    <p><a href="javascript:show()">第三方信息共享清单</a></p>
    <table><tr><th>第三方SDK列表</th><th>隐私政策</th></tr><tr><td>极光</td><td><a href="https://www.jiguang.cn/p">链接</a></td></tr></table>
    <nav><a href="/nav">SDK目录</a></nav></body>`;
  expect(partLinks(readHtml(html), BASE)).toEqual([
    { kind: 'sdk-list', title: '第三方SDK目录', url: 'https://www.shili.cn/sdk.html', written: '/sdk.html' },
    { kind: 'collected-list', title: '个人信息收集清单', url: 'https://www.shili.cn/policy/list.html', written: 'list.html' },
    { kind: 'children', title: '儿童个人信息保护规则', url: 'https://www.shili.cn/kids.pdf', written: '/kids.pdf' },
    { kind: 'permission-list', title: '系统权限清单', url: `${BASE}#/permissions`, written: '#/permissions' },
    { kind: 'shared-list', title: '第三方信息共享清单', url: null, written: 'javascript:show()' },
  ]);
});

test('a base element moves relative links', () => {
  const html = '<head><base href="https://cdn.shili.cn/legal/"></head><body><a href="sdk">第三方SDK清单</a></body>';
  expect(partLinks(readHtml(html), BASE).map(({ url }) => url)).toEqual(['https://cdn.shili.cn/legal/sdk']);
});

test('Markdown links and addresses written out', () => {
  const markdown = readMarkdown(
    '# 隐私政策\n\n详见[《第三方SDK目录》](https://a.cn/sdk)。\n\n[极光SDK隐私政策](https://jiguang.cn/p)\n',
  );
  expect(partLinks(markdown, null)).toEqual([
    { kind: 'sdk-list', title: '第三方SDK目录', url: 'https://a.cn/sdk', written: 'https://a.cn/sdk' },
  ]);
  const text = readPlainText(
    '隐私政策\n我们接入的第三方SDK清单：\nhttps://a.cn/sdk。\n《儿童个人信息保护规则》（https://a.cn/kids）\n极光推送SDK 官网链接：https://www.jiguang.cn/license/privacy\n',
  );
  expect(partLinks(text, null).map(({ kind, url }) => [kind, url])).toEqual([
    ['sdk-list', 'https://a.cn/sdk'],
    ['children', 'https://a.cn/kids'],
  ]);
});

test('a file has no place that relative links could count from', () => {
  expect(partLinks(readHtml('<body><a href="sdk.html">第三方SDK清单</a></body>'), null)).toEqual([
    { kind: 'sdk-list', title: '第三方SDK清单', url: null, written: 'sdk.html' },
  ]);
});

test('twenty thousand links are looked at in no time', () => {
  const started = performance.now();
  partLinks(readHtml(`<body>${'<p>第三方SDK清单：<a href="https://a.cn/x">点击</a>'.repeat(20_000)}</body>`), BASE);
  // A hang, not a speed: machines are shared.
  expect(performance.now() - started).toBeLessThan(30_000);
});

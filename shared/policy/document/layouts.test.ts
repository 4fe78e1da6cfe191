/** Pages as they are built: tables that lay them out, menus, feet, tabs. */
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';
import { readHtml } from './html.ts';

const lines = (html: string) =>
  readHtml(html).blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.join('|')).join('/')
      : block.kind === 'heading'
        ? `# ${block.text}`
        : block.text,
  );

/** A policy long enough for what stands around it to be told from it. */
const BODY = Array.from(
  { length: 12 },
  (_, index) =>
    `<h2>第${index + 1}部分</h2><p>${'我们按照合法、正当、必要的原则处理您的个人信息，并采取措施保护其安全。'.repeat(2)}</p>`,
).join('');
const POLICY = lines(BODY);

describe('tables', () => {
  test('a page wholly inside of a table keeps its headings, lists and tables', () => {
    const page = `<table width="960"><tr><td colspan="2">示例地图</td></tr><tr><td>左栏</td><td><h1>隐私政策</h1>${BODY}<ul><li>位置</ul>
      <table><tr><th>SDK名称</th><th>目的</th></tr><tr><td>甲SDK</td><td>推送</td></tr></table></td></tr></table>`;
    expect(lines(page)).toEqual(['示例地图', '左栏', '# 隐私政策', ...POLICY, '位置', 'SDK名称|目的/甲SDK|推送']);
  });

  test('three tables around each other lay out as one does', () => {
    expect(lines(`<table><tr><td><table><tr><td><table><tr><td>${BODY}</table></table></table>`)).toEqual(POLICY);
  });

  test('a table with a heading row stays one though a cell holds a small table or a list', () => {
    const page = `<table><tr><th>SDK名称</th><th>目的</th><th>信息</th></tr>
      <tr><td>甲SDK</td><td>推送</td><td><ul><li>设备型号<li>网络</ul></td></tr>
      <tr><td>乙SDK</td><td>支付</td><td><table><tr><td>订单</td><td>金额</td></tr><tr><td>时间</td><td>方式</td></tr></table></td></tr></table>`;
    expect(lines(page)).toEqual(['SDK名称|目的|信息/甲SDK|推送|设备型号 网络/乙SDK|支付|订单 金额 时间 方式']);
  });

  test('a table of two rows and long texts stays a table', () => {
    const long = '设备型号、操作系统版本、网络状态、'.repeat(40);
    expect(lines(`<table><tr><td>SDK名称<td>信息<tr><td>甲SDK<td>${long}</table>`)).toEqual([`SDK名称|信息/甲SDK|${long}`]);
  });

  test('what spans rows is repeated in a table and not in a layout', () => {
    expect(lines('<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>')).toEqual(['甲|乙/甲|丙']);
    expect(lines(`<table><tr><td rowspan=2>甲<td>${BODY}<tr><td>丙</table>`)).toEqual(['甲', ...POLICY, '丙']);
  });
});

describe('definition lists', () => {
  test('a short term and its definition are one line', () => {
    expect(
      lines('<dl><dt>联系邮箱</dt><dd>a@b.cn</dd><dt>生效日期：</dt><dd><p>2026年3月1日</p></dd><dt>无</dt></dl><p>后文'),
    ).toEqual(['联系邮箱：a@b.cn', '生效日期：2026年3月1日', '无', '后文']);
  });

  test('headings with their sections stay apart', () => {
    const section = '我们按照合法、正当、必要的原则处理您的个人信息。'.repeat(20);
    expect(lines(`<dl><dt>我们如何收集信息</dt><dd>${section}</dd><dt>如何联系我们？</dt><dd>邮箱</dd></dl>`)).toEqual([
      '我们如何收集信息',
      section,
      '如何联系我们？',
      '邮箱',
    ]);
  });
});

describe('what stands around the text is left out', () => {
  const menu = '<a href="/">首页</a>|<a href="/p">产品中心</a>';
  test.each([
    ['a menu by its class', `<div class="top nav-bar"><ul><li><a href="/">首页</a><li><a href="/d">下载</a></ul></div>${BODY}`],
    [
      'a menu without a name',
      `<div><ul><li><a href="/">首页</a><li><a href="/d">游戏</a><li><a href="/x">下载</a></ul></div>${BODY}`,
    ],
    [
      'a menu at the end',
      `${BODY}<div><p><a href="/a">关于我们</a></p><p><a href="/b">友情链接</a></p><p><a href="/c">论坛</a></p></div>`,
    ],
    ['breadcrumbs', `<div class="breadcrumb">${menu} &gt; 隐私政策</div>${BODY}`],
    ['a foot', `${BODY}<footer><p>${menu}</p><p>© 2026 示例科技有限公司 版权所有 粤ICP备00000000号</p></footer>`],
    ['a foot by its class', `${BODY}<div class="site-footer">Copyright © 示例科技 All Rights Reserved</div>`],
    [
      'a cookie banner',
      `<div id="cookie-consent">我们使用Cookie改善您的体验，继续浏览即表示同意。<button>接受</button></div>${BODY}`,
    ],
    ['a dialog', `${BODY}<div role="dialog"><h3>登录</h3><p>请输入手机号，登录即代表同意用户协议</p></div>`],
  ])('%s', (_, html) => {
    expect(lines(`<body>${html}</body>`)).toEqual(POLICY);
  });

  test.each([
    ['a policy in a wrapper with the name of a menu', `<div class="menu-content">${BODY}</div>`],
    ['a policy in a dialog', `<div role="dialog" class="cookie-policy-modal">${BODY}${BODY}</div>`],
    ['a policy in a foot', `<footer>${BODY}</footer>`],
    ['a policy in main', `<main class="nav">${BODY}</main>`],
  ])('but not %s', (_, html) => {
    expect(lines(html).slice(0, POLICY.length)).toEqual(POLICY);
  });

  test.each([
    ['the foot of an article', `<article>${BODY}<footer>联系我们：© 示例科技</footer></article>`, '联系我们：© 示例科技'],
    [
      'a foot that goes on with the policy',
      `${BODY}<div class="footer">隐私邮箱：a@b.cn 版权所有</div>`,
      '隐私邮箱：a@b.cn 版权所有',
    ],
    ['a table of contents', `<div class="nav"><a href="#1">一、收集</a></div>${BODY}`, '一、收集'],
    [
      'links to other documents',
      `${BODY}<p><a href="/k">儿童规则</a></p><p><a href="/s">SDK目录</a></p><p><a href="/c">Cookie</a></p>`,
      'SDK目录',
    ],
    [
      'all of a page that says little else',
      '<ul><li><a href="/">首页</a><li><a href="/a">登录</a><li><a href="/b">下载</a></ul><p>短',
      '首页',
    ],
  ])('nor %s', (_, html, kept) => {
    expect(lines(html)).toContain(kept);
  });
});

describe('hidden sections', () => {
  const gaps = (html: string) => readHtml(html).gaps.map(({ code }) => code);
  const hidden = '我们收集您的个人信息，并按照隐私政策共享。'.repeat(60);
  test.each([
    ['details', `<details><summary>SDK目录</summary><p>甲SDK</p></details>`],
    ['the panel of a tab by its role', `<div role="tabpanel" style="display:none"><p>SDK目录</p><p>甲SDK</p></div>`],
    ['the panel of a tab by its class', `<div class="tab-pane fade" style="display: none;"><p>SDK目录</p><p>甲SDK</p></div>`],
    ['what a link opens', `<a href="#sdk">SDK目录</a><div id="sdk" hidden>甲SDK</div>`],
    [
      'what a button controls',
      `<p>SDK目录<span aria-controls="x1"></span></p><div id="x1" style="visibility:hidden">甲SDK</div>`,
    ],
    ['a page that its script shows', `<body style="display:none"><p>SDK目录</p><p>甲SDK</p></body>`],
  ])('%s is read', (_, html) => {
    expect(lines(html)).toEqual(['SDK目录', '甲SDK']);
  });

  test('what nothing on the page shows is not read; much of a policy in it is a gap', () => {
    expect(lines(`<div style="display:none">${hidden}</div>${BODY}`)).toEqual(POLICY);
    expect(gaps(`<div style="display:none">${hidden}</div>${BODY}`)).toEqual(['hidden-content']);
  });

  test.each([
    [
      'the same text for narrow screens',
      `<div class="pc">${hidden}</div><div class="mobile" style="display:none">${hidden}</div>`,
    ],
    ['a little', `<div style="display:none">我们收集您的个人信息</div>${BODY}`],
    ['another matter', `<div hidden>${'欢迎下载示例地图，畅享出行。'.repeat(100)}</div>${BODY}`],
    ['scripts', `<template hidden>${hidden}</template><script>"${hidden}"</script>${BODY}`],
  ])('no gap: %s', (_, html) => {
    expect(gaps(html)).toEqual([]);
  });
});

test('the end tag of the head may be left out', () => {
  expect(lines('<html><head><title>隐私政策</title><body><p>正文</p>')).toEqual(['正文']);
});

test.each([
  ['<p>第三方SDK目录：</p><img src="a.png">', 1],
  ['<p>收集个人信息清单</p><p><img data-src="a.png"></p>', 1],
  ['<p>文字</p><img alt="SDK清单" src="a.png">', 1],
  ['<p>欢迎</p><img src="logo.png" alt="标志">', 0],
])('images of lists: %s', (html, count) => {
  expect(readHtml(html).gaps.map(({ code }) => code)).toEqual(Array(count).fill('image-content'));
});

test('a page that is nothing but pictures is unreadable, one with small signs is empty', async () => {
  const outcome = async (html: string) => {
    const { outcome: is, reason } = await readPolicyDocument(
      { bytes: new TextEncoder().encode(html), mediaType: 'text/html', fileName: null },
      knowledge,
    );
    return `${is} ${reason}`;
  };
  expect(await outcome('<html><body><img src="1.jpg"><img src="2.jpg"></body></html>')).toBe('unreadable image-content');
  expect(await outcome('<html><body><img src="logo.png"><img width="20" src="a.jpg"></body></html>')).toBe('absent empty-file');
  expect(
    await outcome(`<html><div style="display:none">${'我们收集您的个人信息，并按照隐私政策共享。'.repeat(60)}</div></html>`),
  ).toBe('unreadable hidden-content');
  expect(readHtml('<h1>隐私政策</h1><img src="1.jpg">').gaps.map(({ code }) => code)).toEqual(['image-content']);
  expect(readHtml(`${BODY}<img src="1.jpg">`).gaps).toEqual([]);
});

import type { Page } from 'playwright-core';
import { STAFF_ROLES, type StaffRole } from '../../../shared/domain/review/account.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser, expectComplaint } from '../../support/browser.ts';
import { untilEqual } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { person, signIn } from '../support/people.ts';

/** A page of the frame alone, whatever the others are. */
const NOWHERE = '/console/nowhere';

describeInBrowser('the frame of the console', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
  });
  afterAll(() => api.close());

  const openAs = async (
    role: StaffRole,
    options: Parameters<typeof open>[0] = {},
    more: Parameters<typeof person>[2] = {},
  ): Promise<Page> => {
    const page = await open(options);
    await signIn(page, api.url, await person(api.database, role, more));
    await page.goto(`${api.url}${NOWHERE}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const entries = (page: Page) => page.getByRole('navigation').getByRole('link').allTextContents();

  test('shows each role the pages that it may open', async () => {
    const seen: Record<string, string[]> = {};
    for (const role of STAFF_ROLES) seen[role] = await entries(await openAs(role));
    const everybody = ['审核队列', '概览', '规则库', '常用理由'];
    expect(seen).toEqual({
      reviewer: everybody,
      'senior-reviewer': everybody,
      operations: everybody,
      auditor: [...everybody, '审计日志'],
      administrator: [...everybody, '审计日志', '账号'],
    });
  });

  test('whoever is not signed in is led to the sign-in page, which knows where they wanted to go', async () => {
    const page = await open();
    await page.goto(`${api.url}/console/submissions/sub_1?tab=listing#f2`);
    await page.waitForURL((url) => url.pathname === '/console/login');
    expect(new URL(page.url()).searchParams.get('next')).toBe('/submissions/sub_1?tab=listing#f2');
  });

  test('whoever must choose a password can do nothing else', async () => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'reviewer', { mustChangePassword: true }));
    await page.goto(`${api.url}${NOWHERE}`);
    await page.waitForURL((url) => url.pathname === '/console/login');
  });

  test('speaks Chinese first and English by a click, and remembers it', async () => {
    const page = await openAs('reviewer');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await expect(page.title()).resolves.toBe('没有这个页面 · Shelfgate');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(await entries(page)).toContain('Queue');
    await page.reload();
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('button', { name: '中文' }).getAttribute('lang')).toBe('zh-CN');
  });

  test('is worked by the keyboard alone: shortcuts, their list, the skip link, the account', async () => {
    const page = await openAs('administrator');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: '键盘快捷键' });
    await dialog.getByText('审计日志').waitFor();
    // Keys rest while a dialog is open.
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe(NOWHERE);

    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await untilEqual(() => page.evaluate('document.activeElement.textContent'), '跳到正文');
    await page.keyboard.press('Enter');
    await untilEqual(() => page.evaluate('document.activeElement.id'), 'main');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForURL((url) => url.pathname === '/console/audit');
    await page.goBack();
    await page.waitForURL((url) => url.pathname === NOWHERE);
  });

  test('letters can be turned off for those whose hands or voice press them by accident', async () => {
    const page = await openAs('reviewer');
    await page.keyboard.press('?');
    await page.getByRole('switch', { name: '启用不带 Ctrl 的快捷键' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(new URL(page.url()).pathname).toBe(NOWHERE);
  });

  test('signs out, and "back" shows nothing of before', async () => {
    const page = await openAs('reviewer', {}, { displayName: '王小明' });
    await page.getByRole('button', { name: '王小明' }).click();

    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL((url) => url.pathname === '/console/login');
    await page.goto(`${api.url}${NOWHERE}`);
    await page.waitForURL((url) => url.pathname === '/console/login');
    expect(await page.getByText('王小明').count()).toBe(0);
  });

  test('a session that ends elsewhere ends here', async () => {
    const page = await openAs('reviewer');
    await page.context().clearCookies();
    await page.reload();
    await page.waitForURL((url) => url.pathname === '/console/login');
  });

  test('a server that is away is said, with a way to try again that works', async () => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'reviewer'));
    expectComplaint(page, /ERR_FAILED/);
    await page.route('**/v1/review/session', (route) => route.abort());
    await page.goto(`${api.url}${NOWHERE}`);
    await page.getByRole('heading', { name: '无法连接服务器' }).waitFor();
    await expectAccessible(page);
    await page.unroute('**/v1/review/session');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
  });

  test('a part of the page that is gone after an update is said, and the frame stays', async () => {
    const page = await openAs('reviewer');
    expectComplaint(page, /404|dynamically imported module/);
    await page.route('**/console/assets/overview-*.js', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: '概览' }).click();
    await page.getByRole('heading', { name: '页面的一部分没有取到' }).waitFor();
    expect(await entries(page)).toContain('审核队列');
    await expectAccessible(page);
  });

  test.each([
    ['a desk', { width: 1280, height: 800 }],
    ['a tablet', { width: 768, height: 1024 }],
  ])('is accessible in both languages on %s, and nothing hangs over its edge', async (_where, viewport) => {
    const page = await openAs('administrator', { viewport });
    await expectAccessible(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await expectAccessible(page);
    const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
    await untilEqual(() => page.evaluate(fits), true);
    const small =
      await page.evaluate(`[...document.querySelectorAll('a[href], button')].filter((e) => e.checkVisibility() && !e.matches('.skip-link'))
      .map((e) => [e.textContent, e.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)`);
    expect(small).toEqual([]);
  });
});

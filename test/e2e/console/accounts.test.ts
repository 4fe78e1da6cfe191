import type { Page } from 'playwright-core';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { startConsole } from '../support/console.ts';
import { person, signIn } from '../support/people.ts';

describeInBrowser('the page of accounts', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole({ rate: { perMinute: 1_000, unauthenticatedPerMinute: 1_000, signInPerMinute: 100 } });
  });
  afterAll(() => api?.close());

  const administrator = async (): Promise<Page> => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'administrator'));
    await page.goto(`${api.url}/console/accounts`);
    await page.getByRole('heading', { name: '账号', level: 1 }).waitFor();
    return page;
  };
  const rowOf = (page: Page, name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const dialog = (page: Page) => page.getByRole('dialog');

  test('somebody new gets an account, signs in with the password for one use, and chooses another', async () => {
    const page = await administrator();
    await page.getByRole('button', { name: '新建账号' }).click();
    await dialog(page).getByLabel('登录名').fill('Wang.Wei');
    await dialog(page).getByLabel('姓名').fill('<script>alert(1)</script>王伟');
    await dialog(page)
      .getByRole('radio', { name: /^高级审核员/ })
      .check();
    await expectAccessible(page);
    await dialog(page).getByRole('button', { name: '新建' }).click();
    const password = await page.getByTestId('one-time-password').textContent();
    await expectAccessible(page);
    await page.getByRole('button', { name: '已记下' }).click();
    await rowOf(page, 'wang.wei').getByText('待设置密码').waitFor();
    expect(await rowOf(page, 'wang.wei').textContent()).toContain('<script>alert(1)</script>王伟');
    await expectAccessible(page);

    const theirs = await open();
    await theirs.goto(`${api.url}/console/`);
    await theirs.getByLabel('账号').fill('wang.wei');
    await theirs.getByLabel('密码', { exact: true }).fill(password ?? '');
    await theirs.getByRole('button', { name: '登录', exact: true }).click();
    await theirs.getByLabel('新密码', { exact: true }).fill('little lighthouse keeper');
    await theirs.getByLabel('再输入一次新密码').fill('little lighthouse keeper');
    await theirs.getByRole('button', { name: '保存新密码' }).click();
    await theirs.waitForURL((url) => url.pathname === '/console/queue');
    await page.reload();
    await rowOf(page, 'wang.wei').getByText('有效').waitFor();
  });

  test('a taken name is told, and what was typed stays', async () => {
    const { name } = await person(api.database, 'reviewer');
    const page = await administrator();
    await page.getByRole('button', { name: '新建账号' }).click();
    await dialog(page).getByLabel('登录名').fill(name);
    await dialog(page).getByLabel('姓名').fill('另一位');
    await dialog(page).getByRole('button', { name: '新建' }).click();
    await dialog(page).getByRole('alert').getByText('已有名为').waitFor();
    expect(await dialog(page).getByLabel('姓名').inputValue()).toBe('另一位');
  });

  test('a role changes at once, and disabling throws the person out', async () => {
    const reviewer = await person(api.database, 'reviewer');
    const theirs = await open();
    await signIn(theirs, api.url, reviewer);
    await theirs.goto(`${api.url}/console/audit`);
    await theirs.getByText('您的角色没有此项权限').waitFor();

    const page = await administrator();
    await page.getByRole('button', { name: `修改 ${reviewer.name}`, exact: true }).click();
    await dialog(page)
      .getByRole('radio', { name: /^审计员/ })
      .check();
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await rowOf(page, reviewer.name).getByText('审计员').waitFor();
    await theirs.reload();
    await theirs.getByRole('heading', { name: '审计日志', level: 1 }).waitFor();

    await page.getByRole('button', { name: `停用 ${reviewer.name}`, exact: true }).click();
    await dialog(page).getByRole('button', { name: '停用' }).click();
    await rowOf(page, reviewer.name).getByText('已停用').waitFor();
    await theirs.reload();
    await theirs.getByRole('heading', { name: '登录审核工作台' }).waitFor();
    await page.getByRole('button', { name: `启用 ${reviewer.name}`, exact: true }).click();
    await rowOf(page, reviewer.name).getByText('有效').waitFor();
  });

  test('a reset shows a new password once; nobody resets or disables themselves', async () => {
    const reviewer = await person(api.database, 'reviewer');
    const page = await administrator();
    await page.getByRole('button', { name: `重置密码 ${reviewer.name}`, exact: true }).click();
    await dialog(page).getByRole('button', { name: '重置' }).click();
    expect(await page.getByTestId('one-time-password').textContent()).toMatch(/^(\w{4}-){4}\w{4}$/);
    await page.keyboard.press('Escape');
    await page.getByTestId('one-time-password').waitFor();
    await page.getByRole('button', { name: '已记下' }).click();
    await page.getByTestId('one-time-password').waitFor({ state: 'detached' });
    const own = page.getByRole('row').filter({ hasText: '您' });
    expect(await own.getByRole('button').allInnerTexts()).toEqual(['修改']);
  });

  test('it is not for everybody', async () => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'senior-reviewer'));
    await page.goto(`${api.url}/console/accounts`);
    await page.getByText('您的角色没有此项权限').waitFor();
    expect(await page.getByRole('link', { name: '账号' }).count()).toBe(0);
  });
});

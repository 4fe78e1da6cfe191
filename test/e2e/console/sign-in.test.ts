import type { Page } from 'playwright-core';
import type { SingleSignOnConfiguration } from '../../../shared/platform/configuration/single-sign-on.ts';
import { openSingleSignOn } from '../../../shared/platform/single-sign-on.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser, expectComplaint } from '../../support/browser.ts';
import { type IdentityProvider, startIdentityProvider } from '../../support/identity-provider.ts';
import { startConsole } from '../support/console.ts';
import { PASSWORD, person, signIn } from '../support/people.ts';

const OWN = 'little lighthouse keeper';
const pathOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};
const arrive = (page: Page, path: string) => page.waitForURL((url) => url.pathname + url.search === path);

describeInBrowser('signing in', (open) => {
  let api: RunningTestApi;
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await startIdentityProvider();
    const singleSignOn: SingleSignOnConfiguration = {
      issuer: provider.issuer,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      name: '<b>公司</b>登录',
      scopes: 'openid profile',
      roleClaim: ['groups'],
      roles: [{ from: 'shelf-reviewers', to: 'reviewer' }],
      only: false,
    };
    api = await startConsole(
      { singleSignOn, rate: { perMinute: 1_000, unauthenticatedPerMinute: 1_000, signInPerMinute: 100 } },
      { replace: { singleSignOn: openSingleSignOn(singleSignOn) } },
    );
    provider.register(`${api.url}/v1/review/sign-in/oidc/callback`);
  });
  afterAll(async () => {
    await api?.close();
    await provider?.close();
  });

  test('by the keyboard alone, back to the page that was wanted', async () => {
    const { name } = await person(api.database, 'auditor');
    const page = await open();
    await page.goto(`${api.url}/console/overview?from=2026-01-01`);
    await page.getByRole('heading', { name: '登录审核工作台' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('账号名或密码不对').waitFor();
    // The focus is back on the password, and what was wrong is marked to be typed over.
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await arrive(page, '/console/overview?from=2026-01-01');
  });

  test('a password for one use is replaced before anything else', async () => {
    const { name } = await person(api.database, 'reviewer', { mustChangePassword: true });
    const page = await open();
    await page.goto(`${api.url}/console/`);
    await page.getByLabel('账号').fill(name);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '设置自己的密码' }).waitFor();
    await expectAccessible(page);
    // No way round it.
    await page.goto(`${api.url}/console/queue`);
    await page.getByLabel('现在的密码').fill(PASSWORD);
    await page.getByLabel('新密码', { exact: true }).fill('password1234');
    await page.getByLabel('再输入一次新密码').fill('password12345');
    await page.getByRole('button', { name: '保存新密码' }).click();
    await page.getByText('密码过于常见').waitFor();
    await page.getByText('两次输入不一致').waitFor();
    await page.getByLabel('新密码', { exact: true }).fill(OWN);
    await page.getByLabel('再输入一次新密码').fill(OWN);
    await page.getByRole('button', { name: '保存新密码' }).click();
    await page.waitForURL((url) => url.pathname === '/console/queue');
    expect(await api.database.accounts.findByName(name)).toMatchObject({ mustChangePassword: false });
  });

  test('one changes one’s own password from the menu; the present one must be right', async () => {
    const account = await person(api.database, 'auditor');
    const page = await open();
    await signIn(page, api.url, account);
    await page.goto(`${api.url}/console/overview`);
    await page.getByRole('button', { name: account.displayName }).click();
    await page.getByRole('menuitem', { name: '修改密码' }).click();
    await page.getByLabel('现在的密码').fill('not the password');
    await page.getByLabel('新密码', { exact: true }).fill(OWN);
    await page.getByLabel('再输入一次新密码').fill(OWN);
    await page.getByRole('button', { name: '保存新密码' }).click();
    await page.getByText('现在的密码不对').waitFor();
    await page.getByLabel('现在的密码').fill(PASSWORD);
    await page.getByRole('button', { name: '保存新密码' }).click();
    await arrive(page, '/console/overview');
  });

  test('Caps Lock is told', async () => {
    const page = await open();
    await page.goto(`${api.url}/console/login`);
    const field = page.getByLabel('密码', { exact: true });
    await field.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true });
    await page.getByText('大写锁定已打开').waitFor();
    await field.dispatchEvent('keyup', { key: 'CapsLock', modifierCapsLock: false });
    await page.getByText('大写锁定已打开').waitFor({ state: 'detached' });
  });

  test('nobody is led elsewhere after signing in', async () => {
    const account = await person(api.database, 'auditor');
    const page = await open();
    await signIn(page, api.url, account);
    for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/login']) {
      await page.goto(`${api.url}/console/login?next=${encodeURIComponent(next)}`);
      await page.waitForURL((url) => url.pathname === '/console/queue' && url.origin === api.url);
    }
  });

  test('in English, too', async () => {
    const page = await open();
    await page.goto(`${api.url}/console/login?problem=no-role`);
    await page.getByRole('alert').getByText('您的单位账号没有审核台的角色').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in to the console' }).waitFor();
    await page.getByRole('alert').getByText('Ask an administrator').waitFor();
    await page.goto(`${api.url}/console/login?problem=%3Cscript%3E`);
    await page.getByRole('alert').getByText('Start again').waitFor();
  });

  test('where single sign-on is the only way in, there is nothing else to fill in', async () => {
    const singleSignOn = { ...api.ports.configuration.singleSignOn!, name: '公司登录', only: true };
    const only = await startConsole({ singleSignOn });
    try {
      const page = await open();
      await page.goto(`${only.url}/console/overview`);
      const link = page.getByRole('link', { name: '使用 公司登录 登录' });
      expect(await link.getAttribute('href')).toBe('/v1/review/sign-in/oidc?next=%2Fconsole%2Foverview');
      expect(await page.getByRole('textbox').count()).toBe(0);
      await expectAccessible(page);
    } finally {
      await only.close();
    }
  });

  test('with single sign-on, through the provider’s own forms, and back after going back there', async () => {
    provider.people.set('somebody', {
      groups: ['shelf-reviewers'],
      name: '<s>陈</s>',
      preferredUsername: 'chen',
    });
    const page = await open();
    await page.goto(`${api.url}/console/overview`);
    const button = page.getByRole('link', { name: '使用 <b>公司</b>登录 登录' });
    // The provider's pages ask for a font of the web, which is none of ours.
    expectComplaint(page, /fonts\.googleapis\.com|favicon\.ico/);
    await button.click();
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('alert').getByText('您在单点登录服务取消了登录').waitFor();
    await button.click();
    await page.getByPlaceholder('Enter any login').fill('somebody');
    await page.getByPlaceholder('and password').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await arrive(page, '/console/overview');
    await page.getByRole('button', { name: '<s>陈</s>' }).click();
    expect(await page.getByRole('menuitem', { name: '修改密码' }).count()).toBe(0);
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录审核工作台' }).waitFor();
    expect(pathOf(page)).toContain('/console/login');
  });
});

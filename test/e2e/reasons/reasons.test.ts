import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { startConsole } from '../support/console.ts';
import { type Person, person, signIn } from '../support/people.ts';

const HOSTILE = '<img src=x onerror=alert(1)>\u202e';

describeInBrowser('the page of canned reasons', (open) => {
  let api: RunningTestApi;
  let senior: Person;
  beforeAll(async () => {
    api = await startConsole();
    senior = await person(api.database, 'senior-reviewer');
  });
  afterAll(() => api.close());

  const show = async (who: Person, query = '') => {
    const page = await open();
    await signIn(page, api.url, who);
    await page.goto(`${api.url}/console/reasons${query}`);
    await page.locator('.reason-card').first().waitFor();
    return page;
  };

  test('a reason is added with the keyboard, looked at in both languages, edited and removed', async () => {
    const page = await show(senior);
    expect(await page.locator('.reason-group h2').first().textContent()).toBe('通用');
    await page.getByRole('button', { name: '添加' }).click();
    const form = page.locator('form.reason-form');
    await form.getByLabel('标题（中文）').fill('权限过多');
    await form.getByLabel('标题（英文）').fill('Too many permissions');
    expect(await form.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
    await form.getByLabel('正文（中文）').fill(HOSTILE);
    await form.getByLabel('正文（英文）').fill('Ask for fewer.');
    await expectAccessible(page);
    const preview = form.locator('.reason-preview');
    expect(await preview.textContent()).toContain('<img src=x onerror=alert(1)>U+202E');
    expect(await preview.locator('img').count()).toBe(0);
    await form.getByLabel('正文（英文）').press('Control+Enter');
    const card = page.locator('.reason-card', { hasText: '权限过多' });
    await card.waitFor();
    expect(new URL(page.url()).search).toBe('');

    await card.getByRole('button', { name: /^编辑/ }).click();
    expect(new URL(page.url()).searchParams.get('edit')).toMatch(/^reason_/);
    await page.goBack();
    await card.waitFor();
    await card.getByRole('button', { name: /^删除/ }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
    await card.waitFor({ state: 'detached' });
    const [removed] = await api.database.audit.list({ action: 'reason.changed' }, { limit: 1 });
    expect(removed).toMatchObject({ by: { id: senior.id }, after: null });
  });

  test('what somebody else has changed is shown, and overwritten only by choice', async () => {
    const reason = (await api.database.reasons.list()).find(({ clause }) => clause === 'sz2025-4')!;
    const page = await show(senior, `?edit=${reason.id}`);
    const form = page.locator('form.reason-form');
    await form.getByLabel('标题（中文）').fill('我的标题');
    const theirs = { ...reason, title: { zh: '别人的标题', en: 'Theirs' } };
    await api.database.reasons.change(reason.id, reason.version, theirs, senior);
    await form.getByRole('button', { name: '保存', exact: true }).click();
    await form.getByText('已被他人修改').waitFor();
    await form.getByRole('button', { name: '保留我的修改' }).click();
    await form.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.reason-card', { hasText: '我的标题' }).waitFor();
    expect(await api.database.reasons.find(reason.id)).toMatchObject({ title: { zh: '我的标题' }, version: 3 });
  });

  test('search and kind stand in the address; who may only read cannot edit', async () => {
    const page = await show(await person(api.database, 'reviewer'), '?q=sdk&kind=uphold');
    const titles = await page.locator('.reason-card h3').allTextContents();
    expect(titles).toEqual(['第三方SDK未披露']);
    expect(await page.getByRole('button', { name: '添加' }).count()).toBe(0);
    await page.getByRole('searchbox').fill('zzz');
    await page.getByText('没有符合条件的常用理由').waitFor();
    await expectAccessible(page);
  });
});

import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { ensureBuild } from '../../support/build.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { untilEqual } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { person, signIn } from '../support/people.ts';

describeInBrowser('comparing versions', (open) => {
  let api: RunningTestApi;
  let later = '';
  let held = '';
  const APP = 'com.example.compare';
  const HOSTILE = '<img src=x onerror="document.title=1">\u202e<script>alert(1)</script>';

  beforeAll(async () => {
    await ensureBuild();
    api = await startConsole();
    const filler = Array.from({ length: 60 }, (_, at) => `第${at}条不变。`).join('');
    const submit = (versionName: string, sketch: Parameters<typeof decidedSubmission>[2]) =>
      decidedSubmission(api.database, api.caller.storeId, { ...sketch, app: { packageName: APP, versionName, name: HOSTILE } });
    await submit('1.0', { policyText: `${filler}我们收集位置信息。${filler}` });
    held = (await submit('1.1', { findings: PLAIN_REJECTION })).id;
    later = (
      await submit('1.2', {
        findings: PLAIN_REJECTION.slice(0, 2),
        missing: ['behaviour'],
        policyText: `${filler}我们收集位置信息和通讯录。${HOSTILE}。${filler}`,
        package: {
          permissions: [
            { name: 'android.permission.READ_CONTACTS', element: 'uses-permission', place: '/manifest/uses-permission[1]' },
            { name: 'android.permission.INTERNET', element: 'uses-permission', place: '/manifest/uses-permission[2]' },
          ],
        },
      })
    ).id;
  }, 300_000);
  afterAll(() => api.close());

  const openPage = async (query = '') => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'reviewer'));
    await page.goto(`${api.url}/console/submissions/${later}/compare${query}`);
    await page.getByRole('heading', { level: 1, name: '版本比较' }).waitFor();
    await page.locator('.compare-versions').waitFor();
    return page;
  };

  test('says in one sentence what changed, part by part, and nothing of the app runs', async () => {
    const page = await openPage();
    const summary = await page.locator('.compare-summary').textContent();
    expect(summary).toContain('新增 2 个问题，解决 0 个，仍有 0 个');
    expect(summary).toContain('新增 2 项权限（其中危险权限 1 项）');
    expect(summary).toContain('隐私政策有 1 处改动');
    await page.getByText('android.permission.READ_CONTACTS').first().waitFor();
    expect(await page.locator('.compare-dangerous').count()).toBe(1);
    expect(await page.locator('.compare-policy del').allTextContents()).toEqual(['删除：我们收集位置信息。']);
    expect(await page.locator('.compare-policy ins').allTextContents()).toEqual([expect.stringContaining('和通讯录')]);
    expect(await page.locator('.compare-policy ins').textContent()).toContain('<script>');
    expect(await page.locator('.compare-skipped').count()).toBe(2);
    // The text of the app is text: it made no element and no script.
    expect(await page.locator('main img, main script').count()).toBe(0);
    await expect(page.title()).resolves.toBe('版本比较 · Shelfgate');
    await expectAccessible(page);
  });

  test('another version is chosen by keyboard; the address says which, and back leads back', async () => {
    const page = await openPage();
    await page.getByRole('combobox', { name: '与哪个版本比较' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /1\.1/ }).waitFor({ state: 'attached' });
    await page.locator('.ant-select-item-option', { hasText: '1.1' }).click();
    await page.waitForURL((url) => url.searchParams.get('with') === held);
    await page.getByText('仍有 2 个').waitFor();
    // The check of one of them died in the later run: it is not fixed.
    expect(await page.locator('.compare-summary').textContent()).toContain('解决 0 个');
    await page.getByRole('tab', { name: '无法判断 1' }).click();
    await page.waitForURL((url) => url.searchParams.get('show') === 'unclear');
    await page.getByText('仅旧版本有').waitFor();
    await page.getByText('问题：未能完整比较').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL((url) => url.searchParams.get('show') === 'still');
    const still = page.getByRole('tab', { name: /仍存在/ });
    await untilEqual(() => still.evaluate((tab) => tab === tab.ownerDocument.activeElement), true);
    await page.reload();
    await page.getByRole('tab', { name: '仍存在 2', selected: true }).waitFor();
    await expectAccessible(page);
    await page.goBack();
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('show') && url.searchParams.get('with') === held);
    await page.goBack();
    await page.getByText('新增 2 个问题').waitFor();
  });

  test('what cannot be compared says why, and a way out', async () => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'auditor'));
    await page.goto(`${api.url}/console/submissions/${later}/compare?with=sub_none`);
    await page.getByText('没有这个送审').waitFor();
    await page.getByRole('link', { name: '与最近一次上架的版本比较' }).click();
    await page.locator('.compare-versions').waitFor();
    const alone = await decidedSubmission(api.database, api.caller.storeId, { app: { packageName: 'com.example.alone' } });
    await page.goto(`${api.url}/console/submissions/${alone.id}/compare`);
    await page.getByText('没有可比较的版本').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('there is nothing to compare it with').waitFor();
  });
});

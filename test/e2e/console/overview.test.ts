import { readFile } from 'node:fs/promises';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { staff } from '../../support/staff.ts';
import { untilEqual } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { person, signIn } from '../support/people.ts';

describeInBrowser('the overview', (open) => {
  let api: RunningTestApi;
  let other = '';
  beforeAll(async () => {
    api = await startConsole();
    const reviewer = await staff(api.url, api.database, 'reviewer', { displayName: '=HYPERLINK("http://evil.example")' });
    other = (await api.another()).storeId;
    for (let count = 0; count < 3; count += 1) {
      const { id, verdict } = await decidedSubmission(api.database, api.caller.storeId, { findings: PLAIN_REJECTION });
      if (count > 0) continue;
      const decided = await reviewer.agent.post(`/v1/review/submissions/${id}/decisions`).send({
        kind: 'uphold',
        run: 1,
        reason: '证据确凿',
        falseAlarms: verdict.findings.filter(({ rule }) => rule === 'sdk/undisclosed').map(({ fingerprint }) => fingerprint),
      });
      expect([decided.status, decided.body.state]).toEqual([expect.any(Number), 'effective']);
    }
    await decidedSubmission(api.database, other, {});
  }, 300_000);
  afterAll(() => api.close());

  const openPage = async (query = '') => {
    const page = await open({ acceptDownloads: true });
    await signIn(page, api.url, await person(api.database, 'operations'));
    await page.goto(`${api.url}/console/overview${query}`);
    await page.locator('.overview-keys').waitFor();
    return page;
  };
  const figure = (page: Awaited<ReturnType<typeof openPage>>, name: RegExp) => page.getByRole('region', { name }).first();

  test('counts what happened, draws it, and tells the same in tables', async () => {
    const page = await openPage();
    const keys = await page.locator('.overview-key').allTextContents();
    expect(keys[0]).toContain('待审案卷（此刻）2');
    expect(keys[1]).toContain('送审数4');
    expect(keys[2]).toContain('机审驳回3');
    expect(keys[3]).toContain('人工决定1');
    // Charts come by themselves; each names its unit and has a table.
    await page.locator('.overview-chart svg .recharts-bar-rectangle').first().waitFor();
    const charts = page.getByRole('img', { name: /^图：/ });
    expect(await charts.count()).toBe(5);
    for (const name of await charts.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))) {
      expect(name).toMatch(/（.*(件|案卷数).*）/);
    }
    await figure(page, /命中最多的规则/)
      .getByText('数据表')
      .click();
    const row = figure(page, /命中最多的规则/)
      .getByRole('row')
      .filter({ hasText: 'sdk/undisclosed' });
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      'sdk/undisclosed',
      expect.any(String),
      '3',
      '1',
      '1',
      '1/1（样本少）',
    ]);
    await expectAccessible(page);
  });

  test('period and store stand in the address; figures lead to the queue', async () => {
    const page = await openPage();
    await page.getByRole('button', { name: '近 7 天' }).click();
    await page.waitForURL((url) => url.searchParams.has('from'));
    await page.getByRole('combobox', { name: '商店' }).click();
    const name = (await api.database.stores.find(other))!.name;
    await page.locator('.ant-select-item-option', { hasText: name }).click();
    await page.waitForURL((url) => url.searchParams.get('store') === other);
    await page.locator('.overview-key', { hasText: '送审数' }).getByText('1', { exact: true }).waitFor();
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('store') && url.searchParams.has('from'));
    await page.goto(`${api.url}/console/overview?store=${api.caller.storeId}`);
    await page.locator('.overview-key', { hasText: '待审案卷' }).getByRole('link').first().click();
    await page.waitForURL((url) => url.pathname === '/console/queue' && url.searchParams.get('store') === api.caller.storeId);
  });

  test('a period that is none is refused before it is asked for; a mangled address shows the standard one', async () => {
    const page = await openPage('?from=2026-02-30&to=%3Cscript%3E');
    await page.getByLabel('从').fill('2020-01-01');
    await page.getByRole('alert').filter({ hasText: '最长 366 天' }).waitFor();
    await untilEqual(() => page.getByRole('button', { name: '查看' }).isDisabled(), true);
  });

  test('a table comes as a file in which no name is a formula', async () => {
    const page = await openPage();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: /下载 CSV：审核员工作量/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^reviewers-.*\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\ufeff审核员,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")",0,1,`);
  });

  test('in English, on a tablet', async () => {
    const page = await openPage();
    await page.setViewportSize({ width: 768, height: 1024 });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('region', { name: 'Dossiers waiting, by age (dossiers, now)' }).first().waitFor();
    const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
    await untilEqual(() => page.evaluate(fits), true);
    await expectAccessible(page);
  });
});

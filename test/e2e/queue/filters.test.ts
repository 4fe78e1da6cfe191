import { standsBefore } from '../../../services/console/src/pages/queue/row-order.ts';
import { DOSSIER_ORDERS, type DossierPage } from '../../../shared/domain/review/dossier.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser, expectComplaint } from '../../support/browser.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { until, untilEqual } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { person } from '../support/people.ts';
import { expectTotal, names, openQueue, query, total } from './queue-page.ts';

const CLEARTEXT = [{ rule: 'behaviour/cleartext-traffic', severity: 'review' }] as const;

describeInBrowser('the filters of the queue', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
    const store = api.caller.storeId;
    const other = (await api.another()).storeId;
    const made = (name: string, developer: string, more: Parameters<typeof decidedSubmission>[2], storeId = store) =>
      decidedSubmission(api.database, storeId, {
        ...more,
        app: { name, packageName: `com.test.${developer}` },
        developer: { id: developer, name: `${developer} 公司` },
      });
    await made('天气通', 'dev,a', { findings: PLAIN_REJECTION });
    await made('日历本', 'dev,a', { findings: CLEARTEXT });
    await made('记账本', 'dev-b', { findings: CLEARTEXT });
    await made('导航犬', 'dev-c', { missing: ['sdk'] }, other);
    await made('合格的', 'dev-c', {});
  });
  afterAll(() => api.close());

  test('narrow the list and stand in the address; back takes them away one by one, and a link brings them again', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    await expectTotal(page, 4);
    const panel = page.getByRole('complementary', { name: '筛选' });
    await panel.getByRole('checkbox', { name: /转人工复核/ }).check();
    await expectTotal(page, 3);
    expect(query(page)).toBe('?verdict=review');
    await panel.getByText('开发者', { exact: true }).click();
    await panel.getByRole('checkbox', { name: /dev-b 公司/ }).check();
    await expectTotal(page, 1);
    expect(await names(page)).toEqual(['记账本']);
    const link = page.url();
    await page.goBack();
    await expectTotal(page, 3);
    await page.goBack();
    await expectTotal(page, 4);
    expect(query(page)).toBe('');
    await page.goForward();
    await expectTotal(page, 3);
    const again = await openQueue(open, api, 'auditor', { path: new URL(link).search });
    expect(await names(again.page)).toEqual(['记账本']);
    await again.page.getByRole('button', { name: /去掉筛选 开发者/ }).click();
    await expectTotal(again.page, 3);
    await again.page.getByRole('button', { name: '清除全部' }).click();
    await expectTotal(again.page, 4);
    expect(query(again.page)).toBe('');
  });

  test('a developer’s id may have anything in it', async () => {
    const { page } = await openQueue(open, api, 'reviewer', { path: '?developer=dev%2Ca' });
    await expectTotal(page, 2);
    await page.getByRole('button', { name: /去掉筛选 开发者：dev,a 公司/ }).click();
    await expectTotal(page, 4);
  });

  test('every count is the number of rows that its value leaves', async () => {
    const { page } = await openQueue(open, api, 'reviewer', { path: '?state=any' });
    const counted = await page.request.get(`${api.url}/v1/review/dossiers/facets`);
    const { facets } = (await counted.json()) as { facets: Record<string, { value: string; count: number }[]> };
    const panel = page.getByRole('complementary', { name: '筛选' });
    await panel.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    let looked = 0;
    for (const [facet, values] of Object.entries(facets)) {
      for (const { value, count } of values.slice(0, 4)) {
        const shown = await panel
          .locator(`details:has(label[title*="${value}"]) label[title*="${value}"] .queue-facet-count`)
          .first()
          .textContent();
        expect({ facet, value, shown }).toEqual({ facet, value, shown: String(count) });
        const list = await page.request.get(`${api.url}/v1/review/dossiers?${new URLSearchParams({ [facet]: value })}`);
        expect({ facet, value, count }).toEqual({ facet, value, count: ((await list.json()) as { total: number }).total });
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(12);
  });

  test('a search is made when one stops typing, and is one step of the history', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    await expectTotal(page, 4);
    await page.keyboard.press('/');
    await page.keyboard.type('日历');
    await expectTotal(page, 1);
    await page.keyboard.type('本 公司');
    await until(() => query(page) === '?q=日历本+公司');
    await expectTotal(page, 1);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await until(() => query(page) === '?q=日历本');
    await page.goBack();
    await expectTotal(page, 4);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.getByRole('searchbox').fill('没有这个');
    await page.getByText('没有符合筛选条件的案卷').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expectTotal(page, 4);
  });

  test('what is asked by an address of nonsense is a queue all the same', async () => {
    const path = `?state=gone&clause=%3Cscript%3E&rule=%00&category=x&assignee=%3Cb%3E&older=-1&due=99999&order=up&q=%00&q=${'x'.repeat(400)}`;
    const { page } = await openQueue(open, api, 'reviewer', { path });
    await expectTotal(page, 4);
    const text = await openQueue(open, api, 'reviewer', { path: `?q=${'长'.repeat(900)}` });
    await expectTotal(text.page, 0);
  });

  test('a list that does not come says why, and can be asked for again', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    expectComplaint(page, /status of 500/);
    await page.route('**/v1/review/dossiers?**', (route) => route.fulfill({ status: 500, body: 'oops' }));
    await page.getByRole('link', { name: '未分配' }).click();
    await page.getByRole('heading', { name: '服务器的回答无法识别' }).waitFor();
    await expectAccessible(page);
    await page.unroute('**/v1/review/dossiers?**');
    await page.getByRole('button', { name: /重\s*试/ }).click();
    await expectTotal(page, 4);
  });

  test('the page knows the server’s orders', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    for (const order of DOSSIER_ORDERS) {
      const list = await page.request.get(`${api.url}/v1/review/dossiers?order=${order}`);
      const { rows } = (await list.json()) as DossierPage;
      expect(rows).toHaveLength(4);
      for (const [place, row] of rows.slice(1).entries()) expect(standsBefore(rows[place]!, row, order)).toBe(true);
    }
  });

  test('the order is chosen and kept in the address', async () => {
    const { page } = await openQueue(open, api, 'reviewer', { path: '?order=newest' });
    expect(await names(page)).toEqual(['导航犬', '记账本', '日历本', '天气通']);
    await page.getByRole('combobox', { name: '排序' }).click();
    await page.getByTitle('最早在前').click();
    await until(async () => (await names(page))[0] === '天气通');
    expect(query(page)).toBe('?order=oldest');
  });

  test('a view is saved and shared, opened by a colleague, made the default, and deleted', async () => {
    const { page } = await openQueue(open, api, 'reviewer', { path: '?verdict=review&q=公司' });
    await page.getByRole('button', { name: '保存的视图' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('存疑 <b>的</b>');
    await page.getByRole('checkbox', { name: '与同事共享' }).check();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^保\s*存$/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '存疑 <b>的</b>', exact: true }).waitFor();
    await expectAccessible(page);

    const colleague = await person(api.database, 'reviewer');
    const second = await openQueue(open, api, 'reviewer', { as: colleague });
    await second.page.getByRole('button', { name: '保存的视图' }).click();
    await second.page.getByRole('button', { name: /设为默认 存疑/ }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: '存疑 <b>的</b>', exact: true }).click();
    await expectTotal(second.page, 3);
    expect(query(second.page)).toBe('?q=公司&verdict=review');
    expect(await second.page.getByRole('button', { name: /删除视图/ }).count()).toBe(0);
    await second.page.goto(`${api.url}/console/queue`);
    await second.page.waitForURL((url) => url.searchParams.get('verdict') === 'review');
    await expectTotal(second.page, 3);
    // The house's view can still be asked for; "back" is no trap.
    await second.page.getByRole('link', { name: '全部待办' }).click();
    await expectTotal(second.page, 4);
    await second.page.goBack();
    await expectTotal(second.page, 3);
    await second.page.getByRole('button', { name: '清除全部' }).click();
    await expectTotal(second.page, 4);
    await second.page.getByRole('link', { name: '审核队列' }).click();
    await expectTotal(second.page, 3);

    await page.getByRole('button', { name: /删除视图 存疑/ }).click();
    await page.getByText('还没有保存的视图').waitFor();
  });

  test('the views that everybody has are links, with how many wait in them', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    const views = page.getByRole('navigation', { name: '预设视图' });
    await views.getByRole('link', { name: '全部待办 4' }).waitFor();
    await views.getByRole('link', { name: '即将到期/超期 0' }).waitFor();
    await views.getByRole('link', { name: '申诉 0' }).waitFor();
    await views.getByRole('link', { name: '未分配 4' }).click();
    await expectTotal(page, 4);
    expect(query(page)).toBe('?assignee=none');
    await views.getByRole('link', { name: '我的 0' }).click();
    await page.getByText('没有指派给您的案卷').waitFor();
    await views.getByRole('link', { name: '待二审 0' }).click();
    await page.getByText('没有等待二审的决定').waitFor();
    await views.getByRole('link', { name: '即将到期' }).click();
    expect(query(page)).toBe('?due=4');
    await views.getByRole('link', { name: '全部待办' }).click();
    await expectTotal(page, 4);
  });

  test('is accessible, in both languages, and fits a tablet', async () => {
    const { page } = await openQueue(open, api, 'reviewer', { path: '?verdict=reject,review&verdict=review&q=公司' });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('3 dossiers').waitFor();
    await expectAccessible(page);
    const tablet = await openQueue(open, api, 'reviewer', { viewport: { width: 768, height: 1024 } });
    await untilEqual(() => tablet.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true);
    await tablet.page.getByRole('button', { name: '筛选' }).click();
    await tablet.page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /转人工复核/ })
      .check();
    await expectAccessible(tablet.page);
    await tablet.page
      .getByRole('dialog')
      .getByRole('button', { name: /Close|关闭/ })
      .click();
    expect(await total(tablet.page)).toBe(3);
  });
});

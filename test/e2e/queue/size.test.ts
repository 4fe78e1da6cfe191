import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser, expectComplaint } from '../../support/browser.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { until, untilEqual } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { manyDossiers } from './many-dossiers.ts';
import { expectTotal, names, openQueue } from './queue-page.ts';

const COUNT = 10_000;

describeInBrowser('a long queue', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
    await manyDossiers(api.database, api.databaseUrl, api.caller.storeId, COUNT);
  });
  afterAll(() => api.close());

  test('scrolls through ten thousand rows, of which few exist at a time, all of one height', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    await expectTotal(page, COUNT);
    const nodes = () => page.evaluate<number>("document.querySelectorAll('*').length");
    const height = () => page.evaluate<number>('document.documentElement.scrollHeight');
    const [nodesAtTop, heightAtTop] = [await nodes(), await height()];
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(COUNT + 1));
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
    await page.locator(`[data-index="${COUNT - 1}"]`).waitFor({ timeout: 60_000 });
    expect(await page.locator(`[data-index="${COUNT - 1}"]`).getAttribute('aria-rowindex')).toBe(String(COUNT + 1));
    expect(await names(page)).toContain(`应用 ${COUNT - 1}`);
    expect(await page.getByRole('row').count()).toBeLessThan(40);
    expect(await nodes()).toBeLessThan(nodesAtTop * 1.5);
    expect(await height()).toBe(heightAtTop);
    const rows = await page.locator('.queue-row').evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(new Set(rows)).toEqual(new Set([96]));
    await expectAccessible(page);
  }, 180_000);

  test('is where it was when one comes back from a submission far down', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    await page.keyboard.press('j');
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('PageDown');
    const focused = () =>
      page.evaluate<string | null>("document.activeElement?.querySelector('.queue-name')?.textContent ?? null");
    await until(async () => (await focused()) === '应用 96');
    const before = await page.evaluate<number>('window.scrollY');
    expect(before).toBeGreaterThan(5_000);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console/submissions/*');
    await page.goBack();
    await until(async () => (await focused()) === '应用 96');
    await untilEqual(() => page.evaluate<number>('window.scrollY'), before);
  });

  test('rows that do not come leave those that are there, and are asked for again', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    expectComplaint(page, /status of 500/);
    await page.route('**/v1/review/dossiers?*cursor=*', (route) => route.fulfill({ status: 500, body: 'oops' }));
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
    await page.getByText('后面的案卷没有取到').waitFor();
    await page.unroute('**/v1/review/dossiers?*cursor=*');
    await page.getByRole('alert').getByRole('button', { name: '重新载入列表' }).click();
    await until(async () => (await names(page))[0] === '示例应用');
    expect(await page.evaluate('window.scrollY')).toBe(0);
    await page.evaluate('window.scrollTo(0, 20_000)');
    await page.locator('[data-index="205"]:not(.queue-row-waiting)').waitFor();
  });

  test('nothing moves while it loads', async () => {
    const { page, me } = await openQueue(open, api, 'reviewer');
    await page.context().addInitScript(`
      window.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(`${api.url}/console/queue?verdict=reject&q=app77`);
    await expectTotal(page, 111);
    expect(me.role).toBe('reviewer');
    // The good end of what browsers measure is 0.1.
    expect(await page.evaluate<number>('window.moved')).toBeLessThan(0.05);
  });

  test('all that match are selected as far as one operation goes', async () => {
    const { page } = await openQueue(open, api, 'senior-reviewer');
    await page.getByRole('checkbox', { name: '全选' }).check();
    await page.getByText('已选 200 条（已达上限）').waitFor();
    await page.getByRole('button', { name: '指派给我' }).click();
    await page.getByText('200 条已更新').waitFor({ timeout: 60_000 });
    const own = await page.request.get(`${api.url}/v1/review/dossiers?assignee=me&limit=1`);
    expect(((await own.json()) as { total: number }).total).toBe(200);
  });
});

describeInBrowser('hostile names in the queue', (open) => {
  const HOSTILE = [
    '<script>window.ran = 1</script><img src=x onerror="window.ran = 1">',
    '\u202Egnp.exe\u202C 安全\u200B下载',
    `很长${'长'.repeat(20_000)}`,
    'nul\u0000l',
    '{{constructor.constructor("window.ran = 1")()}}',
    '',
  ];
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
    for (const [place, name] of HOSTILE.entries()) {
      await decidedSubmission(api.database, api.caller.storeId, {
        findings: PLAIN_REJECTION,
        app: { name, packageName: `com.${place}"><script>window.ran = 1</script>`, versionName: name.slice(0, 5_000) },
        developer: { id: `dev-${place}-'"><svg onload=alert(1)>`, name: name.slice(0, 9_000) },
      });
    }
  });
  afterAll(() => api.close());

  test('are text, short, and show what cannot be seen; nothing of them runs, nothing widens the page', async () => {
    for (const width of [1280, 768]) {
      const { page } = await openQueue(open, api, 'reviewer', { path: '?order=oldest', viewport: { width, height: 900 } });
      await expectTotal(page, HOSTILE.length);
      const shown = await names(page);
      expect(shown[0]).toBe(HOSTILE[0]);
      expect(shown[1]).toBe('U+202Egnp.exeU+202C 安全U+200B下载');
      expect(shown[2]!.length).toBeLessThan(130);
      expect(shown[3]).toContain('nul');
      expect(shown[5]).toMatch(/^sub_/);
      expect(await page.evaluate('window.ran')).toBeUndefined();
      expect(await page.locator('script:not([src]), .queue-row svg, .queue-row img').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      const rows = await page.locator('.queue-row').evaluateAll((all) => all.map((row) => row.scrollWidth <= row.clientWidth));
      expect(new Set(rows)).toEqual(new Set([true]));
      await expectAccessible(page);
    }
  });

  test('are found by the address of their developer', async () => {
    const developer = `dev-1-'"><svg onload=alert(1)>`;
    const { page } = await openQueue(open, api, 'reviewer', { path: `?developer=${encodeURIComponent(developer)}` });
    await expectTotal(page, 1);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });
});

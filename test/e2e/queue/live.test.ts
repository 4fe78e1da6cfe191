import type { Page } from 'playwright-core';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { describeInBrowser, expectComplaint } from '../../support/browser.ts';
import { type DecidedSubmission, decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { type Staff, staff } from '../../support/staff.ts';
import { until } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { expectTotal, names, openQueue, rowOf } from './queue-page.ts';

describeInBrowser('live updates of the queue', (open) => {
  let api: RunningTestApi;
  let colleague: Staff;
  beforeEach(async () => {
    api = await startConsole();
    colleague = await staff(api.url, api.database, 'senior-reviewer', { displayName: '赵六' });
  });
  afterEach(() => api.close());

  const made = (name: string): Promise<DecidedSubmission> =>
    decidedSubmission(api.database, api.caller.storeId, { findings: PLAIN_REJECTION, app: { name }, developer: { id: name } });
  const take = (submission: string, assignee: string | null) =>
    colleague.agent
      .post('/v1/review/dossiers/assign')
      .send({ submissions: [submission], assignee })
      .expect(200);
  const announced = (page: Page) => page.getByTestId('announcements').textContent();

  test('a row that changes elsewhere changes here, in its place', async () => {
    const one = await made('甲应用');
    await made('乙应用');
    const { page } = await openQueue(open, api, 'reviewer');
    await take(one.id, colleague.account.id);
    await rowOf(page, '甲应用').getByText('赵六').waitFor();
    await colleague.agent.post(`/v1/review/submissions/${one.id}/claim`).send({}).expect(200);
    await rowOf(page, '甲应用').getByText('赵六 处理中').waitFor();
    expect(await names(page)).toEqual(['甲应用', '乙应用']);
  });

  test('what comes is announced and moves nothing until it is asked for; what leaves stays marked until then', async () => {
    const one = await made('甲应用');
    await made('乙应用');
    const { page } = await openQueue(open, api, 'reviewer', { path: '?order=newest' });
    expect(await names(page)).toEqual(['乙应用', '甲应用']);
    await page.keyboard.press('j');
    await made('丙应用');
    await page.getByRole('button', { name: '1 条新案卷 刷新' }).waitFor();
    expect(await announced(page)).toBe('1 条新案卷');
    await colleague.agent
      .post(`/v1/review/submissions/${one.id}/decisions`)
      .send({ kind: 'uphold', run: 1, reason: '维持' })
      .expect((answer) => expect(answer.status).toBeLessThan(300));
    await rowOf(page, '甲应用').getByText('已离开本列表').waitFor();
    await rowOf(page, '甲应用').getByText('已决定').waitFor();
    expect(await names(page)).toEqual(['乙应用', '甲应用']);
    await page.getByRole('button', { name: '1 条新案卷，1 条已离开本列表 刷新' }).waitFor();
    await page.keyboard.press('r');
    await until(async () => (await names(page)).join() === '丙应用,乙应用');
    await expectTotal(page, 2);
    expect(await page.getByRole('button', { name: /刷新/ }).count()).toBe(0);
  });

  test('an empty queue fills by itself', async () => {
    const { page } = await openQueue(open, api, 'reviewer');
    await page.getByText('没有待审的案卷').waitFor();
    await made('甲应用');
    await rowOf(page, '甲应用').waitFor();
  });

  test('a page without a connection says so, and catches up when it is back', async () => {
    const one = await made('甲应用');
    const { page } = await openQueue(open, api, 'reviewer');
    expectComplaint(page, /ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
    await page.route('**/v1/review/changes**', (route) => route.abort());
    // The question that is under way still gets its answer; the next one none.
    await made('乙应用');
    await page.getByText('连接中断，列表可能不是最新').waitFor();
    await take(one.id, colleague.account.id);
    expect(await rowOf(page, '甲应用').getByText('赵六').count()).toBe(0);
    await page.unroute('**/v1/review/changes**');
    await page.getByRole('button', { name: '立即重试' }).click();
    await rowOf(page, '甲应用').getByText('赵六').waitFor();
    await page.getByText('● 实时更新').waitFor();
  });

  test('a tab that nobody sees asks for nothing, and is up to date when it is seen again', async () => {
    const one = await made('甲应用');
    const { page } = await openQueue(open, api, 'reviewer');
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('/v1/review/changes')) asked += 1;
    });
    const show = (hidden: boolean) =>
      page.evaluate(
        `Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} }); document.dispatchEvent(new Event('visibilitychange'))`,
      );
    await page.getByText('● 实时更新').waitFor();
    await show(true);
    const ended = asked;
    await take(one.id, colleague.account.id);
    await made('乙应用');
    expect(asked).toBe(ended);
    expect(await rowOf(page, '甲应用').getByText('赵六').count()).toBe(0);
    await show(false);
    await rowOf(page, '甲应用').getByText('赵六').waitFor();
    await page.getByRole('button', { name: '1 条新案卷 刷新' }).waitFor();
    expect(await page.getByText('连接中断').count()).toBe(0);
  });

  test('what was decided on the submission’s page shows when one comes back', async () => {
    const one = await made('甲应用');
    await made('乙应用');
    const { page, csrf } = await openQueue(open, api, 'reviewer');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.waitForURL(`**/console/submissions/${one.id}`);
    const decided = await page.request.post(`${api.url}/v1/review/submissions/${one.id}/decisions`, {
      data: { kind: 'uphold', run: 1, reason: '维持' },
      headers: { 'X-Shelfgate-CSRF': csrf },
    });
    expect(decided.ok()).toBe(true);
    await page.goBack();
    await rowOf(page, '甲应用').getByText('已决定').waitFor();
    await until(() =>
      page.evaluate<boolean>("document.activeElement?.textContent.includes('甲应用') && document.activeElement.role === 'row'"),
    );
  });
});

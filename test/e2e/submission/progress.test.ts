import type { Submission } from '../../../shared/platform/database/repositories.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { decidedSubmission, decideRun, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { startConsole } from '../support/console.ts';
import { claimed, openedBy } from './opened.ts';

describeInBrowser('a submission that is still being checked', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
  });
  afterAll(() => api.close());
  const found = async (id: string): Promise<Submission> => (await api.database.submissions.find(id))!;
  const stage = (name: string, status: string) => `[data-stage="${name}"][data-status=${status}]`;

  test('is shown stage by stage, run again by a click, and becomes its result without being loaded anew', async () => {
    const { id } = await decidedSubmission(api.database, api.caller.storeId, { missing: ['sdk'] });
    const { page } = await openedBy(open, api, 'operations', id);
    await page.getByText('1 项检查失败，没有结果（不是通过）').waitFor();
    await page.evaluate('globalThis.sameDocument = true');
    await page.getByRole('button', { name: '重新检测' }).click();
    await page.getByRole('heading', { name: '已接收，等待检测' }).waitFor();
    expect((await found(id)).run).toBe(2);
    expect(api.pipeline.advanced.some((job) => job.includes(id))).toBe(true);
    await page.locator(stage('inspection', 'waiting')).waitFor();
    await expectAccessible(page);

    await api.database.submissions.apply(id, 2, 'inspect');
    await page.locator(stage('inspection', 'running')).waitFor();
    await page.getByRole('heading', { name: '正在解析' }).waitFor();
    await api.database.submissions.apply(id, 2, 'fail', {
      failure: { code: 'package-unavailable', text: { zh: '安装包取不到', en: 'The package could not be had' } },
    } as never);
    await page.getByRole('heading', { name: '处理失败' }).waitFor();
    await page.locator(stage('inspection', 'failed')).waitFor();
    await page.getByText('安装包取不到').first().waitFor();
    await page.getByText('系统没有得出结论；这不是通过。').waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: '重新检测' }).click();
    await page.getByRole('heading', { name: '已接收，等待检测' }).waitFor();
    await decideRun(api.database, await found(id), { findings: PLAIN_REJECTION });
    await page.locator('article.finding').first().waitFor();
    expect(await page.locator('.top-why').textContent()).toContain('机审驳回');
    expect(await page.evaluate('globalThis.sameDocument')).toBe(true);
    expect(await page.getByText('项检查失败').count()).toBe(0);
  });

  test('who has no right to run it again is not offered to', async () => {
    const { id } = await decidedSubmission(api.database, api.caller.storeId, { missing: ['sdk'] });
    await api.database.submissions.rerun(id, (await openedBy(open, api, 'operations', id)).who);
    const { page } = await openedBy(open, api, 'auditor', id);
    await page.getByRole('heading', { name: '已接收，等待检测' }).waitFor();
    expect(await page.getByRole('button', { name: '重新检测' }).count()).toBe(0);
  });

  test('a new verdict while somebody decides replaces what they look at', async () => {
    const { id } = await decidedSubmission(api.database, api.caller.storeId, { findings: PLAIN_REJECTION });
    const { page, who } = await openedBy(open, api, 'reviewer', id);
    await claimed(page);
    // Others are refused while it is claimed; whoever has it may have it checked again, in another window for example.
    await api.database.submissions.rerun(id, who);
    await page.getByRole('heading', { name: '已接收，等待检测' }).waitFor();
    await decideRun(api.database, await found(id), { findings: PLAIN_REJECTION.slice(0, 1) });
    await page.getByText('第 2 轮').first().waitFor();
    await page.getByText('显示 1 个问题').waitFor();
    await claimed(page);
    await page.keyboard.press('u');
    await page.locator('#decide-reason').fill('问题成立');
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('undo').waitFor();
    expect((await api.database.decisions.ofSubmission(id))[0]).toMatchObject({ run: 2, kind: 'uphold' });
  });

  test('what does not exist, and what cannot be had, says so and can be tried again', async () => {
    const { id } = await decidedSubmission(api.database, api.caller.storeId, { findings: PLAIN_REJECTION });
    const { page } = await openedBy(open, api, 'auditor', id);
    await page.goto(`${api.url}/console/submissions/sub_00000000-0000-4000-8000-000000000000`);
    await page.getByRole('heading', { name: '未找到' }).waitFor();
    let broken = true;
    await page.route('**/report', async (route) =>
      broken
        ? route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"title":"坏了","detail":"取不到"}' })
        : route.continue(),
    );
    await page.goto(`${api.url}/console/submissions/${id}`);
    await page.getByRole('heading', { name: '坏了' }).waitFor();
    broken = false;
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('article.finding').first().waitFor();
  });
});

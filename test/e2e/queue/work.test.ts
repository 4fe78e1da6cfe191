import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser, expectComplaint } from '../../support/browser.ts';
import { type DecidedSubmission, decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { staff } from '../../support/staff.ts';
import { until } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { person } from '../support/people.ts';
import { expectTotal, names, openQueue, rowOf } from './queue-page.ts';

describeInBrowser('work in the queue', (open) => {
  let api: RunningTestApi;
  let made: Record<string, DecidedSubmission>;
  beforeEach(async () => {
    api = await startConsole();
    made = {};
    for (const name of ['甲应用', '乙应用', '丙应用', '丁应用']) {
      made[name] = await decidedSubmission(api.database, api.caller.storeId, {
        findings: PLAIN_REJECTION,
        app: { name },
        developer: { id: `dev-${name}`, name: `${name} 公司` },
      });
    }
  });
  afterEach(() => api.close());

  const stateOf = async (name: string) => (await api.database.dossiers.find(made[name]!.id))!;

  test('goes without the mouse: move, select, open, come back to the same row, take the next one', async () => {
    const { page, me } = await openQueue(open, api, 'reviewer');
    const focused = () =>
      page.evaluate<string | null>("document.activeElement?.querySelector('.queue-name')?.textContent ?? null");
    for (const [key, name] of [
      ['j', '甲应用'],
      ['j', '乙应用'],
      ['ArrowDown', '丙应用'],
      ['k', '乙应用'],
      ['End', '丁应用'],
      ['Home', '甲应用'],
      ['j', '乙应用'],
    ] as const) {
      await page.keyboard.press(key);
      await until(async () => (await focused()) === name);
    }
    await page.keyboard.press('x');
    await page.keyboard.press('a');
    await rowOf(page, '乙应用').getByText('我', { exact: true }).waitFor();
    expect((await stateOf('乙应用')).assignee?.id).toBe(me.id);
    await until(async () => (await focused()) === '乙应用');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await page.getByRole('row', { selected: true }).count()).toBe(2);
    await page.keyboard.press('Space');
    expect(await page.getByRole('row', { selected: true }).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('row', { selected: true }).count()).toBe(0);
    await page.keyboard.press('c');
    await rowOf(page, '丙应用').getByText('我 处理中').waitFor();
    expect((await stateOf('丙应用')).claim?.by.id).toBe(me.id);
    await page.keyboard.press('c');
    await rowOf(page, '丙应用').getByText('处理中').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/console/submissions/${made.丙应用!.id}`);
    await page.goBack();
    await until(async () => (await focused()) === '丙应用');
    await page.keyboard.press('j');
    await until(async () => (await focused()) === '丁应用');
    await page.keyboard.press('n');
    await page.waitForURL(`**/console/submissions/${made.甲应用!.id}`);
    expect(await stateOf('甲应用')).toMatchObject({ assignee: { id: me.id }, claim: { by: { id: me.id } } });
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await rowOf(page, '甲应用').getByText('我', { exact: true }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('领取并打开最紧急的一件').waitFor();
  });

  test('what a colleague holds is said; only who may take over is asked', async () => {
    const holder = await staff(api.url, api.database, 'reviewer', { displayName: '李四' });
    await holder.agent.post(`/v1/review/submissions/${made.甲应用!.id}/claim`).send({}).expect(200);
    const { page } = await openQueue(open, api, 'reviewer');
    await rowOf(page, '甲应用').getByText('李四 处理中').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.getByText(/李四 正在处理/).waitFor();
    expect(await page.getByRole('button', { name: '接手' }).count()).toBe(0);
    // The most urgent one is held: the next is taken.
    await page.keyboard.press('n');
    await page.waitForURL(`**/console/submissions/${made.乙应用!.id}`);

    const senior = await openQueue(open, api, 'senior-reviewer');
    await senior.page.keyboard.press('j');
    await senior.page.keyboard.press('c');
    await senior.page.getByRole('button', { name: /接\s*手/ }).click();
    await rowOf(senior.page, '甲应用').getByText('我 处理中').waitFor();
  });

  test('several are assigned to a colleague at once, and taken by a reviewer; what is another’s stays selected', async () => {
    const colleague = await person(api.database, 'reviewer', { displayName: '王五' });
    const { page } = await openQueue(open, api, 'senior-reviewer');
    await page.getByRole('checkbox', { name: '选择 甲应用' }).check();
    await page.getByRole('checkbox', { name: '选择 丙应用' }).click({ modifiers: ['Shift'] });
    await page.getByText('已选 3 条').waitFor();
    await page.getByRole('combobox', { name: '指派给' }).click();
    await page.getByTitle('王五').click();
    await page.getByText('3 条已更新').waitFor();
    await until(async () => (await page.getByRole('row').filter({ hasText: '王五' }).count()) === 3);
    for (const name of ['甲应用', '乙应用', '丙应用']) expect((await stateOf(name)).assignee?.id).toBe(colleague.id);

    const reviewer = await openQueue(open, api, 'reviewer');
    await reviewer.page.getByRole('checkbox', { name: '全选' }).check();
    await reviewer.page.getByRole('button', { name: '指派给我' }).click();
    await reviewer.page.getByText('1 条成功，3 条失败').last().waitFor();
    await reviewer.page.getByRole('dialog').getByText('甲应用').waitFor();
    await reviewer.page.getByRole('dialog').getByRole('button').last().click();
    await reviewer.page.getByText('已选 3 条').waitFor();
    expect((await stateOf('丁应用')).assignee?.id).toBe(reviewer.me.id);
    expect(await reviewer.page.getByRole('button', { name: '批量决定' }).count()).toBe(0);
  });

  test('several are decided with one canned reason; what failed says why, stays selected, and the others can be undone', async () => {
    const { page } = await openQueue(open, api, 'senior-reviewer');
    await page.getByRole('checkbox', { name: '全选' }).check();
    // Decided elsewhere with the page too slow to hear of it.
    expectComplaint(page, /ERR_FAILED .*\/v1\/review\/changes/);
    await page.route('**/v1/review/changes**', (route) => route.abort());
    const other = await staff(api.url, api.database, 'senior-reviewer');
    await other.agent
      .post(`/v1/review/submissions/${made.甲应用!.id}/decisions`)
      .send({ kind: 'uphold', run: 1, reason: '先决定了' })
      .expect((answer) => expect(answer.status).toBeLessThan(300));
    await page.getByRole('button', { name: '批量决定' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '常用理由' }).click();
    await page.locator('.ant-select-item-option').first().click();
    await until(async () => (await dialog.getByLabel(/理由（必填/).inputValue()) !== '');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '提交决定' }).click();
    await dialog.getByText(/^3 条已决定，1 条失败$/).waitFor();
    await dialog.getByRole('list', { name: '失败的案卷' }).getByText('甲应用').waitFor();
    expect(await stateOf('丁应用')).toMatchObject({ state: 'decided', outcome: 'reject' });
    await dialog.getByRole('button', { name: '撤销这次决定' }).click();
    await dialog.getByText(/已撤销 3 条/).waitFor();
    expect(await stateOf('丁应用')).toMatchObject({ state: 'open', outcome: null });
    await dialog.getByRole('button', { name: /完\s*成/ }).click();
    await page.getByText('已选 1 条').waitFor();
  });

  test('letting many through is asked once more, with their number', async () => {
    const { page } = await openQueue(open, api, 'senior-reviewer');
    await page.getByRole('checkbox', { name: '选择 乙应用' }).check();
    await page.getByRole('checkbox', { name: '选择 丙应用' }).check();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '改判：放行' }).check();
    expect(await dialog.getByRole('button', { name: '提交决定' }).isDisabled()).toBe(true);
    await dialog.getByLabel(/理由（必填/).fill('误报');
    await dialog.getByRole('button', { name: '提交决定' }).click();
    await dialog.getByText('其中机审驳回 2 条').waitFor();
    expect((await stateOf('乙应用')).state).toBe('open');
    await dialog.getByRole('button', { name: '确认放行 2 条' }).click();
    await dialog.getByText(/^2 条已决定/).waitFor();
    expect((await stateOf('乙应用')).state).not.toBe('open');
    await dialog.getByRole('button', { name: /完\s*成/ }).click();
    await expectTotal(page, 4);
    // The bar has gone with the button that had the focus: the row at the cursor has it.
    await until(() => page.evaluate<boolean>("document.activeElement?.role === 'row'"));
  });

  test('rectification is asked of several with one deadline', async () => {
    const { page } = await openQueue(open, api, 'senior-reviewer', { path: '?state=any' });
    await page.getByRole('checkbox', { name: '选择 甲应用' }).check();
    await page.getByRole('checkbox', { name: '选择 乙应用' }).check();
    await page.getByRole('button', { name: '批量决定' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '要求整改' }).check();
    const deadline = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel('整改期限').fill(deadline);
    await dialog.getByLabel(/理由（必填/).fill('请补充个人信息收集清单');
    await dialog.getByRole('button', { name: '提交决定' }).click();
    await dialog.getByText(/^2 条已决定$/).waitFor();
    await dialog.getByRole('button', { name: /完\s*成/ }).click();
    await rowOf(page, '甲应用').getByText('整改中').waitFor();
    for (const name of ['甲应用', '乙应用']) {
      expect(await stateOf(name)).toMatchObject({ state: 'rectifying', outcome: 'rectify' });
      const [decision] = await api.database.decisions.ofSubmission(made[name]!.id);
      expect(decision).toMatchObject({ kind: 'rectify', deadline, reason: '请补充个人信息收集清单' });
    }
  });

  test('who may only read has nothing to select, to take or to decide', async () => {
    const { page } = await openQueue(open, api, 'auditor');
    expect(await names(page)).toHaveLength(4);
    expect(await page.getByRole('grid').getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: '领取下一件' }).count()).toBe(0);
    for (const key of ['j', 'x', 'c', 'n']) await page.keyboard.press(key);
    expect(await page.getByRole('row', { selected: true }).count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/console/queue');
    await expectAccessible(page);
  });
});

import type { Page } from 'playwright-core';
import request from 'supertest';
import { dayInChina } from '../../shared/domain/day.ts';
import type { RunningTestApi } from '../integration/api/running-api.ts';
import { expectAccessible } from '../support/accessible.ts';
import { describeInBrowser } from '../support/browser.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../support/dossiers.ts';
import { staff } from '../support/staff.ts';
import { until } from '../support/until.ts';
import { startConsole } from './support/console.ts';
import { person, signIn } from './support/people.ts';

const DEADLINE = dayInChina(new Date(Date.now() + 20 * 86_400_000));
const HOSTILE = '<img src=x onerror=alert(1)>\u202e<script>alert(2)</script>';

/** From a decision to a letter, an appeal and its answer, as the people at both ends do it. */
describeInBrowser('letters and appeals in the console', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole({
      reviewing: {
        undoSeconds: 1,
        secondReviewerFrom: 'reject' as const,
        claimMinutes: 10,
      },
    });
  });
  afterAll(() => api.close());

  const rejected = (name = '示例应用') =>
    decidedSubmission(api.database, api.caller.storeId, { findings: PLAIN_REJECTION, app: { name } });
  /** A decision as a reviewer makes it, and its time to be undone has passed. */
  const rectified = async (): Promise<string> => {
    const { id } = await rejected();
    const { agent } = await staff(api.url, api.database, 'reviewer');
    const made = await agent
      .post(`/v1/review/submissions/${id}/decisions`)
      .send({ run: 1, kind: 'rectify', reason: '问题属实', deadline: DEADLINE });
    expect(made.status).toBe(201);
    await until(async () => Date.parse(made.body.finalAt) < Date.now());
    return id;
  };
  const letterPage = async (id: string, displayName = '审核员甲'): Promise<Page> => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'reviewer', { displayName }));
    await page.goto(`${api.url}/console/submissions/${id}/letter`);
    await page.getByRole('heading', { level: 1, name: '整改通知' }).waitFor();
    return page;
  };
  const drafted = async (id: string, displayName?: string): Promise<Page> => {
    const page = await letterPage(id, displayName);
    await page.getByRole('button', { name: '生成新的草稿' }).click();
    await page.getByLabel('致', { exact: true }).waitFor();
    return page;
  };
  const status = (page: Page) => page.locator('.letter-status');

  test('a letter is generated, edited, saved, looked at as it is printed, and sent; the developer appeals and is answered', async () => {
    const id = await rectified();
    const page = await drafted(id);
    await page.getByText('问题清单（2）').waitFor();
    await expectAccessible(page);
    await page.getByLabel('致', { exact: true }).fill(`某某科技有限公司 ${HOSTILE}`);
    await status(page).getByText('有未保存的修改').waitFor();
    await page.getByTestId('letter-preview').getByText('某某科技有限公司').waitFor();
    await page.keyboard.press('Control+Enter');
    await status(page).getByText('已保存').waitFor();

    const [printed] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: '打印页（新窗口）' }).click(),
    ]);
    await printed.getByText('某某科技有限公司').waitFor();
    expect(await printed.locator('.item').count()).toBe(2);
    expect(await printed.locator('script, img').count()).toBe(0);
    await printed.close();

    await page.getByRole('button', { name: '发送…' }).click();
    await page.getByRole('dialog').getByText('某某科技有限公司').waitFor();
    await page.getByRole('button', { name: '发送，不再修改' }).click();
    await page.getByTestId('letter-sent').getByText('不能再修改').waitFor();
    expect(await page.getByLabel('致', { exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^保存/ }).count()).toBe(0);
    const sent = await request(api.url).get(`/v1/submissions/${id}/letters`).set(api.caller.auth);
    expect(sent.body.letters).toHaveLength(1);
    expect(sent.body.letters[0].content.addressee).toBe(`某某科技有限公司 ${HOSTILE}`);

    const appeal = await request(api.url)
      .post(`/v1/submissions/${id}/appeals`)
      .set(api.caller.auth)
      .field('text', `我们不同意 ${HOSTILE}`)
      .attach('attachment', Buffer.from('说明文件'), '说明<b>.txt');
    expect(appeal.status).toBe(201);
    await page.goto(`${api.url}/console/submissions/${id}?tab=decisions`);
    const thread = page.getByTestId('appeal');
    await thread.getByText('我们不同意').waitFor();
    expect(await thread.locator('img, script').count()).toBe(0);
    await thread.getByText('⟨U+202E⟩').or(thread.locator('.hidden-character')).first().waitFor();
    await thread.getByTestId('appeal-due').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), thread.getByRole('link', { name: /下载附件/ }).click()]);
    expect(download.suggestedFilename()).toBe('说明b.txt');
    await expectAccessible(page);
    await thread.getByLabel('答复（告知开发者）').fill('请补充第三章的链接');
    await thread.getByRole('button', { name: '答复', exact: true }).click();
    await thread.locator('[data-from=reviewer]').getByText('请补充第三章的链接').waitFor();
    await thread.getByLabel('答复（告知开发者）').fill('披露不完整，维持原决定');
    await thread.getByRole('radio', { name: '申诉不成立，原决定有效' }).check();
    await thread.getByRole('button', { name: '答复并结束申诉' }).click();
    await page.locator('[data-testid=appeal][data-state=dismissed]').waitFor();
    const told = await request(api.url).get(`/v1/submissions/${id}/appeals`).set(api.caller.auth);
    expect(told.body.appeals[0]).toMatchObject({ state: 'dismissed', messages: [{}, {}, { text: '披露不完整，维持原决定' }] });
  });

  test('two edit the same letter: the second learns who was first, and may take theirs or keep the own', async () => {
    const id = await rectified();
    const first = await drafted(id, '审核员甲');
    const second = await letterPage(id, '审核员乙');
    await second.getByLabel('致', { exact: true }).fill('乙所写');
    await first.getByLabel('致', { exact: true }).fill('甲所写');
    await first.getByRole('button', { name: /^保存/ }).click();
    await status(first).getByText('已保存').waitFor();
    await second.getByRole('button', { name: /^保存/ }).click();
    const problem = second.getByTestId('letter-problem');
    await problem.getByText('审核员甲').waitFor();
    await problem.getByRole('button', { name: '载入对方的版本（放弃我的修改）' }).click();
    await until(async () => (await second.getByLabel('致', { exact: true }).inputValue()) === '甲所写');

    await first.getByLabel('致', { exact: true }).fill('甲又写');
    await first.getByRole('button', { name: /^保存/ }).click();
    await status(first).getByText('已保存').waitFor();
    await second.getByLabel('致', { exact: true }).fill('乙又写');
    await second.getByRole('button', { name: /^保存/ }).click();
    await problem.getByRole('button', { name: '以我的版本覆盖' }).click();
    await status(second).getByText('已保存').waitFor();
    const [letter] = await api.database.letters.ofSubmission(id);
    expect(letter).toMatchObject({ version: 4, content: { addressee: '乙又写' }, updatedBy: { displayName: '审核员乙' } });
  });

  test('findings are taken out, put in again and moved; what is not saved is not lost without a word', async () => {
    const id = await rectified();
    const page = await drafted(id);
    await page.locator('.letter-item summary').first().click();
    await page.getByRole('button', { name: '删去问题 1' }).click();
    await page.getByText('问题清单（1）').waitFor();
    await page.getByRole('link', { name: '返回送审页' }).click();
    await page.getByRole('dialog').getByText('未保存的修改将丢失').waitFor();
    await page.getByRole('button', { name: '留在本页' }).click();
    await page.getByRole('button', { name: '重新生成…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').nth(2).waitFor();
    await dialog.getByRole('checkbox').nth(2).check();
    await dialog.getByRole('button', { name: '以 3 个问题重新生成' }).click();
    await page.getByText('问题清单（3）').waitFor();
    await status(page).getByText('已保存').waitFor();
  });

  test('before a decision a draft can be written but not sent, and the page says what is missing', async () => {
    const { id } = await rejected();
    const page = await drafted(id);
    await page.getByRole('button', { name: '发送…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('须先在送审页作出生效的审核决定').waitFor();
    expect(await dialog.getByRole('button', { name: '发送，不再修改' }).isDisabled()).toBe(true);
  });

  test('who may only read reads: no editor, no answer', async () => {
    const id = await rectified();
    await drafted(id);
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'auditor'));
    await page.goto(`${api.url}/console/submissions/${id}/letter`);
    await page.getByTestId('letter-preview').waitFor();
    expect(await page.getByRole('button', { name: /生成新的草稿|保存|发送/ }).count()).toBe(0);
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});

import pg from 'pg';
import type { Page } from 'playwright-core';
import { dayInChina } from '../../../shared/domain/day.ts';
import type { DecisionKind } from '../../../shared/domain/review/decision.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { signedIn } from '../../support/staff.ts';
import { startConsole } from '../support/console.ts';
import { holds } from '../support/holds.ts';
import { person } from '../support/people.ts';
import { claimed, openedBy } from './opened.ts';

const HELD = [
  { rule: 'permission/beyond-category', subject: 'android.permission.READ_CONTACTS', severity: 'review' },
  { rule: 'behaviour/cleartext-traffic', subject: 'application', severity: 'warn' },
] as const;

describeInBrowser('deciding', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
  });
  afterAll(() => api.close());

  const held = () => decidedSubmission(api.database, api.caller.storeId, { findings: HELD });
  const rejected = () => decidedSubmission(api.database, api.caller.storeId, { findings: PLAIN_REJECTION });
  const newest = async (submission: string) => (await api.database.decisions.ofSubmission(submission))[0];
  const toast = (page: Page) => page.getByTestId('undo');
  /** Chooses, writes and sends without a mouse. */
  const decideByKeys = async (page: Page, key: string, reason: string) => {
    await claimed(page);
    await page.keyboard.press(key);
    await holds(page, `document.activeElement.id === 'decide-reason'`);
    await page.keyboard.insertText(reason);
    await page.keyboard.press('Control+Enter');
    await toast(page).waitFor();
  };

  test.each<[string, DecisionKind, string]>([
    ['u', 'uphold', '维持'],
    ['v', 'overturn', '改判放行'],
    ['r', 'rectify', '要求整改'],
    ['w', 'approve-with-warning', '提醒后放行'],
  ])('%s decides by the keyboard alone: %s', async (key, kind, name) => {
    const { id } = await held();
    const { page, who } = await openedBy(open, api, 'reviewer', id);
    await decideByKeys(page, key, '已逐项核对证据');
    expect(await toast(page).textContent()).toMatch(new RegExp(`已决定：${name}.*\\d+ 秒内可撤销`, 's'));
    const decision = await newest(id);
    expect(decision).toMatchObject({ kind, state: 'effective', reason: '已逐项核对证据', by: { id: who.id }, run: 1 });
    expect(decision?.judgements.filter(({ outcome }) => outcome === 'false-alarm')).toHaveLength(kind === 'overturn' ? 1 : 0);
    expect(decision?.deadline === null).toBe(kind !== 'rectify');
    await page.locator(`[data-decision=${kind}][data-state=effective]`).first().waitFor();
    await expectAccessible(page);
  });

  test('digits pick canned reasons: those of the clauses first, in the empty reason too, and they can be edited', async () => {
    const { id } = await held();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await claimed(page);
    const titles = () => page.locator('.canned-list bdi').allTextContents();
    await page.locator('.canned-list button').first().waitFor();
    const reasons = await api.database.reasons.list();
    const first = reasons.find(({ title }) => title.zh === '误报')!;
    await page.keyboard.press('v');
    await holds(page, `document.activeElement.id === 'decide-reason'`);
    const place = (await titles()).indexOf('误报') + 1;
    expect(place).toBeGreaterThan(0);
    await page.keyboard.press(String(place));
    await holds(page, `document.getElementById('decide-reason').value !== ''`);
    await page.keyboard.insertText('（补充：已致电开发者）7');
    expect(await page.locator('#decide-reason').inputValue()).toBe(`${first.text.zh}（补充：已致电开发者）7`);
    await page.keyboard.press('Control+Enter');
    await toast(page).waitFor();
    expect(await newest(id)).toMatchObject({ cannedReason: first.id, reason: `${first.text.zh}（补充：已致电开发者）7` });
  });

  test('a senior replaces a decision that is final, on purpose; others cannot', async () => {
    const { id } = await held();
    const reviewer = await signedIn(api.url, api.database, await person(api.database, 'reviewer'));
    const made = await reviewer.agent
      .post(`/v1/review/submissions/${id}/decisions`)
      .send({ kind: 'overturn', run: 1, reason: '误报' });
    expect(made.status).toBe(201);
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    await client.query('update decisions set final_at = clock_timestamp() where submission_id = $1', [id]);
    await client.end();
    const other = await openedBy(open, api, 'reviewer', id);
    await other.page.getByText('已有审核决定。').waitFor();
    expect(await other.page.getByRole('button', { name: '另作决定…' }).count()).toBe(0);
    const { page } = await openedBy(open, api, 'senior-reviewer', id);
    await page.getByRole('button', { name: '另作决定…' }).click();
    await page.getByText('此决定取代现有的决定').waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('u');
    await holds(page, `document.activeElement.id === 'decide-reason'`);
    await page.keyboard.insertText('上架后发现与说明不符');
    await page.keyboard.press('Control+Enter');
    await toast(page).waitFor();
    expect((await newest(id))?.kind).toBe('uphold');
    await page.getByText('已有审核决定。').waitFor();
    await expectAccessible(page);
  });

  test('a decision needs a kind and a reason, and says which of them is missing', async () => {
    const { id } = await held();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await claimed(page);
    await page.keyboard.press('r');
    await page.getByText('须写明理由').waitFor();
    expect(await page.getByRole('button', { name: /提交决定/ }).isDisabled()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.insertText('限期整改');
    await page.getByLabel('整改期限（最后一天）').fill('2020-01-01');
    await page.getByText(/整改期限须在明天至/).waitFor();
    await page.getByRole('button', { name: '30天' }).click();
    await page.getByRole('button', { name: /提交决定/ }).click();
    await toast(page).waitFor();
    expect((await newest(id))?.deadline).toMatch(/^20\d\d-/);
  });

  test('a false alarm is marked by f and becomes a waiver in the same step', async () => {
    const { id, verdict } = await held();
    const { page, who } = await openedBy(open, api, 'senior-reviewer', id);
    await claimed(page);
    await page.keyboard.press('j');
    await page.keyboard.press('f');
    const alarm = verdict.findings.find(({ severity }) => severity === 'review')!;
    const row = page.locator(`[data-false-alarm="${alarm.fingerprint}"]`);
    await row.waitFor();
    await row.getByText('同时豁免：下一版本不再报').click();
    await row.getByLabel('豁免理由').fill('通讯录用于好友推荐，政策已写明');
    await row.getByLabel('范围').selectOption('rule');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await decideByKeysFrom(page, 'w', '提醒后放行');
    const decision = await newest(id);
    expect(decision?.judgements.find(({ fingerprint }) => fingerprint === alarm.fingerprint)?.outcome).toBe('false-alarm');
    expect(decision?.waivers).toMatchObject([
      { fingerprint: alarm.fingerprint, reason: '通讯录用于好友推荐，政策已写明', scope: 'rule' },
    ]);
    const granted = await api.database.waivers.list({ store: api.caller.storeId }, dayInChina(new Date()), {
      limit: 50,
      offset: 0,
    });
    expect(granted.rows.filter(({ submission }) => submission === id)).toMatchObject([
      { rule: alarm.rule, subject: null, by: { id: who.id } },
    ]);
  });
  const decideByKeysFrom = async (page: Page, key: string, reason: string) => {
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await decideByKeys(page, key, reason);
  };

  test('whoever unmarks all findings while overturning says that none was a false alarm', async () => {
    const { id } = await held();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await claimed(page);
    await page.keyboard.press('v');
    await page.locator('[data-false-alarm] input').first().click();
    await page.getByText('没有标记。').waitFor();
    expect(await page.getByText('同时豁免').count()).toBe(0);
    await page.locator('#decide-reason').fill('政策已更新');
    await page.keyboard.press('Control+Enter');
    await toast(page).waitFor();
    expect((await newest(id))?.judgements.every(({ outcome }) => outcome === 'stands')).toBe(true);
  });

  test('z undoes within the minute, and what was written is still there', async () => {
    const { id } = await held();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await decideByKeys(page, 'u', '问题成立');
    await page.getByText('已有审核决定。').waitFor();
    await page.keyboard.press('z');
    await toast(page).getByText('已撤销').waitFor();
    await page.locator('#decide-reason').waitFor();
    expect(await page.locator('#decide-reason').inputValue()).toBe('问题成立');
    expect((await newest(id))?.state).toBe('undone');
    expect((await api.database.dossiers.find(id))?.state).toBe('open');
    await claimed(page);
  });

  test('a decision can be taken back after the page was loaded anew, and a proposal be withdrawn', async () => {
    const { id } = await held();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await decideByKeys(page, 'u', '问题成立');
    await page.reload();
    await page
      .getByTestId('standing-undo')
      .getByRole('button', { name: /撤销（剩 \d+ 秒）/ })
      .click();
    await page.locator('#decide-reason').waitFor();
    expect((await newest(id))?.state).toBe('undone');

    const proposed = await rejected();
    await page.goto(`${api.url}/console/submissions/${proposed.id}`);
    await decideByKeys(page, 'v', '误报');
    await page.reload();
    await page.getByRole('button', { name: '撤回提议' }).click();
    await page.locator('#decide-reason').waitFor();
    expect((await newest(proposed.id))?.state).toBe('undone');
  });

  test('n goes to the next dossier, from where the last decision can still be undone', async () => {
    const store = (await api.another()).storeId;
    const one = await decidedSubmission(api.database, store, { findings: HELD });
    const two = await decidedSubmission(api.database, store, { findings: HELD });
    const { page } = await openedBy(open, api, 'reviewer', one.id);
    await claimed(page);
    await page.evaluate(`history.replaceState({ ...history.state, usr: { queue: 'store=${store}&order=oldest' } }, '')`);
    await page.reload();
    await decideByKeys(page, 'u', '问题成立');
    await page.keyboard.press('n');
    await page.waitForURL(new RegExp(two.id));
    await claimed(page);
    await page.keyboard.press('z');
    await toast(page).getByText('已撤销').waitFor();
    expect((await newest(one.id))?.state).toBe('undone');
    expect(await newest(two.id)).toBeUndefined();
  });

  test('overturning a rejection says that it needs a second reviewer, who sees the first one’s words', async () => {
    const { id } = await rejected();
    const first = await openedBy(open, api, 'senior-reviewer', id, { displayName: '王一' });
    await claimed(first.page);
    await first.page.keyboard.press('v');
    await first.page.getByText(/需要第二人复核：机审因2 个“驳回”类问题驳回/).waitFor();
    await decideByKeysFrom(first.page, 'v', '两处均为误报');
    expect(await toast(first.page).textContent()).toContain('已提交第二人复核');
    await first.page.locator('[data-why=own-proposal]').waitFor();

    const reviewer = await openedBy(open, api, 'reviewer', id);
    await reviewer.page.locator('[data-why=waits-for-second]').waitFor();

    const second = await openedBy(open, api, 'senior-reviewer', id, { displayName: '赵二' });
    const panel = second.page.getByRole('complementary', { name: '审核决定' });
    await panel.getByText('两处均为误报').waitFor();
    expect(await panel.textContent()).toContain('王一');
    expect(await panel.getByRole('button', { name: '不同意' }).isDisabled()).toBe(true);
    await expectAccessible(second.page);
    await panel.getByLabel(/复核意见/).fill('同意，证据充分');
    await panel.getByRole('button', { name: '确认' }).click();
    await toast(second.page).waitFor();
    expect(await newest(id)).toMatchObject({ state: 'effective', outcome: 'approve', second: { comment: '同意，证据充分' } });
  });

  test('waiving what a rejection rests on says that it needs a second reviewer, though the rejection is upheld', async () => {
    const { id } = await rejected();
    const first = await openedBy(open, api, 'senior-reviewer', id);
    await claimed(first.page);
    await first.page.keyboard.press('u');
    await holds(first.page, `document.activeElement.id === 'decide-reason'`);
    await first.page.keyboard.insertText('其余问题成立');
    await first.page.keyboard.press('Escape');
    await first.page.keyboard.press('j');
    await first.page.keyboard.press('f');
    const row = first.page.locator('[data-false-alarm]').first();
    expect(await first.page.getByText('需要第二人复核').count()).toBe(0);
    await row.getByText('同时豁免：下一版本不再报').click();
    await row.getByLabel('豁免理由').fill('已在政策中写明');
    await first.page.getByText('需要第二人复核：豁免“驳回”类问题').waitFor();
    await first.page.keyboard.press('Control+Enter');
    await first.page.locator('[data-why=own-proposal]').waitFor();
    expect(await newest(id)).toMatchObject({ kind: 'uphold', state: 'proposed' });
    const second = await openedBy(open, api, 'senior-reviewer', id);
    await second.page.getByText('此决定豁免机审驳回的问题').waitFor();
  });

  test('the second reviewer who declines opens the dossier again', async () => {
    const { id } = await rejected();
    const first = await openedBy(open, api, 'senior-reviewer', id);
    await decideByKeys(first.page, 'v', '误报');
    const second = await openedBy(open, api, 'senior-reviewer', id);
    const panel = second.page.getByRole('complementary', { name: '审核决定' });
    await panel.getByLabel(/复核意见/).fill('政策确实没有写');
    await panel.getByRole('button', { name: '不同意' }).click();
    await second.page.locator('#decide-reason').waitFor();
    expect((await newest(id))?.state).toBe('declined');
    await second.page.goto(`${second.page.url().split('?')[0]}?tab=decisions`);
    await second.page.getByText('政策确实没有写').waitFor();
  });

  test('what another looks at is locked; it can be taken over by who may, and is free when the other leaves', async () => {
    const { id } = await held();
    const first = await openedBy(open, api, 'reviewer', id, { displayName: '钱三' });
    await claimed(first.page);
    const other = await openedBy(open, api, 'reviewer', id, { displayName: '孙四' });
    await other.page.locator('[data-why=claimed]').getByText('钱三 正在审阅这个案卷').waitFor();
    expect(await other.page.locator('#decide-reason').count()).toBe(0);
    expect(await other.page.getByRole('button', { name: '接手' }).count()).toBe(0);
    await first.page.goto(`${api.url}/console/nowhere`);
    await other.page.locator('#decide-reason').waitFor();
    await claimed(other.page);

    const senior = await openedBy(open, api, 'senior-reviewer', id, { displayName: '李五' });
    await senior.page.getByRole('button', { name: '接手' }).click();
    await claimed(senior.page);
    await other.page.locator('[data-why=claimed]').getByText('李五').waitFor();
    expect((await api.database.dossiers.find(id))?.claim?.by.displayName).toBe('李五');
  });

  test('a decision about an appealed dossier says that it answers the appeal, and does', async () => {
    const { id } = await rejected();
    const told = await fetch(`${api.url}/v1/submissions/${id}/appeals`, {
      method: 'POST',
      headers: { ...api.caller.auth, 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: '通讯录权限只用于好友推荐<script>window.ran=1</script>' }),
    });
    expect(told.status).toBe(201);
    const { page } = await openedBy(open, api, 'reviewer', id, { rest: '?tab=decisions' });
    await page.getByText('通讯录权限只用于好友推荐').waitFor();
    await page.getByText('此决定同时答复开发者的申诉').waitFor();
    await expectAccessible(page);
    await decideByKeys(page, 'u', '政策没有写明该用途');
    const decision = await newest(id);
    expect(decision?.appeal).not.toBeNull();
    await page.getByText('此决定同时答复开发者的申诉').waitFor({ state: 'detached' });
    expect(await api.database.appeals.ofSubmission(id)).toMatchObject([{ id: decision?.appeal, state: 'dismissed' }]);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  test('a newer verdict or another’s decision meanwhile is explained and nothing is lost', async () => {
    const { id } = await held();
    const { page, who } = await openedBy(open, api, 'reviewer', id);
    await claimed(page);
    await page.keyboard.press('u');
    await page.locator('#decide-reason').fill('问题成立');
    const { agent } = await signedIn(api.url, api.database, who);
    await agent
      .post(`/v1/review/submissions/${id}/decisions`)
      .send({ kind: 'rectify', run: 1, reason: '另一窗口', deadline: tomorrow() })
      .expect(201);
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/当前状态不允许此操作|现有决定在/)
      .first()
      .waitFor();
    await page.locator('[data-decision=rectify]').first().waitFor();
  });

  test('the help lists every key of the page', async () => {
    const { id } = await held();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await claimed(page);
    await page.locator('#decide-reason').waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: '键盘快捷键' });
    await dialog.getByText('提交决定').waitFor();
    const text = (await dialog.textContent()) ?? '';
    for (const words of [
      '下一个问题',
      '上一个问题',
      '展开或收起当前问题',
      '标记或取消误报',
      '维持',
      '改判放行',
      '要求整改',
      '提醒后放行',
      '插入第 1 条常用理由',
      '提交决定',
      '上一个标签页',
      '下一个标签页',
      '下一个案卷',
    ])
      expect(text).toContain(words);
  });
});

function tomorrow(): string {
  return new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
}

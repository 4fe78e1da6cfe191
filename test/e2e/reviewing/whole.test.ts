import type { Page } from 'playwright-core';
import type { StaffRole } from '../../../shared/domain/review/account.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { until } from '../../support/until.ts';
import { claimed } from '../submission/opened.ts';
import { person, signIn } from '../support/people.ts';
import { type Installation, startInstallation, versionsOf } from './installation.ts';

/** From the upload by a store's backend to what it is told, through real workers, a real browser and nothing beside them. */
describeInBrowser('reviewing, from one end to the other', (open) => {
  let at: Installation;
  beforeAll(async () => {
    at = await startInstallation();
  });
  afterAll(() => at?.close());

  const as = async (role: StaffRole): Promise<Page> => {
    const page = await open();
    await signIn(page, at.url, await person(at.database, role));
    return page;
  };
  /** From the queue, found by its package name, as a reviewer would. */
  const openFromQueue = async (page: Page, packageName: string, id: string): Promise<void> => {
    await page.goto(`${at.url}/console/queue`);
    await page.getByRole('searchbox').or(page.getByRole('textbox').first()).first().fill(packageName);
    // Rows change places while the search is on its way; nobody can hit what moves.
    await page.waitForURL((url) => url.searchParams.get('q') === packageName);
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await page.locator(`a[href*="${id}"]`).first().click();
    await page.waitForURL(`**/submissions/${id}*`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await claimed(page);
  };
  const submitDecision = async (page: Page, reason: string): Promise<void> => {
    await page.locator('#decide-reason').fill(reason);
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('undo').waitFor();
  };

  test('held, let off with a reason and a waiver, told to the store; the next version passes', async () => {
    const versions = await versionsOf('com.example.chouti.files');
    const first = await at.submit(versions.get('2.0.0')!);
    expect(first.decision).toBe('review');
    const page = await as('senior-reviewer');
    await openFromQueue(page, 'com.example.chouti.files', first.id);
    // The evidence is in place: the manifest's element with the permission.
    await page.getByText('android.permission.SYSTEM_ALERT_WINDOW').first().waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('v');
    const alarm = page.locator('[data-false-alarm]').first();
    await alarm.getByText('同时豁免：下一版本不再报').click();
    await alarm.getByLabel('豁免理由').fill('悬浮窗仅用于显示复制进度，已人工核实');
    await submitDecision(page, '属误报，予以放行');

    const { payload } = await at.told(first.id, 'submission.reviewed');
    expect(payload.data).toMatchObject({ submissionId: first.id, review: { outcome: 'approve' } });
    const seen = (await (await at.asStore(`/v1/submissions/${first.id}`)).json()) as Record<string, unknown>;
    expect(seen).toMatchObject({
      decision: 'review',
      review: { outcome: 'approve', kind: 'overturn', reason: '属误报，予以放行' },
    });

    const second = await at.submit(versions.get('2.1.0')!);
    expect(second.decision).toBe('approve');
    const { verdict } = (await at.database.reviews.verdict(second.id))!;
    expect(verdict.waived).toMatchObject([{ waiver: { reason: '悬浮窗仅用于显示复制进度，已人工核实' } }]);
  }, 180_000);

  test('rejected, a letter with a deadline, the developer’s appeal, and a decision on it that a second person confirms', async () => {
    const versions = await versionsOf('com.example.xiaobei.hanzi');
    const { id, decision } = await at.submit(versions.get('2.1.0')!);
    expect(decision).toBe('reject');
    const page = await as('reviewer');
    await openFromQueue(page, 'com.example.xiaobei.hanzi', id);
    await page.keyboard.press('r');
    await submitDecision(page, '请补充未成年人个人信息处理规则');
    expect((await at.told(id, 'submission.reviewed')).payload.data).toMatchObject({ review: { outcome: 'rectify' } });

    await page.goto(`${at.url}/console/submissions/${id}/letter`);
    await page.getByRole('button', { name: '生成新的草稿' }).click();
    await page.getByRole('button', { name: /^发送…/ }).click();
    await page.getByRole('button', { name: '发送，不再修改' }).click();
    const sent = await at.told(id, 'submission.letter-sent');
    expect(sent.payload.data).toMatchObject({ submissionId: id });
    const letters = (await (await at.asStore(`/v1/submissions/${id}/letters`)).json()) as { letters: { id: string }[] };
    const letter = await at.asStore(`/v1/submissions/${id}/letters/${letters.letters[0]!.id}`, {
      headers: { accept: 'text/html' },
    });
    expect(await letter.text()).toContain('整改通知');

    const form = new FormData();
    form.set('text', '我们的儿童规则在应用内“设置—隐私”里，请复核。');
    expect((await at.asStore(`/v1/submissions/${id}/appeals`, { method: 'POST', body: form })).status).toBe(201);

    // It is back in the queue, and the appeal is a thread on the submission.
    await openFromQueue(page, 'com.example.xiaobei.hanzi', id);
    await page.goto(`${at.url}/console/submissions/${id}?tab=decisions`);
    await page.getByText('我们的儿童规则在应用内').waitFor();
    await claimed(page);
    await page.locator('h1').click();
    await page.keyboard.press('v');
    await submitDecision(page, '核对应用内规则后予以放行');
    const before = await at.database.decisions.ofSubmission(id);
    expect(before[0]).toMatchObject({ kind: 'overturn', state: 'proposed' });

    const senior = await as('senior-reviewer');
    await senior.goto(`${at.url}/console/submissions/${id}`);
    await senior.getByLabel(/复核意见/).fill('同意');
    await senior.getByRole('button', { name: '确认' }).click();
    await until(async () => (await at.database.submissions.find(id))?.finalOutcome === 'approve');
    const [newest, older] = await at.database.decisions.ofSubmission(id);
    expect([newest?.state, older?.state]).toEqual(['effective', 'superseded']);
    expect(await at.database.audit.verify()).toMatchObject({ broken: null });
  }, 180_000);
});

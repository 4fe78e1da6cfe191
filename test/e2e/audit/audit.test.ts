import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { rawSql } from '../../support/raw-sql.ts';
import { startConsole } from '../support/console.ts';
import { type Person, person, signIn } from '../support/people.ts';

describeInBrowser('the page of the audit log', (open) => {
  let api: RunningTestApi;
  let auditor: Person;
  let senior: Person;
  beforeAll(async () => {
    api = await startConsole();
    auditor = await person(api.database, 'auditor');
    senior = await person(api.database, 'senior-reviewer', { displayName: '韩梅梅' });
    for (let n = 1; n <= 60; n += 1)
      await api.database.audit.add({
        action: n % 10 === 0 ? 'decision.made' : 'dossier.claimed',
        by: n % 3 === 0 ? null : senior,
        subject: { kind: n % 10 === 0 ? 'decision' : 'dossier', id: `dec_${n}` },
        submission: `sub_${n % 5}`,
        before: { dossier: 'open', outcome: null, reason: '<script>alert(1)</script>' },
        after: { dossier: 'decided', outcome: 'reject', reason: '<script>alert(1)</script>' },
      });
  });
  afterAll(() => api.close());

  const show = async (query = '') => {
    const page = await open();
    await signIn(page, api.url, auditor);
    await page.goto(`${api.url}/console/audit${query}`);
    await page.locator('.audit-entry').first().waitFor();
    return page;
  };

  test('entries are shown newest first, with before and after field by field, page after page', async () => {
    const page = await show();
    const entry = page.locator('.audit-entry', { hasText: '作出决定' }).first();
    await entry.getByRole('button', { name: /详情/ }).click();
    const rows = await entry.locator('tbody tr').allTextContents();
    expect(rows).toEqual(['dossieropendecided', 'outcomenullreject']);
    await entry.getByRole('button', { name: /1 项未变/ }).click();
    expect(await entry.locator('tbody').textContent()).toContain('<script>alert(1)</script>');
    await expectAccessible(page);
    expect(await page.locator('.audit-entry').count()).toBe(50);
    await page.getByRole('button', { name: '更早的记录' }).click();
    await page.locator('[data-number="1"]').waitFor();
    const numbers = await page
      .locator('.audit-entry')
      .evaluateAll((list) => list.map((each) => each.getAttribute('data-number')));
    const { entries } = await api.database.audit.verify();
    expect(numbers).toEqual(Array.from({ length: entries }, (_, n) => String(entries - n)));
  });

  test('filters stand in the address and come back with it', async () => {
    const page = await show('?action=decision.made&submission=sub_0');
    expect(await page.locator('.audit-entry').count()).toBe(6);
    await page.getByLabel('送审编号').fill('sub_none');
    await page.getByLabel('送审编号').press('Enter');
    await page.getByText('没有符合条件的记录').waitFor();
    expect(new URL(page.url()).searchParams.get('submission')).toBe('sub_none');
    await page.goBack();
    await page.locator('.audit-entry').first().waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.locator('.audit-entry', { hasText: '领取案卷' }).first().waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('the chain is verified by a button, and a row that somebody tampered with is named', async () => {
    const page = await show();
    await page.getByRole('button', { name: '核对完整性' }).click();
    await page.locator('.audit-intact').getByText('哈希链完整').waitFor();
    const sql = await rawSql(api.databaseUrl);
    await sql.run`alter table audit_log disable trigger all`;
    await sql.run`update audit_log set by_name = '无名' where number = 7`;
    await sql.close();
    await page.getByRole('button', { name: '核对完整性' }).click();
    await page.locator('.audit-broken').getByText('第 7 条记录与哈希链不符').waitFor();
    await expectAccessible(page);
  });
});

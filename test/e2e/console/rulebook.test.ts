import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StaffRole } from '../../../shared/domain/review/account.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { ensureBuild } from '../../support/build.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { runFolder } from '../../support/run-folder.ts';
import { staff } from '../../support/staff.ts';
import { until, untilEqual } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { person, signIn } from '../support/people.ts';

const RULE = 'behaviour/debuggable-release';
const FILE = `# 由运维维护
schema: rulebook/1
name: <b>示例</b>
version: "1"
rules:
  sdk/undisclosed: observe # 试行中
waivers:
  - { id: W-1, rule: sdk/undisclosed, app: com.example.a, reason: 试点, by: 张三, granted: 2025-01-01, expires: 2025-02-01 }
`;

describeInBrowser('the rulebook page', (open) => {
  let api: RunningTestApi;
  let folder = '';
  let submission = '';
  beforeAll(async () => {
    await ensureBuild();
    folder = await mkdtemp(join(runFolder(), 'rulebooks-'));
    await writeFile(join(folder, 'default.yaml'), FILE);
    api = await startConsole({}, { rulebooks: folder });
    const store = api.caller.storeId;
    submission = (
      await decidedSubmission(api.database, store, {
        app: { packageName: 'com.example.debug' },
        package: {
          application: {
            className: null,
            debuggable: true,
            allowBackup: false,
            usesCleartextTraffic: false,
            networkSecurityConfig: null,
            metaData: [],
          },
        },
      })
    ).id;
    const reviewer = await staff(api.url, api.database, 'senior-reviewer');
    const { id, verdict } = await decidedSubmission(api.database, store, {
      findings: PLAIN_REJECTION,
      app: { packageName: 'com.example.b' },
    });
    const waived = verdict.findings.find(({ rule }) => rule === 'permission/beyond-category')!;
    const decided = await reviewer.agent.post(`/v1/review/submissions/${id}/decisions`).send({
      kind: 'uphold',
      run: 1,
      reason: '其余成立',
      falseAlarms: [waived.fingerprint],
      waivers: [{ fingerprint: waived.fingerprint, reason: '<script>alert(1)</script>', expires: soon(), scope: 'rule' }],
    });
    if (decided.status >= 300) throw new Error(decided.text);
    // Waiving what a rejection rests on takes two.
    const second = await staff(api.url, api.database, 'senior-reviewer');
    const confirmed = await second.agent.post(`/v1/review/decisions/${decided.body.id}/confirm`).send({ comment: '同意' });
    if (confirmed.body.state !== 'effective') throw new Error(confirmed.text);
  }, 300_000);
  afterAll(() => api.close());

  const soon = () => new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const openAs = async (role: StaffRole, query = '') => {
    const page = await open({ acceptDownloads: true });
    await signIn(page, api.url, await person(api.database, role));
    await page.goto(`${api.url}/console/rulebook${query}`);
    await page.locator('.rulebook-head').waitFor();
    return page;
  };

  test('every rule with its state, how often it spoke and erred; filters stand in the address', async () => {
    const page = await openAs('auditor');
    expect(await page.locator('.rulebook-head').textContent()).toContain('<b>示例</b> 1');
    expect(await page.getByRole('row').count()).toBe(api.ports.rules.length + 1);
    await expectAccessible(page);
    await page.getByLabel('状态').selectOption('observe');
    await page.waitForURL((url) => url.searchParams.get('state') === 'observe');
    const row = page.getByRole('row').filter({ hasText: 'sdk/undisclosed' });
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      expect.any(String),
      '仅观察',
      expect.any(String),
      expect.any(String),
      '1',
      '0/1（样本少）',
    ]);
    await row.getByRole('link', { name: '1', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/console/queue' && url.searchParams.get('rule') === 'sdk/undisclosed');
    await page.goBack();
    await page.getByText('1 条规则').waitFor();
    // An auditor tries nothing.
    expect(await page.getByRole('button', { name: /试改/ }).count()).toBe(0);
    await page.goto(`${api.url}/console/rulebook?tab=try`);
    await page.getByText('您的角色没有此项权限').waitFor();
  });

  test('waivers: what ends soon stands first, what has no effect is said; one is revoked with a reason', async () => {
    const page = await openAs('senior-reviewer', '?tab=waivers');
    const granted = page.getByRole('region', { name: '审核员授予的豁免' }).last().getByRole('row').nth(1);
    await granted.getByText('即将到期').waitFor();
    expect(await granted.textContent()).toContain('<script>alert(1)</script>');
    const file = page.getByRole('row').filter({ hasText: '张三' });
    expect(await file.textContent()).toContain('已到期');
    expect(await file.textContent()).toContain('豁免不起作用');
    await expectAccessible(page);
    await granted.getByRole('button', { name: /取消/ }).click();
    const dialog = page.getByRole('dialog', { name: '取消豁免' });
    expect(await dialog.getByRole('button', { name: '取消豁免' }).isDisabled()).toBe(true);
    await dialog.getByLabel('理由（必填）').fill('误授');
    await dialog.getByRole('button', { name: '取消豁免' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('已取消').first().waitFor();
    const [entry] = await api.database.audit.list({ action: 'waiver.revoked' }, { limit: 1 });
    expect(JSON.stringify(entry?.after)).toContain('误授');
  });

  test('a rule is switched off by a click, shown as a diff, tried on kept facts, and comes as a file', async () => {
    const page = await openAs('senior-reviewer', `?q=debuggable`);
    await page.getByRole('button', { name: `试改 ${RULE}` }).click();
    await page.waitForURL((url) => url.searchParams.get('tab') === 'try' && url.searchParams.get('rule') === RULE);
    await page.getByText('与现行文件相同。').waitFor();
    await page.getByLabel('状态').selectOption('off');
    const added = page.locator('.rulebook-line-added');
    await added.getByText(`${RULE}: off`).waitFor();
    expect(await page.locator('.rulebook-line-removed').count()).toBe(0);
    // What else the file says has stayed, comments too.
    expect(await page.getByLabel('规则库文本（YAML）').inputValue()).toContain('sdk/undisclosed: observe # 试行中');
    await page.getByRole('heading', { name: /^提示 \d/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '试行', exact: true }).click();
    const result = page.getByRole('region', { name: '试行结果' });
    await result.waitFor({ timeout: 60_000 });
    expect(await result.locator('.rulebook-sentence').textContent()).toContain('重新审核 2 个应用');
    const app = result.getByRole('link', { name: 'com.example.debug' });
    expect(await app.getAttribute('href')).toBe(`/console/submissions/${submission}`);
    expect(await result.textContent()).toContain(`${RULE}`);
    await expectAccessible(page);

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载新文件' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`${api.caller.storeId}.yaml`);
    expect(await readFile(await download.path(), 'utf8')).toContain(`  ${RULE}: off\n`);
    // Nothing is in force of it, and a reload does not lose the draft.
    expect(await readFile(join(folder, 'default.yaml'), 'utf8')).toBe(FILE);
    await page.reload();
    await added.getByText(`${RULE}: off`).waitFor();
    await page.getByRole('button', { name: '恢复为现行文件' }).click();
    await page.getByText('与现行文件相同。').waitFor();
  });

  test('faults are told by line and lead there; what has faults is not tried', async () => {
    const page = await openAs('operations', '?tab=try');
    const text = page.getByLabel('规则库文本（YAML）');
    await text.fill(`${FILE}  - {}\nrules2: 1\n<script>: "\u202e"\n`);
    const fault = page.getByRole('button', { name: /第 \d+ 行第 \d+ 列/ }).first();
    await fault.waitFor();
    await untilEqual(() => page.getByRole('button', { name: '试行', exact: true }).isDisabled(), true);
    await untilEqual(() => page.getByRole('button', { name: '下载新文件' }).isDisabled(), true);
    await fault.click();
    await untilEqual(() => text.evaluate((field) => field === field.ownerDocument.activeElement), true);
    await text.fill('a: [');
    await page.getByText('错误').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Faults').first().waitFor();
  });

  test('a broken file is told with its line while the last good one holds', async () => {
    await writeFile(join(folder, 'default.yaml'), `${FILE}nonsense: true\n`);
    const page = await openAs('reviewer');
    const alert = page.getByRole('alert').filter({ hasText: '规则库文件有误' });
    // Files are looked at about once a second.
    await until(async () => {
      await page.reload();
      await page.locator('.rulebook-head').waitFor();
      return (await alert.count()) > 0;
    });
    expect(await alert.textContent()).toContain('第 9 行');
    expect(await page.locator('.rulebook-head').textContent()).toContain('示例');
    await writeFile(join(folder, 'default.yaml'), FILE);
  });
});

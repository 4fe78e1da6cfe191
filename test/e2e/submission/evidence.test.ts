import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { until, untilEqual } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { holds } from '../support/holds.ts';
import { claimed, openedBy } from './opened.ts';
import { richDossier } from './rich-dossier.ts';

describeInBrowser('what the submission page shows', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
  });
  afterAll(() => api.close());
  const rich = (sketch?: Parameters<typeof richDossier>[2]) => richDossier(api.database, api.caller.storeId, sketch);

  test('says in one sentence what the machine decided and why, whose app it is, when it is due and who looks at it', async () => {
    const { id } = await rich();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await page.getByRole('heading', { level: 1, name: /示例应用/ }).waitFor();
    const why = page.locator('.top-why');
    await why.getByText('机审驳回').waitFor();
    const sentence = (await why.textContent()) ?? '';
    expect(sentence).toContain('声明的危险权限未披露');
    expect(sentence).toContain('共2个问题');
    expect(await page.locator('.top-facts').textContent()).toMatch(/com\.example\.app.*示例科技（深圳）有限公司.*到期.*小时/s);
    await claimed(page);
    expect(await page.title()).toBe('示例应用 · Shelfgate');
  });

  test('shows every kind of evidence in place', async () => {
    const { id } = await rich();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await page.getByRole('button', { name: '全部展开' }).click();
    const seen = async (kind: string, ...texts: (string | RegExp)[]) => {
      const piece = page.locator(`[data-evidence=${kind}]`).first();
      // Bodies are made when they come near the view.
      const finding = page.locator(`article.finding`);
      for (let at = 0; at < (await finding.count()) && (await piece.count()) === 0; at++)
        await finding.nth(at).scrollIntoViewIfNeeded();
      await piece.waitFor();
      const text = (await piece.textContent()) ?? '';
      for (const expected of texts) expect(text).toMatch(expected);
      return piece;
    };
    const manifest = await seen('manifest', '<uses-permission', '第 4 个 uses-permission');
    expect(await manifest.locator('mark').textContent()).toBe('android:name="android.permission.READ_CONTACTS"');
    await seen('policy-absence', '通讯录', '电话簿', /全文 \d+ 个字/);
    const code = await seen(
      'code',
      'android.telephony.TelephonyManager.getDeviceId',
      '第三方SDK 友盟',
      '途中未见同意判断',
      '共 3 处',
    );
    expect(await code.locator('ol.call-path > li').allTextContents()).toEqual([
      'com.example.App → onCreate @ 12调用 ↓',
      'com.umeng.analytics.Start → run @ 8交由线程或回调执行 ↓',
      'com.umeng.analytics.Start → collect @ 42',
      'android.telephony.TelephonyManager.getDeviceId',
    ]);
    const resource = await seen('resource', 'res/layout/consent.xml', '<LinearLayout', '第 2 个 CheckBox');
    expect(await resource.locator('mark').textContent()).toBe('android:checked="true"');
    await seen('listing', '备案号', '粤ICP备00000000号-1A');
    await seen('record', '备案登记', 'appName', '另一个应用');
    await seen('signature', 'CN=Android Debug', 'abab');
    await seen('network', 'https://example.com/privacy', 'HTTP 404');
    await seen('package', 'assets/plugin.apk', '偏移 1024');
    const policy = await seen('policy', /第 \d+–\d+ 字/);
    expect(await policy.locator('mark').textContent()).toBe('您使用本应用即视为同意本政策的全部内容。');

    const legal = page.locator('article.finding', { has: page.locator('[data-evidence=policy]') }).locator('.basis');
    expect(await legal.locator('.force').allTextContents()).toEqual([
      '法律、法规、规章或强制性标准',
      '执法认定或专项整治依据',
      '承诺条款',
      '承诺条款',
    ]);
    expect(await legal.textContent()).toMatch(/个人信息保护法第14条.*条文须核对/s);
    const sdk = page.locator('tr[data-sdk=umeng-analytics]').first();
    expect(await sdk.locator('.mismatch').allTextContents()).toEqual(['未提及', '未申报']);
    expect(await sdk.textContent()).toMatch(/统计分析.*证据.*未知.*识别把握/s);
    expect(await page.locator('.remedy').first().textContent()).toContain('整改要求');
    expect(await page.getByRole('link', { name: /规则说明 privacy-policy\/consent-by-use/ }).getAttribute('href')).toBe(
      '/rules/privacy-policy/consent-by-use.html',
    );
    // What has been scrolled half below the header is no smaller for it.
    await page.evaluate('scrollTo(0, 0)');
    await expectAccessible(page);
  });

  test('shows as much of the policy around the sentence as is asked for', async () => {
    const { id, verdict } = await rich();
    const finding = verdict.findings.find(({ rule }) => rule === 'privacy-policy/consent-by-use')!;
    const { page } = await openedBy(open, api, 'auditor', id, { rest: `#finding-${finding.fingerprint}` });
    const policy = page.locator('[data-evidence=policy]');
    await policy.getByText('您使用本应用即视为同意').waitFor();
    expect(await policy.textContent()).not.toContain('第40段');
    await policy.getByRole('button', { name: '显示更多上下文' }).click();
    await policy.getByText('第40段').waitFor();
    expect(await policy.textContent()).not.toContain('第1段');
    expect(await policy.locator('mark').textContent()).toBe('您使用本应用即视为同意本政策的全部内容。');
    await policy.getByRole('button', { name: '显示更多上下文' }).click();
    await policy.getByRole('button', { name: '显示更多上下文' }).click();
    await policy.getByText('第1段').waitFor();
    await policy.getByRole('button', { name: '收起上下文' }).click();
    await policy.getByText('第1段').waitFor({ state: 'detached' });
  });

  test('groups by clause or by check, filters by severity, and keeps both in the address', async () => {
    const { id } = await rich();
    const { page } = await openedBy(open, api, 'reviewer', id);
    const headings = () => page.locator('.finding-group h2').allTextContents();
    await page.locator('.finding-group').first().waitFor();
    expect((await headings())[0]).toContain('条款 2 真实完整');
    await page.getByRole('button', { name: '按检查' }).click();
    await page.waitForURL(/group=check/);
    expect(await headings()).toEqual([
      expect.stringContaining('隐私政策检查'),
      expect.stringContaining('权限检查'),
      expect.stringContaining('行为检查'),
      expect.stringContaining('上架信息检查'),
    ]);
    await page.getByRole('button', { name: '驳回 2' }).click();
    await page.getByText('显示 2 个问题').waitFor();
    expect(await page.locator('article.finding').count()).toBe(2);
    await page.reload();
    await page.getByText('显示 2 个问题').waitFor();
    expect(new URL(page.url()).search).toBe('?group=check&severity=reject');
    await page.getByRole('button', { name: '驳回 2' }).click();
    await page.getByText('显示 5 个问题').waitFor();
  });

  test('a link to a finding opens it, and moving on writes the next one into the address', async () => {
    const { id, verdict } = await rich();
    const filing = verdict.findings.find(({ rule }) => rule === 'listing/filing-other-app')!;
    const { page } = await openedBy(open, api, 'reviewer', id, { rest: `#finding-${filing.fingerprint}` });
    const row = page.locator(`#finding-${filing.fingerprint}`);
    await row.getByText('assets/plugin.apk').waitFor();
    expect(await row.getAttribute('class')).toContain('finding-current');
    await untilEqual(() => row.evaluate((element) => element.getBoundingClientRect().top < 600), true);
    await page.keyboard.press('j');
    await until(() => !page.url().includes(filing.fingerprint));
    expect(page.url()).toMatch(/#finding-[0-9a-f]{16}$/);
    await page.keyboard.press('k');
    await until(() => page.url().endsWith(`#finding-${filing.fingerprint}`));
    // Enter closes it and opens it again.
    await page.keyboard.press('Enter');
    await row.getByText('assets/plugin.apk').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await row.getByText('assets/plugin.apk').waitFor();
  });

  test('copies a finding as text, and the link to it', async () => {
    const { id, verdict } = await rich();
    const finding = verdict.findings.find(({ rule }) => rule === 'behaviour/collection-before-consent')!;
    const { page } = await openedBy(open, api, 'reviewer', id, {
      rest: `#finding-${finding.fingerprint}`,
      options: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const row = page.locator(`#finding-${finding.fingerprint}`);
    await row.getByRole('button', { name: '复制为文本' }).click();
    await page.getByText('已复制').first().waitFor();
    const copied = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>;
    expect(await copied()).toMatch(/^\[复核\] 用户同意前即可读取个人信息 .*\n.*证据：.*getDeviceId.*友盟.*onCreate @ 12/s);
    await row.getByRole('button', { name: '复制链接' }).click();
    await until(async () => (await copied()).startsWith('http'));
    expect(await copied()).toBe(`${api.url}/console/submissions/${id}#finding-${finding.fingerprint}`);
  });

  test('every tab deep-links, is reached by keys, says what it has to say and is accessible', async () => {
    const { id } = await rich();
    const { page } = await openedBy(open, api, 'reviewer', id, { rest: '?tab=side-by-side' });
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('heading', { name: /权限（1，政策未写明 1）/ }).waitFor();
    const sdk = panel.locator('tr[data-sdk=umeng-analytics]');
    expect(await sdk.locator('.mismatch').count()).toBe(2);
    await sdk.locator('summary').press('Enter');
    await sdk.getByText('代码包 com.umeng.analytics').waitFor();
    expect(await panel.getByRole('link', { name: '下载第三方SDK清单（CSV）' }).getAttribute('href')).toMatch(
      /^\/v1\/review\/submissions\/sub_.*\/report\?format=csv&lang=zh&download=true$/,
    );
    const contacts = panel.locator('tr[data-information=contacts]');
    expect(await contacts.textContent()).toContain('android.permission.READ_CONTACTS');
    expect(await contacts.locator('.mismatch').textContent()).toBe('未提及');
    await expectAccessible(page);
    const next = async (tab: string, heading: RegExp | string) => {
      await page.keyboard.press(']');
      await page.waitForURL(new RegExp(`tab=${tab}`));
      await panel.getByRole('heading', { name: heading }).first().waitFor();
      await expectAccessible(page);
    };
    await next('clauses', '深圳市加强应用程序个人信息保护若干指引（2025年版）');
    expect(await panel.locator('[data-clause]').count()).toBe(29);
    expect(await panel.locator('[data-clause=sz2025-2]').getAttribute('data-assessment')).toBe('violated');
    await next('coverage', '覆盖度');
    await panel.getByText('静态检测的局限').waitFor();
    await next('listing', '上架信息（按送审时）');
    await panel.getByText('粤ICP备12345678号-2A').first().waitFor();
    await next('history', '该应用的送审历史');
    await next('decisions', /审核决定/);
    await page.keyboard.press('[');
    await page.waitForURL(/tab=history/);
    await page.goBack();
    await page.waitForURL(/tab=decisions/);
  });

  test('a clause of the board leads to its findings, and back leads to the board', async () => {
    const { id } = await rich();
    const { page } = await openedBy(open, api, 'reviewer', id, { rest: '?tab=clauses' });
    await page
      .locator('[data-clause=sz2025-4]')
      .getByRole('button', { name: /查看 \d 个问题/ })
      .click();
    await page.waitForURL(/clause=sz2025-4/);
    await page.getByRole('button', { name: '条款：明确同意 ×' }).waitFor();
    expect(await page.locator('article.finding').count()).toBe(2);
    await page.goBack();
    await page.locator('[data-clause=sz2025-4]').waitFor();
  });

  test('a check without a report is told as failed and can be run again by who may', async () => {
    const { id } = await rich({ missing: ['sdk'] });
    const { page } = await openedBy(open, api, 'auditor', id);
    await page.getByText('1 项检查失败，没有结果（不是通过）').waitFor();
    expect(await page.locator('[data-missing=sdk]').textContent()).toContain('进程中断');
    expect(await page.getByRole('button', { name: '重新检测' }).count()).toBe(0);
    expect(await page.locator('[data-why]').getAttribute('data-why')).toBe('no-right');
  });

  test('is usable on a tablet: nothing overflows, the panel is a sheet', async () => {
    const { id } = await rich();
    const { page } = await openedBy(open, api, 'senior-reviewer', id, { options: { viewport: { width: 768, height: 1024 } } });
    await page.locator('article.finding').first().waitFor();
    await untilEqual(() => page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
    expect(await page.getByLabel(/理由（必填/).isVisible()).toBe(false);
    await page.getByRole('button', { name: '审核决定' }).click();
    await page.getByLabel(/理由（必填/).waitFor();
    await expectAccessible(page);
  });

  test('speaks English throughout', async () => {
    const { id } = await rich();
    const { page } = await openedBy(open, api, 'reviewer', id);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: /Side by side/ }).waitFor();
    await page.getByText('What the developer must do').first().waitFor();
    for (const tab of ['findings', 'side-by-side', 'clauses', 'coverage', 'listing', 'history', 'decisions']) {
      await page
        .getByRole('tab')
        .nth(['findings', 'side-by-side', 'clauses', 'coverage', 'listing', 'history', 'decisions'].indexOf(tab))
        .click();
      await holds(page, `document.querySelector('[role=tab][aria-selected=true]').id === 'tab-${tab}'`);
    }
    const words = await page.locator('.decide').textContent();
    expect(words).toMatch(/Reason \(required/);
  });
});

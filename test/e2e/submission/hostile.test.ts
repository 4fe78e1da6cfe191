import type { Page } from 'playwright-core';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { NEUTRAL_POLICY } from '../../rules/support/facts.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { decidedSubmission, type FindingSketch } from '../../support/dossiers.ts';
import { until, untilEqual } from '../../support/until.ts';
import { startConsole } from '../support/console.ts';
import { sentenceIn } from './findings-of-every-kind.ts';
import { claimed, openedBy } from './opened.ts';

/** Would set the flag if it ever ran, and lies about its order besides. */
const EVIL =
  '<img src=x onerror="window.ran=1"><script>window.ran=1</script>\u202Egnp.exe\u0007\u200B{{constructor.constructor("window.ran=1")()}}';
const LONG = `${EVIL}${'长'.repeat(5_000)}`;
const TABS = ['findings', 'side-by-side', 'clauses', 'coverage', 'listing', 'history', 'decisions'];

function hostileFindings(policyText: string): FindingSketch[] {
  const snapshot = NEUTRAL_POLICY.source.sha256!;
  const evidence: Evidence[] = [
    { type: 'manifest', element: `/manifest/${EVIL}`, attribute: EVIL, value: LONG },
    { type: 'manifest', element: '/manifest/application', attribute: EVIL, value: LONG },
    {
      type: 'code',
      target: EVIL,
      constant: LONG,
      caller: { class: EVIL, method: EVIL, offset: 1 },
      count: 1,
      owner: { kind: 'sdk', sdk: EVIL },
      reachedFrom: {
        kind: 'launcher',
        class: EVIL,
        steps: 1,
        guard: EVIL,
        path: [{ class: EVIL, method: EVIL, offset: 1, link: 'call' }],
      },
    },
    { type: 'resource', entry: EVIL, element: EVIL, attribute: EVIL, text: LONG },
    { type: 'record', record: 'filing', id: EVIL, field: EVIL, value: LONG },
    sentenceIn(policyText, EVIL, snapshot),
    { type: 'policy-absence', snapshot, searched: `${EVIL}、${EVIL}`, characters: 10 },
    { type: 'listing', field: EVIL, value: LONG },
    { type: 'signature', certificate: EVIL, detail: LONG },
    { type: 'network', url: `javascript:window.ran=1//${EVIL}`, detail: LONG },
    { type: 'package', entry: EVIL, detail: LONG },
  ];
  const words = { zh: LONG, en: LONG };
  return [
    {
      rule: 'listing/filing-other-app',
      severity: 'review',
      subject: EVIL,
      text: words,
      remedy: words,
      basis: [{ instrument: EVIL, article: EVIL, verified: false, force: 'draft' }],
      evidence,
    },
  ];
}

const nodes = (page: Page) => page.evaluate('document.querySelectorAll("*").length') as Promise<number>;

/** Milliseconds that the page's main thread works on something, whatever else the machine does. */
async function processorTime(page: Page): Promise<(what: () => Promise<unknown>) => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const total = async () =>
    (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
  return async (what) => {
    const before = await total();
    await what();
    // What was pressed is drawn two frames later.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const after = await total();
    // A new document counts from nothing.
    return Math.round(after < before ? after : after - before);
  };
}

describeInBrowser('the submission page under strain', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
  });
  afterAll(() => api.close());

  test('text from package, policy and listing never runs and cannot hide what it is', async () => {
    const policyText = `政策。${EVIL}。${'其余内容。'.repeat(400)}`;
    const { id } = await decidedSubmission(api.database, api.caller.storeId, {
      findings: hostileFindings(policyText),
      policyText,
      app: { name: LONG, description: LONG },
      developer: { name: EVIL },
      package: { coverage: { level: 'partial', reasons: [{ zh: LONG, en: LONG }] } },
    });
    const { page } = await openedBy(open, api, 'senior-reviewer', id, { displayName: EVIL });
    await claimed(page);
    for (const tab of TABS) {
      await page.locator(`#tab-${tab}`).click();
      if (tab === 'findings') {
        await page.locator('[data-evidence=package]').waitFor();
        for (const fold of await page.locator('.folded summary').all()) await fold.click();
        const more = page.locator('#tab-panel').getByRole('button', { name: /^展开/ });
        while ((await more.count()) > 0) await more.first().click();
        await page.getByRole('button', { name: '显示更多上下文' }).click();
        await page.locator('.policy-wide').waitFor();
      }
      expect(await page.locator('#main script, #main img, #main iframe, #main a[href^="javascript:"]').count()).toBe(0);
    }
    expect(await page.evaluate('window.ran')).toBeUndefined();
    // What would turn or hide the text is named.
    await page.locator('#tab-findings').click();
    const hidden = page.locator('[data-evidence=listing] .hidden-character');
    await hidden.first().waitFor();
    expect(await hidden.allTextContents()).toEqual(expect.arrayContaining(['U+202E', 'U+0007', 'U+200B']));
    expect(await page.title()).not.toMatch(/\u202E/);
    // A name of five thousand characters leaves room for the rest.
    await untilEqual(() => page.locator('.top').evaluate((element) => element.getBoundingClientRect().height < 400), true);
    await untilEqual(() => page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
    // Reasons of people are no more trusted.
    await page.keyboard.press('u');
    await page.locator('#decide-reason').fill(EVIL);
    await page.keyboard.press('Control+Enter');
    await page.locator('.decision-card').first().waitFor();
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  test('five hundred findings with several pieces of evidence each are usable, however many are opened', async () => {
    const piece = (at: number): Evidence[] => [
      { type: 'manifest', element: `/manifest/application/activity[${at + 1}]`, attribute: 'android:exported', value: 'true' },
      {
        type: 'code',
        target: 'Landroid/telephony/TelephonyManager;->getDeviceId',
        caller: { class: `com.example.C${at}`, method: 'run', offset: at },
        count: 4,
        owner: { kind: 'app', sdk: null },
        reachedFrom: {
          kind: 'launcher',
          class: 'com.example.Main',
          steps: 6,
          guard: null,
          path: Array.from({ length: 6 }, (_, step) => ({
            class: `com.example.C${at}`,
            method: `step${step}`,
            offset: step,
            link: 'call' as const,
          })),
        },
      },
      { type: 'listing', field: 'app.description', value: `介绍 ${at}` },
      { type: 'package', entry: `assets/${at}.bin`, detail: '加密内容' },
    ];
    const rules = [
      'behaviour/exported-without-guard',
      'behaviour/collection-before-consent',
      'permission/beyond-category',
      'sdk/undisclosed',
    ];
    const { id } = await decidedSubmission(api.database, api.caller.storeId, {
      findings: Array.from({ length: 500 }, (_, at) => ({
        rule: rules[at % rules.length]!,
        subject: `subject-${at}`,
        evidence: piece(at),
      })),
    });
    const { page } = await openedBy(open, api, 'reviewer', id);
    await page.locator('article.finding').nth(499).waitFor({ state: 'attached' });
    await claimed(page);
    const folded = await nodes(page);
    const cpu = await processorTime(page);
    const loaded = await cpu(async () => {
      await page.reload();
      await page.locator('article.finding').nth(499).waitFor({ state: 'attached' });
      await page.locator('[data-evidence]').first().waitFor();
    });
    await claimed(page);
    const step = await cpu(() => page.keyboard.press('j'));
    const opened = await cpu(() => page.getByRole('button', { name: '全部展开' }).click());
    await until(async () => (await page.locator('[data-evidence]').count()) > 4);
    const all = await nodes(page);
    const chosen = await cpu(() => page.keyboard.press('v'));
    // Printed, never judged: machines differ. What is judged is how much the browser has to hold.
    console.log(
      `500 findings with 4 pieces of evidence each, ms of the page's thread: shown ${loaded}, next finding ${step}, open all ${opened}, ` +
        `choose a decision ${chosen}; ${folded} elements folded, ${all} opened`,
    );
    expect(folded).toBeLessThan(500 * 16 + 1_500);
    // All five hundred are open, and only those near the view are there.
    expect(all).toBeLessThan(folded + 4_000);
    await page.keyboard.press('Escape');
    await page.locator('article.finding').nth(499).scrollIntoViewIfNeeded();
    await page.locator('article.finding').nth(499).locator('[data-evidence=package]').waitFor();
    await until(async () => (await nodes(page)) < folded + 4_000);
  });

  test('fifteen hundred findings hold no more of the browser than a few hundred, and a link to the last one works', async () => {
    const { id } = await decidedSubmission(api.database, api.caller.storeId, {
      findings: Array.from({ length: 1_500 }, (_, at) => ({
        rule: 'sdk/undisclosed',
        subject: `subject-${at}`,
        severity: 'review',
      })),
    });
    const { page } = await openedBy(open, api, 'auditor', id);
    await page.getByText('显示 1500 个问题').waitFor();
    expect(await nodes(page)).toBeLessThan(600 * 16 + 1_500);
    const list = (await page.evaluate(
      `fetch('/v1/review/submissions/${id}/report').then((answer) => answer.json()).then(({ verdict }) => verdict.findings.map(({ fingerprint }) => fingerprint))`,
    )) as string[];
    const last = list.at(-1)!;
    await page.goto(`${api.url}/console/submissions/${id}?group=check#finding-${last}`);
    const row = page.locator(`#finding-${last}`);
    await row.locator('[data-evidence]').waitFor();
    await untilEqual(() => row.evaluate((element) => element.getBoundingClientRect().top < 800), true);
    await page.keyboard.press('k');
    await until(() => page.url().endsWith(list.at(-2)!));
    expect(await nodes(page)).toBeLessThan(900 * 16 + 1_500);
  });
});

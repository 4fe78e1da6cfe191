import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openDatabase } from '../../shared/platform/database/index.ts';
import type { Database, Submission } from '../../shared/platform/database/repositories.ts';
import { runningEmbeddedPostgres } from '../../shared/platform/postgres/running.ts';
import { expectAccessible } from '../support/accessible.ts';
import { describeInBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { apiUrl, launch, type Program } from './program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** `UPDATE_SCREENSHOTS=1` takes those of the README anew. */
const SCREENSHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url));
const takeAnew = process.env.UPDATE_SCREENSHOTS === '1';

let data: string;
let said = '';
let code: number | null;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'shelfgate-demo-'));
  const child = spawn(process.execPath, ['services/bootstrap.mjs', 'demo', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  [code] = (await once(child, 'exit')) as [number | null];
}, 480_000);
afterAll(() => rm(data, { recursive: true, force: true }));

test('the demonstration: real packages over HTTP, every verdict as expected, valid, and told in a signed callback', () => {
  expect([code, said]).toEqual([0, expect.stringContaining('everything as expected')]);
  expect(said).toMatch(/published schema: (\d+)\/\1\n/);
  expect(said).toMatch(/one event each: (\d+)\/\1\n/);
  for (const decision of ['APPROVE', 'REJECT', 'REVIEW']) expect(said).toContain(decision);
});

describeInBrowser('what the demonstration leaves', (open) => {
  let program: Program;
  let database: Database;
  beforeAll(async () => {
    program = await launch('start', { SHELFGATE_DATA: data });
    database = await openDatabase((await runningEmbeddedPostgres(data))!, { maxConnections: 2 });
    if (takeAnew) await mkdir(SCREENSHOTS, { recursive: true });
  });
  afterAll(async () => {
    await database?.close();
    await program?.end('SIGTERM');
  });

  /** Somebody of the demonstration's staff, with the password that it has printed, through the sign-in page. */
  const signedIn = async (name: string): Promise<Page> => {
    const password = new RegExp(`^ +${name} +(\\S+)`, 'm').exec(said)?.[1] ?? '';
    const page = await open({ viewport: { width: 1280, height: 860 } });
    await page.goto(`${apiUrl(program)}/console/`);
    await page.getByLabel('账号').fill(name);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console/queue*');
    return page;
  };
  const show = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${apiUrl(program)}/console/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await until(async () => (await page.locator('.ant-spin-spinning, .ant-skeleton-active, [aria-busy=true]').count()) === 0);
  };
  const shoot = async (page: Page, name: string): Promise<void> => {
    await expectAccessible(page);
    if (takeAnew) await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  };
  const submissions = async (): Promise<readonly Submission[]> => {
    const store = await database.stores.findByName('示例商店 demo');
    return (await database.submissions.list({ storeId: store!.id }, { limit: 200 })).rows;
  };
  const submissionOf = async (name: string, version: string): Promise<string> =>
    (await submissions()).find(({ listing: { app } }) => app.name === name && app.versionName === version)!.id;

  test('at least forty submissions of twelve apps with several versions', async () => {
    const all = await submissions();
    expect(all.length).toBeGreaterThanOrEqual(40);
    const versions = new Map<string, number>();
    for (const { listing } of all) versions.set(listing.app.name, (versions.get(listing.app.name) ?? 0) + 1);
    expect(versions.size).toBeGreaterThanOrEqual(12);
    expect([...versions.values()].filter((count) => count >= 4).length).toBeGreaterThanOrEqual(8);
  });

  test('the queue has work, with markers, an appeal and something for a second reviewer', async () => {
    const page = await signedIn('senior');
    await show(page, 'queue');
    await page.getByText('宝宝画板演示').first().waitFor();
    for (const words of ['儿童应用', '待二审', '申诉']) expect(await page.getByText(words).count()).toBeGreaterThan(0);
    await shoot(page, 'queue');
  });

  test('a submission shows its evidence in place', async () => {
    const page = await signedIn('auditor');
    await show(page, `submissions/${await submissionOf('指南地图', '5.1.0')}`);
    await page.getByText('getInstalledPackages').first().waitFor();
    await shoot(page, 'submission');
  });

  test('a version is compared with the one approved last', async () => {
    const page = await signedIn('auditor');
    await show(page, `submissions/${await submissionOf('橘园优选', '3.3.0')}/compare`);
    await page.getByText('60个工作日').first().waitFor();
    await shoot(page, 'compare');
  });

  test('the overview and the rulebook have figures of this very data', async () => {
    const page = await signedIn('senior');
    await show(page, 'overview');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot(page, 'overview');
    const store = await database.stores.findByName('示例商店 demo');
    await show(page, `rulebook?store=${store!.id}&order=hits`);
    await page.getByText('permission/undisclosed-dangerous').first().waitFor();
    await shoot(page, 'rulebook');
  });
});

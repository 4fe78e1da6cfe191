import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { startConsole } from '../support/console.ts';
import { person, signIn } from '../support/people.ts';

describeInBrowser('a key that is held down', (open) => {
  let api: RunningTestApi;
  beforeAll(async () => {
    api = await startConsole();
    for (const name of ['一', '二', '三', '四'])
      await decidedSubmission(api.database, api.caller.storeId, { app: { name }, findings: PLAIN_REJECTION });
  });
  afterAll(() => api.close());

  test('takes one dossier and not all of them', async () => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'reviewer'));
    const claims: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' && /claim|next/.test(request.url())) claims.push(request.url());
    });
    await page.goto(`${api.url}/console/queue`);
    await page.getByRole('link', { name: '一' }).waitFor();
    for (let press = 0; press < 8; press += 1) await page.keyboard.down('n');
    await page.waitForURL((url) => url.pathname.startsWith('/console/submissions/'));
    const address = page.url();
    for (let press = 0; press < 8; press += 1) await page.keyboard.down('n');
    await page.keyboard.up('n');
    // The page of the dossier has come, and nothing led away from it.
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toBe(address);
    expect(new Set(claims).size).toBe(1);
  });

  test('moves on from row to row', async () => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'reviewer'));
    await page.goto(`${api.url}/console/queue`);
    await page.getByRole('link', { name: '四' }).waitFor();
    for (let press = 0; press < 3; press += 1) await page.keyboard.down('j');
    await page.keyboard.up('j');
    await page.keyboard.press('o');
    await page.waitForURL((url) => url.pathname.startsWith('/console/submissions/'));
    await page.getByRole('heading', { level: 1, name: /[二三四]/ }).waitFor();
  });
});

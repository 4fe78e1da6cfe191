import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { expectAccessible } from '../../support/accessible.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { until, untilEqual } from '../../support/until.ts';
import { richDossier } from '../submission/rich-dossier.ts';
import { startConsole } from '../support/console.ts';
import { type Person, person, signIn } from '../support/people.ts';

/** Every address of src/routes.tsx; a submission that there is not, for pages of one. */
const PAGES = [
  '/login',
  '/queue',
  '/overview',
  '/rulebook',
  '/reasons',
  '/audit',
  '/accounts',
  '/submissions/sub_none',
  '/submissions/sub_none/compare',
  '/submissions/sub_none/letter',
  '/nowhere',
];
const WITH_DATA = [
  '/queue',
  '/overview',
  '/rulebook',
  '/audit',
  '/submissions/:id?tab=findings',
  '/submissions/:id?tab=side-by-side',
  '/submissions/:id?tab=clauses',
  '/submissions/:id?tab=coverage',
  '/submissions/:id?tab=listing',
  '/submissions/:id?tab=history',
  '/submissions/:id?tab=decisions',
  '/submissions/:id/compare',
  '/submissions/:id/letter',
];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 768, height: 1024 },
];

/** With nothing in it yet, the console is what a new installation shows; every page must have something to say then, too. */
describeInBrowser('every page of the console', (open) => {
  let api: RunningTestApi;
  const people: Partial<Record<'administrator' | 'auditor' | 'reviewer', Person>> = {};
  beforeAll(async () => {
    api = await startConsole();
    for (const role of ['administrator', 'auditor', 'reviewer'] as const) people[role] = await person(api.database, role);
  });
  afterAll(() => api.close());

  const show = async (role: keyof typeof people, path: string) => {
    const page = await open();
    if (path !== '/login') await signIn(page, api.url, people[role]!);
    await page.goto(`${api.url}/console${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    // Nothing is still on its way.
    await until(async () => (await page.locator('.ant-spin-spinning, .ant-skeleton-active, [aria-busy=true]').count()) === 0);
    return page;
  };

  const expectSound = async (path: string) => {
    const page = await show('administrator', path);
    for (const language of ['zh-CN', 'en']) {
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport);
        await page.locator(`html[lang=${language}]`).waitFor();
        const where = [viewport.width, language];
        await untilEqual(async () => [...where, await page.getByRole('heading', { level: 1 }).count()], [...where, 1]);
        expect(await page.title()).toMatch(/^.+ · Shelfgate$/);
        // Each language and each size once: axe takes a second, and what it looks for hardly depends on both together.
        if ((language === 'en') === (viewport.width === 768)) await expectAccessible(page);
        const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        // What follows the new size does so a moment later.
        await untilEqual(async () => [...where, Number(await page.evaluate(over)) <= 0], [...where, true]);
      }
    }
  };

  test.each(PAGES)('%s without data: one heading, a title, accessible, within the screen, in both languages', expectSound);

  test.each([
    ['reviewer', '/audit'],
    ['reviewer', '/accounts'],
    ['auditor', '/accounts'],
  ] as const)('%s at %s is told that the role does not include it', async (role, path) => {
    const page = await show(role, path);
    await page.getByText('您的角色没有此项权限').waitFor();
    await expectAccessible(page);
  });

  test('a language chosen on the sign-in page holds after signing in', async () => {
    const page = await show('reviewer', '/login');
    await page.getByRole('button', { name: 'English' }).click();
    await signIn(page, api.url, people.reviewer!);
    await page.goto(`${api.url}/console/nowhere`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });

  describe('with data', () => {
    let submission: string;
    beforeAll(async () => {
      for (const name of ['示例', '<b>x</b>\u202Egnp', 'A'.repeat(300)]) {
        ({ id: submission } = await richDossier(api.database, api.caller.storeId, { app: { name } }));
      }
    });
    test.each(WITH_DATA)('%s: the same', (path) => expectSound(path.replace(':id', submission)));
  });
});

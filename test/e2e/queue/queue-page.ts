import type { Page } from 'playwright-core';
import type { StaffRole } from '../../../shared/domain/review/account.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import type { OpenPage } from '../../support/browser.ts';
import { type Person, person, signIn } from '../support/people.ts';

/** The queue, opened by somebody. */
export interface OpenQueue {
  readonly page: Page;
  readonly me: Person;
  /** For requests beside the page. */
  readonly csrf: string;
}

/** Opens the queue and waits until it says how many there are. */
export async function openQueue(
  open: OpenPage,
  api: RunningTestApi,
  role: StaffRole,
  { path = '', as, ...options }: { path?: string; as?: Person } & Parameters<OpenPage>[0] = {},
): Promise<OpenQueue> {
  const page = await open(options);
  const me = as ?? (await person(api.database, role, { displayName: `${role} 某` }));
  const csrf = await signIn(page, api.url, me);
  await page.goto(`${api.url}/console/queue${path}`);
  await total(page);
  return { page, me, csrf };
}

/** How many the list has, as the page says it. */
export async function total(page: Page): Promise<number> {
  const text = await page
    .locator('.queue-status')
    .getByText(/^共 [\d,]+ 条$/)
    .textContent();
  return Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''));
}

/** Waits until the list has so many. */
export async function expectTotal(page: Page, count: number): Promise<void> {
  await page
    .locator('.queue-status')
    .getByText(`共 ${count.toLocaleString('en')} 条`, { exact: true })
    .waitFor();
}

/** Names of the apps in the rows on the screen, from top to bottom. */
export async function names(page: Page): Promise<string[]> {
  return page.locator('.queue-row .queue-name').evaluateAll((links) =>
    links
      .map((link) => ({ top: link.getBoundingClientRect().top, text: link.textContent }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
}

/** The row of an app. */
export const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** What the address says beyond the path. */
export const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

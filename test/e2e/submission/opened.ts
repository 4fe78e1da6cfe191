import type { Page } from 'playwright-core';
import type { StaffRole } from '../../../shared/domain/review/account.ts';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import type { OpenPage } from '../../support/browser.ts';
import { type Person, person, signIn } from '../support/people.ts';

export interface Opened {
  readonly page: Page;
  readonly who: Person;
}

/**
 * The page of a submission as somebody of this role sees it, in a browser context of their own.
 * @param rest query and fragment of the address
 */
export async function openedBy(
  open: OpenPage,
  api: RunningTestApi,
  role: StaffRole,
  submission: string,
  { rest = '', displayName, options }: { rest?: string; displayName?: string; options?: Parameters<OpenPage>[0] } = {},
): Promise<Opened> {
  const page = await open(options);
  const who = await person(api.database, role, displayName === undefined ? {} : { displayName });
  await signIn(page, api.url, who);
  await page.goto(`${api.url}/console/submissions/${submission}${rest}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, who };
}

/** Waits until the claim that opening makes is there: from then on it can be decided without a conflict. */
export async function claimed(page: Page): Promise<void> {
  await page.locator('[data-claim=mine]').waitFor();
}

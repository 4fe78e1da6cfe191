import type { Page } from 'playwright-core';
import { until } from '../../support/until.ts';

/**
 * Waits until an expression is true in the page. The driver's own waiting would have the page evaluate text again and again, which its policy
 * forbids; what the debugger evaluates is none of the page's.
 */
export async function holds(page: Page, expression: string): Promise<void> {
  await until(async () => (await page.evaluate(`Boolean(${expression})`)) === true);
}

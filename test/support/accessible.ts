import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const GRAVE = ['serious', 'critical'];

/**
 * Runs axe over the page as it stands now.
 * @throws Error naming every serious or critical violation with the elements that have it
 */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's policy allows no foreign script; what the debugger evaluates is none of the page's.
  await page.evaluate(SOURCE);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] });
  const { violations, passes } = (await page.evaluate(`axe.run(document, ${options})`)) as AxeResults;
  if (passes.length === 0) throw new Error('axe found nothing to look at');
  const found = violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .map(({ id, help, nodes }) => {
      const where = nodes
        .slice(0, 5)
        .map(({ html, failureSummary }) => `    ${html.slice(0, 300)}\n      ${failureSummary?.replaceAll('\n', '\n      ')}`);
      return `${id}: ${help} (${nodes.length}×)\n${where.join('\n')}`;
    });
  if (found.length > 0) throw new Error(`not accessible:\n${found.join('\n')}`);
}

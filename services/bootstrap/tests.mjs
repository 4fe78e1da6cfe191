import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { add, countOf, countOfBothTries, suitesToTryAgain } from './counting.mjs';
import { ROOT } from './root.mjs';
import { runNode } from './run.mjs';

const STEPS = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'types of the console', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'services/console'] },
  { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
];

/**
 * Runs everything that must hold: types, lint, then all suites (the walls are one of them). A failure does not stop the rest, so
 * one run shows all there is. The last line counts every test once; types and lint count as one each.
 * @param {string[]} jestArguments passed on, for example a path; types, lint and second tries are left out then
 * @returns exit code
 */
export async function runTests(jestArguments) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const whole = jestArguments.length === 0;
  if (whole) {
    for (const { name, args } of STEPS) {
      const ok = (await runNode(args)) === 0;
      console.log(`${name}: ${ok ? 'passed' : 'FAILED'}`);
      totals[ok ? 'passed' : 'failed'] += 1;
    }
  }
  const run = await runJest(jestArguments);
  add(totals, whole ? await withSecondTry(run) : countOf(run));
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return totals.failed === 0 ? 0 : 1;
}

/** Runs the suites once more that a busy machine may have failed, one after another and beside nothing else, and says what passed. */
async function withSecondTry(first) {
  const suites = suitesToTryAgain(first);
  if (suites.length === 0) return countOf(first);
  console.log(`\ntrying once more, alone: ${suites.join(', ')}\n`);
  const second = await runJest(['--runInBand', '--runTestsByPath', ...suites]);
  const { count, passedNow } = countOfBothTries(first, second);
  for (const { label, why } of passedNow) console.log(`passed on the second try: ${label} (the first, see above: ${why})`);
  return count;
}

async function runJest(jestArguments) {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-test-'));
  try {
    const file = join(folder, 'report.json');
    const code = await runNode([
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '-c',
      'test/jest.config.mjs',
      '--json',
      `--outputFile=${file}`,
      ...jestArguments,
    ]);
    return { report: await readReport(file), code };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What jest reports, with suites by their path from the root; null when it has left nothing. */
async function readReport(file) {
  try {
    const report = JSON.parse(await readFile(file, 'utf8'));
    for (const suite of report.testResults) suite.name = relative(ROOT, suite.name).replaceAll('\\', '/');
    return report;
  } catch {
    return null;
  }
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './run.mjs';

const STEPS = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'types of the console', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'services/console'] },
  { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
];

/**
 * Runs everything that must hold: types, lint, then all suites (the walls are one of them). A failure does not stop the rest, so
 * one run shows all there is. The last line counts every test; types and lint count as one each.
 * @param {string[]} jestArguments passed on, for example a path; types and lint are left out then
 * @returns exit code
 */
export async function runTests(jestArguments) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  if (jestArguments.length === 0) {
    for (const { name, args } of STEPS) {
      const ok = (await runNode(args)) === 0;
      console.log(`${name}: ${ok ? 'passed' : 'FAILED'}`);
      totals[ok ? 'passed' : 'failed'] += 1;
    }
  }
  const suites = await runJest(jestArguments);
  totals.passed += suites.passed;
  totals.failed += suites.failed;
  totals.skipped += suites.skipped;
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return totals.failed === 0 ? 0 : 1;
}

async function runJest(jestArguments) {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-test-'));
  try {
    const report = join(folder, 'report.json');
    const code = await runNode([
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '-c',
      'test/jest.config.mjs',
      '--json',
      `--outputFile=${report}`,
      ...jestArguments,
    ]);
    return await readReport(report, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A suite that could not even start counts as one failed test; so does a jest that fails without saying of what. */
async function readReport(file, code) {
  let report;
  try {
    report = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

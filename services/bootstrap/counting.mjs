import { stripVTControlCharacters } from 'node:util';

/** Suites with browsers, servers or processes: on a machine that is busy they can fail for want of time alone. */
const ON_A_BUSY_MACHINE = /^test\/(?:e2e|integration)\/|^test\/reports\/letters\/print\.test\.ts$/;
/** When more suites have failed, it was not the machine. */
const MOST_SUITES = 3;

/**
 * Counts what a run of jest reports. A suite that could not even start counts as one failed test; so does a jest that fails without
 * saying of what, or leaves no report.
 */
export function countOf({ report, code }) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of report.testResults) add(count, countOfSuite(suite));
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

/** Adds a count to another. */
export function add(count, { passed, failed, skipped }) {
  count.passed += passed;
  count.failed += failed;
  count.skipped += skipped;
}

/** Names of the suites that failed and are run once more, alone; none where the failure is not one that a busy machine explains. */
export function suitesToTryAgain({ report }) {
  if (report === null || report.wasInterrupted) return [];
  const failed = report.testResults.filter(hasFailed).map(({ name }) => name);
  return failed.length > MOST_SUITES ? [] : failed.filter((name) => ON_A_BUSY_MACHINE.test(name));
}

/**
 * Counts a run whose failed suites were run once more. Each test counts once: as the second run left it where its suite was in it,
 * and as failed unless what failed at first has passed now.
 * @returns the count, and what passed on the second try with the first line of why it had failed
 */
export function countOfBothTries(first, second) {
  const again = new Map((second.report?.testResults ?? []).map((suite) => [suite.name, suite]));
  const count = { passed: 0, failed: 0, skipped: 0 };
  const passedNow = [];
  for (const suite of first.report.testResults) {
    const retried = again.get(suite.name);
    if (retried === undefined) {
      add(count, countOfSuite(suite));
      continue;
    }
    add(count, countOfSuite(retried));
    for (const { name, why } of failuresOf(suite)) {
      const now = name === null ? retried : retried.assertionResults.find(({ fullName }) => fullName === name);
      const label = name === null ? suite.name : `${suite.name} › ${name}`;
      if (now?.status === 'passed') passedNow.push({ label, why });
      // Skipped or gone is not passed; a suite without its tests is counted as failed already.
      else if (!hasFailed(retried)) {
        count.failed += 1;
        if (now !== undefined) count.skipped -= 1;
      }
    }
  }
  // A second run that breaks off while nothing of it failed has told nothing.
  if (second.code !== 0 && count.failed === 0) count.failed = 1;
  return { count, passedNow };
}

function countOfSuite(suite) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const { status } of suite.assertionResults) count[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1;
  if (suite.status === 'failed' && count.failed === 0) count.failed = 1;
  return count;
}

function hasFailed(suite) {
  return countOfSuite(suite).failed > 0;
}

/** What failed in a suite; without a name when it is the suite itself. */
function failuresOf(suite) {
  const failed = suite.assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && suite.status === 'failed') return [{ name: null, why: firstLine(suite.message) }];
  return failed.map(({ fullName, failureMessages }) => ({ name: fullName, why: firstLine(failureMessages?.[0]) }));
}

function firstLine(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  return (lines.find((line) => line.trim() !== '') ?? 'no message').trim().slice(0, 300);
}

import { countOf, countOfBothTries, type Run, type Suite, suitesToTryAgain } from './counting.mjs';

type Tests = Readonly<Record<string, 'passed' | 'failed' | 'pending' | 'todo'>>;

const FAILURE = '\u001b[31mError\u001b[39m: too wide\n    at somewhere';
const suite = (name: string, tests: Tests): Suite => ({
  name,
  status: Object.values(tests).includes('failed') ? 'failed' : 'passed',
  assertionResults: Object.entries(tests).map(([fullName, status]) => ({
    fullName,
    status,
    failureMessages: status === 'failed' ? [FAILURE] : [],
  })),
});
/** One that jest could not load. */
const broken = (name: string): Suite => ({ name, status: 'failed', message: '\n  ● cannot find module', assertionResults: [] });
const run = (...testResults: Suite[]): Run => ({
  report: { testResults },
  code: testResults.some(({ status }) => status === 'failed') ? 1 : 0,
});

const PAGES = 'test/e2e/console/pages.test.ts';
const RECOVERY = 'test/integration/pipeline/recovery.test.ts';
const ZIP = 'shared/inspection/binary/zip.test.ts';

describe('the count of a run', () => {
  test('each test once; those to be written and those left out are skipped', () => {
    const counted = countOf(
      run(suite(ZIP, { a: 'passed', b: 'pending', c: 'todo' }), suite(PAGES, { a: 'passed', b: 'failed' })),
    );
    expect(counted).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test('a suite that could not start is one failed test', () => {
    expect(countOf(run(broken(ZIP), suite(PAGES, { a: 'passed' })))).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('a jest that fails without saying of what, or says nothing, is one failed test', () => {
    expect(countOf({ ...run(suite(ZIP, { a: 'passed' })), code: 1 })).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(countOf({ report: null, code: 0 })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('what is tried again', () => {
  test('suites with browsers, servers or processes, and no others', () => {
    const failed = (name: string) => suite(name, { a: 'failed' });
    expect(suitesToTryAgain(run(failed(PAGES), failed(ZIP), broken(RECOVERY)))).toEqual([PAGES, RECOVERY]);
    expect(suitesToTryAgain(run(failed('test/fuzz/fuzz.test.ts')))).toEqual([]);
    expect(suitesToTryAgain(run(suite(PAGES, { a: 'passed' })))).toEqual([]);
  });

  test('nothing when many have failed, when the run was interrupted, and when there is no report', () => {
    const four = [PAGES, RECOVERY, ZIP, 'test/e2e/start.test.ts'].map((name) => suite(name, { a: 'failed' }));
    expect(suitesToTryAgain(run(...four))).toEqual([]);
    expect(suitesToTryAgain({ report: { testResults: four.slice(0, 1), wasInterrupted: true }, code: 1 })).toEqual([]);
    expect(suitesToTryAgain({ report: null, code: 1 })).toEqual([]);
  });
});

describe('the count of both tries', () => {
  const first = run(suite(ZIP, { z: 'passed' }), suite(PAGES, { a: 'passed', b: 'failed', c: 'pending' }));

  test('what passes the second time is passed, counted once, and named with why it failed at first', () => {
    expect(countOfBothTries(first, run(suite(PAGES, { a: 'passed', b: 'passed', c: 'pending' })))).toEqual({
      count: { passed: 3, failed: 0, skipped: 1 },
      passedNow: [{ label: `${PAGES} › b`, why: 'Error: too wide' }],
    });
  });

  test('what fails again, or only the second time, has failed', () => {
    expect(countOfBothTries(first, run(suite(PAGES, { a: 'passed', b: 'failed', c: 'pending' })))).toEqual({
      count: { passed: 2, failed: 1, skipped: 1 },
      passedNow: [],
    });
    expect(countOfBothTries(first, run(suite(PAGES, { a: 'failed', b: 'passed', c: 'pending' })))).toMatchObject({
      count: { passed: 2, failed: 1, skipped: 1 },
      passedNow: [{ label: `${PAGES} › b` }],
    });
  });

  test('what is skipped or gone the second time has not passed', () => {
    expect(countOfBothTries(first, run(suite(PAGES, { a: 'passed', b: 'pending', c: 'pending' }))).count).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
    });
    expect(countOfBothTries(first, run(suite(PAGES, { a: 'passed', c: 'pending' }))).count.failed).toBe(1);
    expect(countOfBothTries(first, run(broken(PAGES))).count).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('a suite that could not start and now does is named itself', () => {
    const { count, passedNow } = countOfBothTries(run(broken(PAGES)), run(suite(PAGES, { a: 'passed', b: 'passed' })));
    expect(count).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(passedNow).toEqual([{ label: PAGES, why: '● cannot find module' }]);
  });

  test('a second run that tells nothing, or not all, leaves the first as it was', () => {
    expect(countOfBothTries(first, { report: null, code: 1 })).toEqual({
      count: { passed: 2, failed: 1, skipped: 1 },
      passedNow: [],
    });
    const both = run(suite(PAGES, { a: 'failed' }), suite(ZIP, { z: 'failed' }));
    expect(countOfBothTries(both, run(suite(PAGES, { a: 'passed' }))).count).toEqual({ passed: 1, failed: 1, skipped: 0 });
    const brokenOff: Run = { ...run(suite(PAGES, { a: 'passed', b: 'passed', c: 'pending' })), code: 134 };
    expect(countOfBothTries(first, brokenOff).count.failed).toBe(1);
  });
});

import { loadRules } from '../../shared/checks/registry.ts';
import type { CheckReport } from '../../shared/domain/check.ts';
import { type BadCase, type CaseFacts, fixtureIds, readFixture } from './support/cases.ts';
import { judgeCase } from './support/judge.ts';

/** The fixtures are the specification of the rules: what they must say, and where they must be silent. */
const rules = await loadRules();
const fixtures = await fixtureIds();

function outcomeOf(report: CheckReport): string {
  if (report.findings.length > 0)
    return `found ${report.findings.map(({ message, subject }) => `${message} ${subject}`).join(', ')}`;
  if (report.notAssessed.length > 0) return 'not-assessed';
  return report.passed.length > 0 ? 'passed' : 'not-applicable';
}

/** The findings a case expects, reduced to what it says about them. */
function expectedOf({ findings }: BadCase, report: CheckReport) {
  const key = (finding: { readonly message: string; readonly subject: string }) => `${finding.message} ${finding.subject}`;
  const byKey = <T extends { message: string; subject: string }>(list: readonly T[]) =>
    [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const expected = byKey(findings);
  const found = byKey(report.findings).map(({ message, subject, severity, text }, at) => ({
    message,
    subject,
    ...(expected[at]?.severity === undefined ? {} : { severity }),
    ...(expected[at]?.text === undefined ? {} : { text: text.zh.includes(expected[at].text) ? expected[at].text : text.zh }),
  }));
  return { expected, found };
}

describe('the fixtures', () => {
  test('are there for every rule, and for nothing else', () => {
    expect(fixtures).toEqual(rules.map((rule) => rule.id));
  });
});

for (const rule of rules) {
  if (!fixtures.includes(rule.id)) continue;
  const { good, bad } = await readFixture(rule.id);
  describe(rule.id, () => {
    test('has a case for everything it can say', () => {
      const said = new Set(bad.flatMap(({ findings }) => findings.map(({ message }) => message)));
      expect([...said].sort()).toEqual(Object.keys(rule.messages).sort());
    });

    test.each(good)('is silent: $name', async ({ outcome, ...facts }) => {
      const became = outcomeOf(await judgeCase(rule, facts as CaseFacts));
      if (outcome === undefined) expect(['passed', 'not-applicable']).toContain(became);
      else expect(became).toBe(outcome);
    });

    test.each(bad)('speaks: $name', async (written) => {
      const report = await judgeCase(rule, written as CaseFacts);
      const { expected, found } = expectedOf(written, report);
      expect(found).toEqual(expected);
      for (const finding of report.findings) expect(finding.evidence.length).toBeGreaterThan(0);
    });
  });
}

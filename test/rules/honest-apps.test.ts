/**
 * Apps that keep to the law, as different as the market: what they are and how their policies are written. None may be rejected, most are
 * approved, and what is held for a person is listed in each: a new finding here is a false alarm until somebody has said why it is not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadRules, rulesVersion } from '../../shared/checks/registry.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { judge } from '../../shared/pledge/index.ts';
import { honestAppSchema, honestFacts } from './support/honest-app.ts';

const FOLDER = new URL('./honest-apps/', import.meta.url);
const apps = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => honestAppSchema.parse(parse(readFileSync(new URL(file, FOLDER), 'utf8'))));
const rules = await loadRules();
const version = rulesVersion(rules);

test.each(apps.map((app) => [`${app.app.name}: ${app.what}`, app] as const))('%s', async (_name, app) => {
  const verdict = judge(await honestFacts(app), rules, version, BUILT_IN, knowledge);
  const asked = verdict.findings
    .filter(({ severity }) => severity !== 'warn')
    .map(({ severity, rule, subject, text }) => ({ severity, finding: `${rule} ${subject}`, text: text.zh }));
  const expected = app.reviews.map((finding) => ({ severity: 'review', finding, text: expect.any(String) }));
  expect({ decision: verdict.decision, asked }).toEqual({ decision: app.decision, asked: expected });
});

test('they are many and not alike', () => {
  expect(apps.length).toBeGreaterThanOrEqual(20);
  expect(new Set(apps.map(({ app }) => app.category)).size).toBeGreaterThan(10);
  expect(new Set(apps.map(({ platform }) => platform)).size).toBe(3);
});

import { readFile } from 'node:fs/promises';
import { knowledge } from '../../knowledge/index.ts';
import { loadRules } from '../registry.ts';
import { effectiveRules } from './effective.ts';
import { parseRulebook } from './parse.ts';
import { readRulebook } from './read.ts';
import { rulebookWarnings } from './warnings.ts';

const rules = await loadRules();
const HEAD = 'schema: rulebook/1\nname: n\nversion: v\n';
const waiver = (change: string, dates = 'granted: 2026-01-01, expires: 2026-12-31') =>
  `${HEAD}waivers:\n  - {id: W-1, rule: privacy-policy/absent, ${change}, reason: r, by: b, ${dates}}\n`;
const warned = (text: string, day = '2026-06-01') =>
  rulebookWarnings(parseRulebook(text, rules), rules, knowledge.clauses, day).map(({ code }) => code);

test.each<[string, string, string, string[]]>([
  ['an ordinary waiver', waiver('app: a.b'), '2026-06-01', []],
  ['its first day', waiver('app: a.b'), '2026-01-01', []],
  ['the day before', waiver('app: a.b'), '2025-12-31', ['waiver-not-yet']],
  ['its last month', waiver('app: a.b'), '2026-12-02', ['waiver-expires-soon']],
  ['its last day', waiver('app: a.b'), '2026-12-31', ['waiver-expires-soon']],
  ['the day after', waiver('app: a.b'), '2027-01-01', ['waiver-expired']],
  ['a whole developer', waiver('developer: d'), '2026-06-01', ['waiver-whole-developer']],
  ['an app of a developer', waiver('developer: d, app: a.b'), '2026-06-01', []],
  ['years', waiver('app: a.b', 'granted: 2026-01-01, expires: 2030-12-31'), '2026-06-01', ['waiver-long']],
  ['a leap year', waiver('app: a.b', 'granted: 2028-01-01, expires: 2028-12-31'), '2028-06-01', []],
])('%s', (_, text, day, codes) => {
  expect(warned(text, day)).toEqual(codes);
});

test('a waiver on a rule that has no effect anyway', () => {
  const text = waiver('app: a.b').replace('waivers:', 'rules: {privacy-policy/absent: observe}\nwaivers:');
  expect(warned(text)).toContain('waiver-without-effect');
});

test('a clause that static checks are there to decide and that is left without a rule, at the place of one of its rules', () => {
  expect(warned(HEAD)).toEqual([]);
  const clause = knowledge.clauses.find(({ id, kind }) => kind === 'machine' && rules.some((rule) => rule.clauses.includes(id)))!;
  const citing = rules.filter((rule) => rule.clauses.includes(clause.id)).map(({ id }) => id);
  const text = `${HEAD}rules:\n${citing.map((id) => `  ${id}: off\n`).join('')}`;
  const { rulebook, at } = readRulebook(text, rules);
  const warnings = rulebookWarnings(rulebook, rules, knowledge.clauses, '2026-06-01');
  const about = warnings.find((warning) => warning.text.en.includes(`clause ${clause.id} `))!;
  expect(about.code).toBe('clause-without-rule');
  expect(at(about.path, about.text)).toMatchObject({ line: 5, column: 3, path: `rules.${citing[0]}` });
  const oneLeft = text.replace(`  ${citing[0]}: off\n`, '');
  if (citing.length > 1) expect(warned(oneLeft).length).toBeLessThan(warned(text).length);
  expect(warned(`${HEAD}otherRules: off\n`)).toContain('clause-without-rule');
});

test('the effective rules are those of the build, with what the rulebook changes', () => {
  expect(effectiveRules(parseRulebook(HEAD, rules), rules).filter(({ changed }) => changed)).toEqual([]);
  const rejecting = rules.find(({ ceiling }) => ceiling === 'reject')!;
  const book = parseRulebook(`${HEAD}otherRules: observe\nrules: {${rejecting.id}: {state: enforced, atMost: warn}}\n`, rules);
  const effective = effectiveRules(book, rules);
  expect(effective).toHaveLength(rules.length);
  expect(effective.filter(({ state }) => state === 'enforced')).toMatchObject([
    { rule: rejecting.id, ceiling: 'reject', strongest: 'warn', changed: true },
  ]);
});

test('the example of the README is a rulebook without remarks', async () => {
  const page = await readFile(new URL('./README.md', import.meta.url), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(page)![1]!;
  const book = parseRulebook(example, rules);
  expect(book.waivers).toHaveLength(1);
  expect(rulebookWarnings(book, rules, knowledge.clauses, '2026-11-22')).toEqual([]);
});

import { createHash } from 'node:crypto';
import type { Waiver } from '../../domain/rulebook.ts';
import type { Rule } from '../rule.ts';
import { BUILT_IN, BUILT_IN_TEXT } from './built-in.ts';
import { RulebookError } from './faults.ts';
import { parseRulebook } from './parse.ts';
import { withWaivers } from './with-waivers.ts';

const RULES = ['privacy-policy/absent', 'permission/sample'].map(
  (id) => ({ id, ceiling: 'reject', parameters: {} }) as unknown as Rule,
);
const file = (text: string) => ({ text, rulebook: parseRulebook(text, RULES) });
const waiver = (id: string, more: Partial<Waiver> = {}): Waiver => ({
  id,
  rule: 'permission/sample',
  app: 'com.example.app',
  reason: '误报',
  by: '张三',
  granted: '2026-03-01',
  expires: '2026-06-01',
  ...more,
});
const OWN = `# 商店规则库
$schema: ./rulebook.schema.json
schema: rulebook/1
name: 'a: "b" # c'
version: "007"
otherRules: observe
maxWaiverDays: 100
rules:
  privacy-policy/absent: { state: enforced, atMost: review }
  permission/sample: off
waivers:
  - { id: own, rule: privacy-policy/absent, developer: dev-1, reason: '试点: "甲"', by: 李四, granted: 2026-01-01, expires: 2026-02-01 }
`;

test('everything of the file is there as it was, and the waivers behind its own', () => {
  const own = file(OWN);
  const added = [waiver('w1', { certificate: 'ab'.repeat(32), subject: 'x' }), waiver('w2')];
  const extended = withWaivers(own, added, RULES);
  expect(extended.left).toEqual([]);
  expect(extended.rulebook).toEqual({
    ...own.rulebook,
    sha256: createHash('sha256').update(extended.text).digest('hex'),
    waivers: [...own.rulebook.waivers, ...added],
  });
  // Once more on top of that: still a rulebook, still no more than was granted.
  expect(withWaivers(extended, added, RULES).rulebook).toBe(extended.rulebook);
});

test('the same waivers make the same text', () => {
  const texts = [1, 2].map(() => withWaivers({ text: BUILT_IN_TEXT, rulebook: BUILT_IN }, [waiver('w1')], RULES).text);
  expect(texts[0]).toBe(texts[1]);
});

test('without waivers nothing changes, to the byte', () => {
  const own = file(`\ufeff${OWN}`);
  expect(withWaivers(own, [], RULES)).toMatchObject({ text: own.text, left: [] });
  expect(withWaivers(own, [waiver('own')], RULES).rulebook).toBe(own.rulebook);
  expect(withWaivers(own, [waiver('w1')], RULES).rulebook.waivers).toHaveLength(2);
});

test.each<[string, Partial<Waiver>, RegExp]>([
  ['longer than the file allows', { expires: '2026-06-09' }, /maxWaiverDays/],
  ['for a rule that there is not', { rule: 'permission/simple' }, /rule/],
  ['for everything', { subject: '*' }, /wildcards/],
  ['with a line break', { subject: 'a\nb' }, /subject/],
  ['for a name with blanks', { app: 'com example' }, /app/],
  ['with half a character', { app: 'com.\ud800' }, /half/],
  ['too long', { subject: 'x'.repeat(1_001) }, /1000/],
])('a waiver %s is left out, and the others hold', (_what, change, reason) => {
  const { rulebook, left } = withWaivers(file(OWN), [waiver('bad', change), waiver('good')], RULES);
  expect(left).toMatchObject([
    { id: 'bad', reason: { en: expect.stringMatching(reason), zh: expect.stringMatching(/\p{Script=Han}/u) } },
  ]);
  expect(rulebook.waivers.map(({ id }) => id)).toEqual(['own', 'good']);
});

test('words of a waiver cannot leave their place, and nothing hidden stands in the text', () => {
  const hostile = 'a"\u202e\u2028\u200b\u{e0041}\\n - {id: x} # & * ! | > % @ `{{[[]]}} \u00ad';
  const { text, rulebook } = withWaivers(
    file(OWN),
    [waiver('w1', { reason: hostile, by: `"${hostile}`, subject: hostile })],
    RULES,
  );
  expect(rulebook.waivers.at(-1)).toMatchObject({ reason: hostile, by: `"${hostile}`, subject: hostile });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(text.split('\n').filter((line) => line.startsWith('  - '))).toHaveLength(2);
});

test('more than a rulebook may hold is refused as a whole', () => {
  const many = Array.from({ length: 2_000 }, (_, n) => waiver(`w${n}`, { reason: '长'.repeat(200) }));
  expect(() => withWaivers(file(OWN), many, RULES)).toThrow(RulebookError);
});

test('a file of another version of the program keeps its waivers and takes the new ones', () => {
  const own = file(OWN);
  const today = RULES.filter(({ id }) => id !== 'privacy-policy/absent');
  const { rulebook, left } = withWaivers(own, [waiver('w1'), waiver('w2', { rule: 'privacy-policy/absent' })], today);
  expect(rulebook.rules).toEqual(own.rulebook.rules);
  expect(rulebook.waivers.map(({ id }) => id)).toEqual(['own', 'w1']);
  expect(left).toMatchObject([{ id: 'w2' }]);
});

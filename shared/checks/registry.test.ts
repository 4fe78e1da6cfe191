import { knowledge } from '../knowledge/index.ts';
import { loadRules, rulesVersion } from './registry.ts';
import { type RuleDefinition, rule } from './rule.ts';
import { validateRule } from './rule-validation.ts';

const words = { zh: '字', en: 'words' };
const sound: RuleDefinition = {
  id: 'permission/sound',
  clauses: ['sz2025-7'],
  basis: [{ instrument: 'pipl', article: '6', verified: true }],
  ceiling: 'reject',
  needs: ['package'],
  title: words,
  explanation: { zh: '字'.repeat(100), en: 'Words. '.repeat(40) },
  examples: { bad: [{ text: words }], good: [{ text: words, code: 'code' }] },
  messages: { found: { zh: '{a} 有问题', en: 'Problem with {a}' } },
  remedy: words,
  evaluate: () => [],
};

describe('loadRules', () => {
  test('finds every rule in its folder, in order, and no test or support file', async () => {
    const ids = (await loadRules()).map(({ id }) => id);
    expect(ids).toContain('permission/beyond-category');
    expect(ids).toEqual([...ids].sort());
    expect(ids.filter((id) => /test|disclosure/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('gives the same version every time', async () => {
    expect(rulesVersion(await loadRules())).toBe(rulesVersion([...(await loadRules())].reverse()));
  });
});

describe('validateRule', () => {
  test('lets a sound rule through', () => {
    expect(() => validateRule(rule(sound), 'permission/sound', knowledge)).not.toThrow();
  });

  test.each<[string, Partial<Record<keyof RuleDefinition, unknown>>, RegExp]>([
    ['an id that is not its path', { id: 'permission/other' }, /not its path/],
    ['no clause', { clauses: [] }, /no clause/],
    ['an unknown clause', { clauses: ['sz2025-16'] }, /unknown clause "sz2025-16"/],
    ['a clause twice', { clauses: ['sz2025-7', 'sz2025-7'] }, /twice/],
    ['no basis', { basis: [] }, /no legal basis/],
    ['an unknown instrument', { basis: [{ instrument: 'x', verified: true }, ...sound.basis] }, /unknown instrument "x"/],
    [
      'a rejection on a recommended standard',
      { basis: [{ instrument: 'gbt-41391-2022', verified: true }] },
      /no law or enforcement/,
    ],
    ['a rejection on a draft', { basis: [{ instrument: 'app-collection-draft-2026', verified: true }] }, /no law or enforcement/],
    [
      'a rejection on a law that nobody has compared',
      { basis: [{ instrument: 'pipl', article: '6', verified: false }] },
      /no law or enforcement practice whose text was verified/,
    ],
    [
      'a parameter whose default no store could set',
      { parameters: { limit: { type: 'integer', default: 0, minimum: 1, maximum: 9, description: words } } },
      /default of parameter "limit" must be a whole number from 1 to 9/,
    ],
    [
      'a parameter that nobody explains',
      { parameters: { 'a b': { type: 'boolean', default: true, description: { zh: '字', en: '' } } } },
      /parameter "a b" is no name.*parameter "a b" has no en text/,
    ],
    ['an unknown ceiling', { ceiling: 'ban' }, /unknown ceiling/],
    ['no English title', { title: { zh: '字', en: ' ' } }, /title has no en text/],
    ['no remedy', { remedy: undefined }, /remedy has no zh text/],
    ['no message', { messages: {} }, /no message/],
    ['no explanation', { explanation: undefined }, /explanation has no zh text/],
    ['an explanation in one language', { explanation: { ...sound.explanation, en: '' } }, /explanation has no en text/],
    [
      'an explanation that says nothing',
      { explanation: words },
      /explanation is too short in zh; explanation is too short in en/,
    ],
    ['no examples', { examples: undefined }, /no bad example; no good example/],
    ['only bad examples', { examples: { bad: [{ text: words }], good: [] } }, /no good example/],
    [
      'an example in one language',
      { examples: { bad: [{ text: { zh: '', en: 'x' } }], good: [{ text: words }] } },
      /bad example 1 has no zh/,
    ],
    [
      'an example with empty code',
      { examples: { bad: [{ text: words, code: ' ' }], good: [{ text: words }] } },
      /bad example 1 .*code/,
    ],
    [
      'policy wording that is not there',
      { examples: { bad: [{ text: words }], good: [{ text: words, kind: 'policy' }] } },
      /good example 1 .*code/,
    ],
    ['placeholders that differ', { messages: { found: { zh: '{a}', en: '{b}' } } }, /other placeholders/],
    ['no evaluate', { evaluate: undefined }, /no evaluate/],
  ])('refuses %s', (_name, change, fault) => {
    const broken = { ...sound, ...change } as RuleDefinition;
    expect(() => validateRule(rule(broken), 'permission/sound', knowledge)).toThrow(fault);
  });

  test('a review may rest on a recommended standard', () => {
    const gentle = { ...sound, ceiling: 'review', basis: [{ instrument: 'gbt-41391-2022', verified: false }] } as RuleDefinition;
    expect(() => validateRule(rule(gentle), 'permission/sound', knowledge)).not.toThrow();
  });
});

describe('rulesVersion', () => {
  const version = (change: Partial<RuleDefinition> = {}) => rulesVersion([rule({ ...sound, ...change })]);

  test('is 16 hex digits and repeats', () => {
    expect(version()).toMatch(/^[0-9a-f]{16}$/);
    expect(version()).toBe(version());
  });

  test.each<[string, Partial<RuleDefinition>]>([
    ['text', { title: { zh: '别的', en: 'other' } }],
    ['ceiling', { ceiling: 'warn' }],
    ['clauses', { clauses: ['sz2025-8'] }],
    ['evaluate', { evaluate: () => [{ message: 'found', subject: 's', evidence: [] }] }],
    ['applies', { applies: () => true }],
  ])('changes with its %s', (_name, change) => {
    expect(version(change)).not.toBe(version());
  });

  test('changes when a rule is added', () => {
    expect(rulesVersion([rule(sound), rule({ ...sound, id: 'permission/more' })])).not.toBe(version());
  });
});

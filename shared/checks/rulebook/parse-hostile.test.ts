import fc from 'fast-check';
import { RULES } from '../../../test/rules/support/rulebook-samples.ts';
import { parseRulebook, RulebookError } from './parse.ts';

test('whatever the bytes, there is a rulebook or a RulebookError', () => {
  const fragments = fc.array(
    fc.constantFrom(
      'schema: rulebook/1\n',
      'name: n\n',
      'version: v\n',
      'rules:\n',
      '  behaviour/app-list: off\n',
      'waivers:\n',
      '- ',
      '  ',
      '[',
      '{',
      '}',
      '"',
      "'",
      ': ',
      '&a ',
      '*a',
      '!!set',
      '|\n',
      '#',
      '\t',
      '\u0000',
      '---\n',
      '? ',
      '%TAG\n',
      '\r',
      'é',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fragments.map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
        fc.uint8Array(),
      ),
      (text) => {
        try {
          parseRulebook(text, RULES);
        } catch (error) {
          expect(error).toBeInstanceOf(RulebookError);
          for (const { line, column, text: reason } of (error as RulebookError).faults) {
            expect([line >= 1, column >= 1, reason.zh !== '', reason.en !== '']).toEqual([true, true, true, true]);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('what a store writes as JSON is read back as it was meant', () => {
  const state = fc.constantFrom('off', 'observe', 'enforced');
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => /\S/.test(text) && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));
  const book = fc.record({
    schema: fc.constant('rulebook/1'),
    name,
    version: name,
    otherRules: state,
    rules: fc.dictionary(
      fc.constantFrom(...RULES.map(({ id }) => id)),
      fc.record({ state, atMost: fc.constantFrom('warn', 'review') }),
    ),
  });
  fc.assert(
    fc.property(book, fc.integer({ min: 0, max: 4 }), (written, indent) => {
      const { sha256: _, waivers: __, ...read } = parseRulebook(JSON.stringify(written, null, indent), RULES);
      expect(read).toEqual({ ...written, rules: { ...written.rules } });
    }),
    { numRuns: 200 },
  );
});

describe('files made to break whoever reads them', () => {
  const head = 'schema: rulebook/1\nname: n\nversion: "1"\n';
  const refused = (text: string): RulebookError => {
    try {
      parseRulebook(text, []);
    } catch (error) {
      if (error instanceof RulebookError) return error;
      throw error;
    }
    throw new Error('was not refused');
  };
  const entries = (count: number, name: (at: number) => string) =>
    `${head}rules:\n${Array.from({ length: count }, (_, at) => `  ${name(at)}: off\n`).join('')}`;

  test.each([
    ['rules that do not exist', entries(30_000, (at) => `permission/beyond-categorz${at}`)],
    ['keys that do not exist', `${head}${Array.from({ length: 30_000 }, (_, at) => `k${at}: 1\n`).join('')}`],
  ])('thousands of %s are told as far as anybody reads, in seconds', (_what, text) => {
    const from = performance.now();
    expect(refused(text).faults.length).toBeLessThanOrEqual(100);
    // A hang, not a speed: machines are shared.
    expect(performance.now() - from).toBeLessThan(30_000);
  });

  test('a key of a million letters makes no message of a million letters', () => {
    const error = refused(`${head}rules: {"${'a'.repeat(900_000)}": off}\n`);
    expect(JSON.stringify([error.faults, error.text]).length).toBeLessThan(5_000);
  });

  test.each(['\\e[2J', '\\u202e', '\\u2028', 'a\\nb'])('%s is spelled out, not obeyed', (part) => {
    const error = refused(`${head}rules: {"${part}": off}\n`);
    expect(JSON.stringify(error.faults)).not.toMatch(/\\u001b|\\n|[\u202e\u2028]/);
    expect(error.text.en).toContain('\\u{');
  });

  test.each(['rules: {__proto__: off}', '__proto__: {otherRules: off}', 'rules: {a/b: {parameters: {__proto__: 3}}}'])(
    '%s is a key that nobody has',
    (line) => {
      expect(refused(`${head}${line}\n`).text.en).toContain('there is no such key');
      expect(({} as { otherRules?: unknown }).otherRules).toBeUndefined();
    },
  );

  test('a waiver for everything is none', () => {
    const dates = 'granted: "2026-01-01", expires: "2026-02-01"';
    const error = refused(`${head}waivers: [{ id: W, rule: a/b, app: "*", reason: r, by: b, ${dates} }]\n`);
    expect(error.faults.map(({ text }) => text.en)).toContainEqual(expect.stringContaining('wildcards'));
  });
});

import fc from 'fast-check';
import { buildResources, type ResourceRecipe } from '../../services/cli/building/arsc.ts';
import { ResourceTable } from '../../shared/inspection/binary/arsc.ts';
import { Observations } from '../../shared/inspection/observations.ts';

/** Every value that a resource table was given is found in it, in the language that is asked for, however its entries are stored. */

const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((value) => !value.includes('\0'));
const LANGUAGES = ['default', 'zh', 'zh-rCN', 'en-rUS'] as const;

function valuesOf<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> {
  return fc.dictionary(fc.constantFrom(...LANGUAGES), value, { minKeys: 1, noNullPrototype: true });
}

function entriesOf<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Record<string, Value>>> {
  return fc.dictionary(word, valuesOf(value), { minKeys: 1, maxKeys: 6, noNullPrototype: true });
}

const recipe = fc.record(
  {
    string: entriesOf(text),
    bool: entriesOf(fc.boolean()),
    integer: entriesOf(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  },
  { requiredKeys: ['string'] },
) as fc.Arbitrary<ResourceRecipe>;

/** What a device in mainland China shows: Chinese of the mainland, any Chinese, or the default; no other language. */
const ORDER = { zh: ['zh-rCN', 'zh', 'default'], default: ['default'] } as const;

test.each(['dense', 'sparse', 'offset16', 'compact'] as const)('%s entries, in UTF-8 and UTF-16', (layout) => {
  fc.assert(
    fc.property(recipe, fc.boolean(), (given, utf16) => {
      const observations = new Observations();
      const { bytes, id } = buildResources('com.example', given, layout, { utf16 });
      const table = new ResourceTable(bytes, observations);
      for (const [type, entries] of Object.entries(given)) {
        for (const [name, values] of Object.entries(entries)) {
          for (const wish of ['zh', 'default'] as const) {
            const language = ORDER[wish].find((each) => each in values);
            // A resource that only another language has is not there for these users.
            if (language === undefined) continue;
            expectValue(table.resolve(id(type, name), wish), values[language]);
            expect(table.name(id(type, name))).toBe(`${type}/${name}`);
          }
        }
      }
      expect(observations.gaps).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

function expectValue(found: { readonly text: string | null; readonly data: number } | null, written: unknown): void {
  if (typeof written === 'string') expect(found?.text).toBe(written);
  else if (typeof written === 'boolean') expect(found?.data !== 0).toBe(written);
  else expect((found?.data ?? Number.NaN) | 0).toBe(written);
}

test('a chain of references ends where its last one points', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 18 }), text, (length, last) => {
      const string = Object.fromEntries(
        Array.from({ length }, (_, i) => [`s${i}`, { default: i === length - 1 ? last : { reference: 0x7f010001 + i } }]),
      );
      const { bytes, id } = buildResources('com.example', { string });
      expect(new ResourceTable(bytes, new Observations()).resolve(id('string', 's0'), 'zh')?.text).toBe(last);
    }),
  );
});

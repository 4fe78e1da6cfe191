import fc from 'fast-check';
import { CHECKS } from '../../../../../shared/domain/check.ts';
import { DOSSIER_ORDERS, DOSSIER_STATES, FACETS, URGENCIES } from '../../../../../shared/domain/review/dossier.ts';
import { DEFAULT_QUERY, narrowings, type QueueQuery, queryText, readQuery, toggled, writeQuery } from './filter-query.ts';

const read = (text: string) => readQuery(new URLSearchParams(text));

/** Values as stores send them: any text, commas, ampersands, other scripts. */
const values = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom('a,b', 'a&b=c', '%2C', '"', 'any', '+ +', '开发者'),
  ),
  { minLength: 1, maxLength: 4 },
);
const some = <T extends string>(words: readonly T[]) => fc.subarray([...words], { minLength: 1 });
const queries: fc.Arbitrary<QueueQuery> = fc.record({
  filter: fc.record(
    {
      state: some(DOSSIER_STATES),
      verdict: some(['reject', 'review'] as const),
      clause: fc.array(fc.constantFrom('sz2025-7' as const, 'pledge2021-2' as const), { minLength: 1, maxLength: 3 }),
      check: some(CHECKS),
      urgency: some(URGENCIES),
      rule: fc.array(fc.constantFrom('sdk/undisclosed', 'permission/beyond-category', 'listing/no-filing-2'), { minLength: 1 }),
      sdk: fc.array(fc.constantFrom('umeng-analytics', 'bugly', '个推'), { minLength: 1 }),
      category: fc.array(fc.integer({ min: 1, max: 40 }).map(String), { minLength: 1 }),
      developer: values,
      store: fc.array(fc.constantFrom('store_1', '%2C', 'a b'), { minLength: 1 }),
      assignee: fc.array(fc.constantFrom('me', 'none', 'acc_-7'), { minLength: 1 }),
      olderThanHours: fc.integer({ min: 1, max: 8760 }),
      dueWithinHours: fc.integer({ min: 0, max: 8760 }),
      text: fc.string({ unit: 'grapheme', maxLength: 60 }),
    },
    { requiredKeys: [] },
  ),
  order: fc.constantFrom(...DOSSIER_ORDERS),
});

describe('the address of the queue', () => {
  test('says what is shown: read again, it is the same query, and written again, the same text', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const text = queryText(query);
        const again = read(text);
        expect(queryText(again)).toBe(text);
        expect(readQuery(writeQuery(again))).toEqual(again);
      }),
    );
  });

  test('loses no value that a filter may have', () => {
    fc.assert(
      fc.property(queries, ({ filter, order }) => {
        const again = read(queryText({ filter, order }));
        const kept = (each: string) => !/\p{Cc}/u.test(each);
        for (const facet of FACETS) {
          const wanted = (filter[facet] as readonly string[] | undefined)?.filter(kept) ?? [];
          expect(new Set(again.filter[facet])).toEqual(new Set(wanted));
        }
        expect(again.order).toBe(order);
        expect(again.filter.olderThanHours).toBe(filter.olderThanHours);
        expect(again.filter.dueWithinHours).toBe(filter.dueWithinHours);
      }),
    );
  });

  test('stands for any address, however mangled', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...FACETS, 'q', 'older', 'due', 'order', 'x'), fc.string({ unit: 'binary' }))),
        (pairs) => {
          const parameters = new URLSearchParams(pairs);
          const query = readQuery(parameters);
          expect(readQuery(writeQuery(query))).toEqual(query);
        },
      ),
    );
  });

  test('is empty for what waits for a person, most urgent first', () => {
    expect(queryText(DEFAULT_QUERY)).toBe('');
    expect(read('')).toEqual(DEFAULT_QUERY);
    expect(read('state=proposed&state=open')).toEqual(DEFAULT_QUERY);
  });

  test('tells every state from the default ones', () => {
    expect(read('state=any').filter.state).toBeUndefined();
    expect(queryText({ filter: {}, order: 'urgent' })).toBe('state=any');
    expect(read('state=any&state=moot').filter.state).toEqual(['moot']);
  });

  test('passes over what is no filter', () => {
    expect(
      read(
        'category=x&sdk=a,b&assignee=%3Cb%3E&state=gone&clause=%3Cscript%3E&older=-3&due=9999999&order=random&urgency=me&rule=%00x&rule=',
      ),
    ).toEqual(DEFAULT_QUERY);
  });

  test('reads text without what a search cannot use', () => {
    expect(read(`q=${encodeURIComponent('  a\u0000b\nc  ')}`).filter.text).toBe('a b c');
    expect(read(`q=${'x'.repeat(5000)}`).filter.text).toHaveLength(200);
  });
});

test('a facet value goes in and out', () => {
  const once = toggled(DEFAULT_QUERY, 'sdk', 'umeng');
  expect(once.filter.sdk).toEqual(['umeng']);
  expect(narrowings(once)).toBe(1);
  expect(toggled(once, 'sdk', 'umeng')).toEqual({ ...DEFAULT_QUERY, filter: { ...DEFAULT_QUERY.filter, sdk: undefined } });
  expect(queryText(toggled(once, 'sdk', 'umeng'))).toBe('');
});

test('the last state taken away means every state', () => {
  const proposed = read('state=proposed');
  expect(queryText(toggled(proposed, 'state', 'proposed'))).toBe('state=any');
});

import type { z } from 'zod';
import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../../test/rules/support/facts.ts';
import { BUILT_IN, BUILT_IN_TEXT } from '../../checks/rulebook/built-in.ts';
import { parseRulebook } from '../../checks/rulebook/parse.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { NO_RECORDS, type RecordFacts } from '../../domain/facts/records.ts';
import { readCase } from './case.ts';
import { DocumentError } from './document-error.ts';
import type { policyFactsSchema } from './policy-facts-schema.ts';
import type { recordFactsSchema } from './record-facts-schema.ts';

const DOCUMENT = {
  submissionId: 'sub_1',
  package: NEUTRAL_PACKAGE,
  policy: NEUTRAL_POLICY,
  listing: NEUTRAL_LISTING,
  records: NO_RECORDS,
  rulebook: null,
};

function faultOf(value: unknown): string {
  try {
    readCase(value, []);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    expect(error.text.zh).toMatch(/[\u4e00-\u9fff]/);
    return `${error.issues[0]!.pointer} ${error.issues[0]!.text.en}`;
  }
  return 'was accepted';
}

test('the schemas are the types, but that optional fields may be undefined', () => {
  type Plain<Value> = Value extends object ? { [Key in keyof Value]: Plain<Value[Key]> } : Value;
  const policy: Plain<z.output<typeof policyFactsSchema>> extends Plain<PolicyFacts> ? true : 'differs' = true;
  const records: Plain<z.output<typeof recordFactsSchema>> extends Plain<RecordFacts> ? true : 'differs' = true;
  const policyBack: Plain<PolicyFacts>['admissions'][number]['kind'] extends z.output<
    typeof policyFactsSchema
  >['admissions'][number]['kind']
    ? true
    : 'differs' = true;
  expect([policy, records, policyBack]).toEqual([true, true, true]);
});

test('what the API answers is read as it is, whatever else it holds', () => {
  const read = readCase(DOCUMENT, []);
  expect(read.facts).toEqual({
    package: NEUTRAL_PACKAGE,
    policy: NEUTRAL_POLICY,
    listing: NEUTRAL_LISTING,
    records: NO_RECORDS,
  });
  expect(read.facts.package).toBe(DOCUMENT.package);
  expect(read.rulebook).toEqual(BUILT_IN);
});

test('a rulebook comes with its text, and the built-in one is the same by both ways', () => {
  const text = 'schema: rulebook/1\nname: n\nversion: v\n';
  const book = parseRulebook(text, []);
  expect(readCase({ ...DOCUMENT, rulebook: { sha256: book.sha256, text } }, []).rulebook).toEqual(book);
  expect(parseRulebook(BUILT_IN_TEXT, [])).toEqual(BUILT_IN);
  expect(readCase({ ...DOCUMENT, rulebook: { sha256: BUILT_IN.sha256, text: BUILT_IN_TEXT } }, []).rulebook).toEqual(BUILT_IN);
});

test.each<[string, unknown, RegExp]>([
  ['no object', [], /^ must be a JSON object/],
  [
    'a part that is missing',
    { ...DOCUMENT, records: undefined, rulebook: undefined, policy: undefined },
    /^\/policy\/schema is missing/,
  ],
  ['a key that is missing', { package: NEUTRAL_PACKAGE }, /^\/policy is missing/],
  ['facts that were lost', { ...DOCUMENT, package: null }, /^\/package\/schema is missing/],
  [
    'facts of an older inspector',
    { ...DOCUMENT, package: { ...NEUTRAL_PACKAGE, schema: 'package-facts/1' } },
    /^\/package\/schema is package-facts\/1; this build judges package-facts\/2 only/,
  ],
  [
    'a field of another type',
    { ...DOCUMENT, policy: { ...NEUTRAL_POLICY, types: [{ type: 1 }] } },
    /^\/policy\/types\/0\/.* is not as policy-facts\/1 has it/,
  ],
  ['a field that is unknown', { ...DOCUMENT, package: { ...NEUTRAL_PACKAGE, more: 1 } }, /^\/package .*more/],
  ['a day that is none', { ...DOCUMENT, records: { ...NO_RECORDS, reviewedOn: '2026-02-30' } }, /^\/records\/reviewedOn/],
  [
    'a listing that the API would refuse',
    { ...DOCUMENT, listing: { ...NEUTRAL_LISTING, developer: {} } },
    /^\/listing\/developer\/id/,
  ],
  ['another kind of listing', { ...DOCUMENT, listing: { schema: 'listing-facts/9' } }, /^\/listing\/schema is listing-facts\/9/],
  ['a rulebook without its text', { ...DOCUMENT, rulebook: { sha256: 'x' } }, /^\/rulebook must be null/],
  [
    'a rulebook that was changed',
    { ...DOCUMENT, rulebook: { sha256: 'x', text: 'schema: rulebook/1\nname: n\nversion: v\n' } },
    /^\/rulebook\/sha256 is not that of the text/,
  ],
])('%s is refused with its place', (_, value, fault) => {
  expect(faultOf(value)).toMatch(fault);
});

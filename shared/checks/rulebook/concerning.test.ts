import { NEUTRAL_LISTING, NEUTRAL_PACKAGE } from '../../../test/rules/support/facts.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Rulebook, Waiver } from '../../domain/rulebook.ts';
import type { FactsUnderReview } from '../facts-under-review.ts';
import { BUILT_IN } from './built-in.ts';
import { sayTheSameOf } from './concerning.ts';

const APP = NEUTRAL_PACKAGE.identity.packageName!;
const DEVELOPER = NEUTRAL_LISTING.developer.id;
const KEY = 'c'.repeat(64);

const version = (certificate?: string): FactsUnderReview => {
  const signers = (certificate === undefined ? [] : [{ certificates: [{ sha256: certificate }] }]) as unknown;
  const signing = { ...NEUTRAL_PACKAGE.signing, signers: signers as PackageFacts['signing']['signers'] };
  return { package: { ...NEUTRAL_PACKAGE, signing }, policy: null, listing: NEUTRAL_LISTING };
};
const waiver = (id: string, part: Partial<Waiver>): Waiver => ({
  id,
  rule: 'sdk/a',
  reason: 'r',
  by: 'b',
  granted: '2026-01-01',
  expires: '2026-12-31',
  ...part,
});

let books = 0;
/** A file of its own each time: its hash says nothing. */
const book = (part: Partial<Rulebook>): Rulebook => ({ ...BUILT_IN, sha256: `${books++}`.padStart(64, '0'), ...part });
const own = waiver('own', { app: APP });

test.each<[string, Partial<Rulebook>, Partial<Rulebook>, boolean]>([
  ['written otherwise', {}, {}, true],
  ['of another name', { name: 'a', version: '1' }, { name: 'b', version: '2' }, true],
  ['with a waiver for another app', {}, { waivers: [waiver('w', { app: `${APP}.other` })] }, true],
  ['with a waiver for another developer', { waivers: [waiver('w', { developer: 'x' })] }, {}, true],
  ['with a waiver for the app', {}, { waivers: [own] }, false],
  ['with a waiver for its developer', { waivers: [waiver('w', { developer: DEVELOPER })] }, {}, false],
  ['with the same waivers', { waivers: [own] }, { waivers: [waiver('w', { app: 'x' }), own] }, true],
  ['with a waiver for longer', { waivers: [own] }, { waivers: [{ ...own, expires: '2027-01-01' }] }, false],
  ['with waivers in another order', { waivers: [own, { ...own, id: 'b' }] }, { waivers: [{ ...own, id: 'b' }, own] }, true],
  ['where other rules only observe', {}, { otherRules: 'observe' }, false],
  ['with a rule switched off', {}, { rules: { 'sdk/a': { state: 'off' } } }, false],
  ['that says what holds unsaid', {}, { rules: { 'sdk/a': { state: BUILT_IN.otherRules, parameters: {} } } }, true],
  [
    'with another parameter',
    { rules: { 'sdk/a': { state: 'enforced', parameters: { days: 1 } } } },
    { rules: { 'sdk/a': { state: 'enforced', parameters: { days: 2 } } } },
    false,
  ],
  [
    'with a lower severity',
    { rules: { 'sdk/a': { state: 'enforced' } } },
    { rules: { 'sdk/a': { state: 'enforced', atMost: 'review' } } },
    false,
  ],
])('two rulebooks, the second %s', (_, a, b, same) => {
  const app = [version(), version()];
  expect(sayTheSameOf(app, book(a), book(b))).toBe(same);
  expect(sayTheSameOf(app, book(b), book(a))).toBe(same);
});

test('a waiver for one certificate concerns the app when one of its versions carries it', () => {
  const bound = { waivers: [waiver('w', { app: APP, certificate: KEY })] };
  expect(sayTheSameOf([version(KEY), version()], book({}), book(bound))).toBe(false);
  expect(sayTheSameOf([version(), version()], book({}), book(bound))).toBe(true);
});

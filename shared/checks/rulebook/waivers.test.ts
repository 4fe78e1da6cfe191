import { NEUTRAL_LISTING, NEUTRAL_PACKAGE } from '../../../test/rules/support/facts.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import { NO_RECORDS } from '../../domain/facts/records.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Waiver } from '../../domain/rulebook.ts';
import { FINDINGS_CAP } from '../cap.ts';
import { fingerprint } from '../fingerprint.ts';
import { BUILT_IN } from './built-in.ts';
import { underWaivers, waiversFor } from './waivers.ts';

const APP = NEUTRAL_PACKAGE.identity.packageName!;
const DEVELOPER = NEUTRAL_LISTING.developer.id;
const words = { zh: '字', en: 'words' };
const finding = (subject: string, rule = 'sdk/a'): Finding => ({
  rule,
  check: 'sdk',
  message: 'm',
  subject,
  severity: 'review',
  title: words,
  text: words,
  remedy: words,
  clauses: [],
  basis: [],
  evidence: [],
  fingerprint: fingerprint(rule, 'm', subject),
});
const waiver = (id: string, part: Partial<Waiver>): Waiver => ({
  id,
  rule: 'sdk/a',
  reason: 'r',
  by: 'b',
  granted: '2026-01-01',
  expires: '2026-12-31',
  ...part,
});
const facts = (reviewedOn: string | null = '2026-06-01') => ({
  package: NEUTRAL_PACKAGE,
  policy: null,
  listing: NEUTRAL_LISTING,
  records: { ...NO_RECORDS, reviewedOn },
});
const book = (...waivers: Waiver[]) => ({ ...BUILT_IN, waivers });
const waivedBy = (waivers: Waiver[], subject = 's', day: string | null = '2026-06-01', rule?: string) =>
  underWaivers([finding(subject, rule)], book(...waivers), facts(day)).waived.map((one) => one.waiver.id);

test.each<[string, Partial<Waiver>, boolean]>([
  ['its app', { app: APP }, true],
  ['another app', { app: `${APP}.other` }, false],
  ['its developer', { developer: DEVELOPER }, true],
  ['another developer', { developer: 'x' }, false],
  ['its app of another developer', { app: APP, developer: 'x' }, false],
  ['its app of its developer', { app: APP, developer: DEVELOPER }, true],
  ['a certificate that it has not', { app: APP, certificate: '0'.repeat(64) }, false],
  ['its subject', { app: APP, subject: 's' }, true],
  ['another subject', { app: APP, subject: 't' }, false],
  ['another rule', { app: APP, rule: 'sdk/b' }, false],
])('a waiver for %s', (_, part, holds) => {
  expect(waivedBy([waiver('W', part)])).toEqual(holds ? ['W'] : []);
});

test('a waiver with a certificate holds for packages that carry it', () => {
  const sha256 = 'c'.repeat(64);
  const signers = [{ certificates: [{ sha256 }] }] as unknown as PackageFacts['signing']['signers'];
  const signed = { ...facts(), package: { ...NEUTRAL_PACKAGE, signing: { ...NEUTRAL_PACKAGE.signing, signers } } };
  expect(waiversFor(book(waiver('W', { app: APP, certificate: sha256 })), signed)).toHaveLength(1);
});

test('first and last day are included; on an unknown day nothing holds', () => {
  const held = (day: string | null) => waivedBy([waiver('W', { app: APP })], 's', day).length === 1;
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01', null].map(held)).toEqual([false, true, true, false, false]);
});

test('of several that hold the one for the subject is named; of several that do not all are told, up to a few', () => {
  expect(waivedBy([waiver('all', { app: APP }), waiver('one', { app: APP, subject: 's' })])).toEqual(['one']);
  const old = Array.from({ length: 9 }, (_, at) => waiver(`W${at}`, { app: APP, expires: '2026-01-31' }));
  const { stale, counted } = underWaivers([finding('s')], book(...old), facts());
  expect(counted).toHaveLength(1);
  expect(stale.map((one) => one.waiver.id)).toEqual(['W0', 'W1', 'W2', 'W3', 'W4']);
});

test('a hundred thousand findings and ten thousand waivers of one app take no time, and leave a report of ordinary size', () => {
  const findings = Array.from({ length: 100_000 }, (_, at) => finding(`s${at}`));
  const waivers = Array.from({ length: 10_000 }, (_, at) => waiver(`W${at}`, { app: APP, subject: `s${at}` }));
  const started = performance.now();
  const { counted, waived } = underWaivers(findings, book(...waivers), facts());
  // A hang, not a speed: machines are shared.
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(waived).toHaveLength(FINDINGS_CAP);
  expect(waived.at(-1)?.finding.similarOmitted).toBe(10_000 - FINDINGS_CAP);
  expect(counted).toHaveLength(FINDINGS_CAP);
});

/** Strings that packages, policies, listings and records may hold, made to be believed, obeyed or looked up by whoever reads them. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { loadRules, rulesVersion } from '../../shared/checks/registry.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import type { RecordFacts } from '../../shared/domain/facts/records.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { buildReport, type Judged, judge } from '../../shared/pledge/index.ts';
import { renderReport } from '../../shared/pledge/reports/index.ts';
import { listingFacts, packageFacts, policyFacts, recordFacts } from './support/facts.ts';
import type { Plain } from './support/overlay.ts';

const rules = await loadRules();
const version = rulesVersion(rules);

/** What breaks those who look things up by name, build patterns, addresses or pages. */
const STRINGS = [
  ...['', '__proto__', 'constructor', 'toString', '$&', '\\', '[', '(', '*', '{permission}', '/', '..', '-', '%E0%A4%A'],
  ...['http://[::1', '//', 'https://a b/', 'javascript:alert(1)', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'],
  ...['\ud800', '\u0000', '\u202ecod.exe', '\u001b[2J', '| a | b |\n|---|---|', '`', 'a'.repeat(5_000), '😀', '```\n# x'],
];
/** Keys whose values are chosen from a list, so that a package cannot write anything into them. */
const CHOSEN = new Set([
  ...[
    'schema',
    'format',
    'platform',
    'sha256',
    'element',
    'kind',
    'link',
    'level',
    'topics',
    'runtime',
    'scheme',
    'schemes',
    'result',
  ],
  ...[
    'verified',
    'outcome',
    'script',
    'state',
    'unit',
    'status',
    'item',
    'affects',
    'effect',
    'category',
    'range',
    'model',
    'loading',
  ],
  ...['audience', 'delivery', 'reviewedOn', 'approvedOn', 'packageSha256', 'rulebook', 'reason', 'date', 'record'],
]);

/** Controls, marks that turn the writing, halves of characters. */
const OBEYED = /(?![\t\n])\p{Cc}|[\u202a-\u202e]|\p{Cs}/u;

function sown(value: unknown, hostile: (own: string) => string): unknown {
  if (typeof value === 'string') return hostile(value);
  if (Array.isArray(value)) return value.map((each) => sown(each, hostile));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, CHOSEN.has(key) ? inner : sown(inner, hostile)]));
}

const read = (name: string) => readFileSync(new URL(`./support/${name}`, import.meta.url), 'utf8');
const app = parse(read('complete-app.yaml')) as { readonly package: Plain; readonly listing: Plain };
const records = { previous: { versionCode: 9, signers: ['a'] }, filing: {} };

test('stop no rule and stay text, wherever they stand', async () => {
  const whole = {
    package: packageFacts(app.package)!,
    listing: listingFacts(app.listing)!,
    policy: (await policyFacts({ read: read('complete-policy.md') }))!,
    records: recordFacts(records),
  };
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(50 * STRINGS.length)), (numbers) => {
      const facts = sown(whole, (own) => {
        const at = numbers.next().value;
        return at < 3 * STRINGS.length ? STRINGS[at % STRINGS.length]! : own;
      }) as Judged & { readonly records: RecordFacts };
      const verdict = judge(facts, rules, version, BUILT_IN, knowledge);
      expect(verdict.checks.missing).toEqual([]);
      const submission = { id: null, run: null, decidedAt: null };
      const report = buildReport({ ...facts, submission, verdict, rules, knowledge });
      const page = renderReport(report, 'html', 'both');
      expect(page).not.toMatch(/<script>alert|<img|(?:href|src)="javascript/);
      expect(page).not.toMatch(OBEYED);
      const sarif = JSON.parse(renderReport(report, 'sarif', 'both')) as object;
      expect(JSON.stringify(sarif)).not.toMatch(/"uri":"javascript:/);
      expect(renderReport(report, 'markdown', 'both')).not.toMatch(OBEYED);
    }),
    { numRuns: 60 },
  );
});

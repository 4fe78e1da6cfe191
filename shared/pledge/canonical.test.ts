import fc from 'fast-check';
import { z } from 'zod';
import type { Evidence } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import type { Verdict } from '../domain/verdict.ts';
import { canonicalVerdict } from './canonical.ts';
import { evidenceSchema } from './evidence-schema.ts';
import { verdictSchema } from './schema.ts';

const WORDS = { zh: '字', en: 'words' };
const way = { kind: 'launcher', class: 'a.Main', steps: 1, guard: 'agreed' } as const;
const EVIDENCE: readonly Evidence[] = [
  { type: 'manifest', element: '/manifest', attribute: 'name', value: 'v' },
  { type: 'manifest', element: '/manifest' },
  {
    type: 'code',
    target: 'La;->b',
    constant: 'c',
    caller: { class: 'a.B', method: 'm()V', offset: 3 },
    count: 2,
    reachedFrom: { ...way, path: [{ class: 'a.B', method: 'm()V', offset: -1, link: 'call' }] },
    owner: { kind: 'sdk', sdk: 'umeng' },
  },
  { type: 'code', target: 'La;->b', count: 2, reachedFrom: { ...way, guard: null }, owner: { kind: 'app', sdk: null } },
  { type: 'code', target: 'La;->b', count: 0 },
  { type: 'resource', entry: 'res/a.xml', element: '/a', attribute: 'b', text: 'c' },
  { type: 'resource', entry: 'res/a.xml' },
  { type: 'record', record: 'filing', id: '1', field: 'name', value: 'v' },
  { type: 'record', record: 'previous-version', id: '1', field: 'name' },
  { type: 'policy', snapshot: 's', range: [0, 4], excerpt: 'text' },
  { type: 'policy-absence', snapshot: 's', searched: 'words', characters: 5 },
  { type: 'listing', field: 'app.name', value: 'v' },
  { type: 'listing', field: 'app.name' },
  { type: 'signature', certificate: 'c', detail: 'd' },
  { type: 'network', url: 'https://example.com', status: 404, detail: 'd' },
  { type: 'network', url: 'https://example.com', detail: 'd' },
  { type: 'package', entry: 'classes.dex', offset: 3, detail: 'd' },
  { type: 'package', entry: 'classes.dex', detail: 'd' },
];

const FINDING: Finding = {
  rule: 'permission/only',
  check: 'permission',
  message: 'm',
  subject: 's',
  severity: 'warn',
  title: WORDS,
  text: WORDS,
  remedy: WORDS,
  clauses: ['sz2025-1', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true, force: 'law' },
    { instrument: 'taf-078', verified: false, force: 'recommended' },
  ],
  evidence: EVIDENCE,
  evidenceOmitted: 3,
  similarOmitted: 2,
  fingerprint: '0123456789abcdef',
};
const { evidenceOmitted: _, similarOmitted: __, ...PLAIN } = FINDING;
const WAIVER = { id: 'w', reason: 'r', by: 'b', granted: '2026-01-01', expires: '2026-02-01' };

const VERDICT: Verdict = {
  schema: 'verdict/1',
  decision: 'review',
  reasons: [{ code: 'finding', text: WORDS }],
  findings: [FINDING, PLAIN],
  waived: [{ finding: PLAIN, waiver: WAIVER }],
  observed: [FINDING],
  staleWaivers: [
    {
      waiver: { id: 'w', rule: 'permission/only', by: 'b', granted: '2026-01-01', expires: '2026-02-01' },
      finding: FINDING.fingerprint,
    },
  ],
  clauses: [{ clause: 'sz2025-1', assessment: 'needs-review', findings: [FINDING.fingerprint], reason: WORDS }],
  checks: {
    completed: ['permission'],
    missing: [{ check: 'sdk', reason: WORDS }],
    notAssessed: [{ rule: 'a/b', missing: ['policy'] }],
    off: ['a/c'],
    observing: ['a/d'],
    notObserved: [{ rule: 'a/d', missing: ['listing'] }],
  },
  coverage: { level: 'partial', reasons: [WORDS] },
  gaps: [{ code: 'c', place: 'p', message: WORDS, affects: 'code' }],
  provenance: {
    packageSha256: '0'.repeat(64),
    policySha256: null,
    inspector: 'i',
    policyReader: 'p',
    knowledge: 'k',
    rules: 'r',
    rulebook: 'b',
    rulebookName: 'n',
    rulebookVersion: 'v',
    reviewedOn: '2026-01-01',
  },
  limits: WORDS,
};

/** One kind of evidence in the schema. */
interface Kind {
  readonly properties: { readonly type: { readonly const: string } };
}

/** As a database or another build might give it back: keys in another order, and some that nobody named. */
function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, shuffled(inner, order)]);
  const given = Object.fromEntries([['foreign', 1], ...entries]);
  return Object.fromEntries(order(Object.keys(given)).map((key) => [key, given[key]]));
}

describe('the canonical verdict', () => {
  test('is to the byte what parsing with the schema gives, whatever the order of keys', () => {
    const { notObserved, ...checks } = VERDICT.checks;
    for (const verdict of [VERDICT, { ...VERDICT, checks }]) {
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
          const order = (keys: string[]) =>
            keys
              .map((key): [number, string] => [numbers.next().value, key])
              .sort(([a], [b]) => a - b)
              .map(([, key]) => key);
          const given = shuffled(verdict, order);
          const expected = JSON.stringify(verdictSchema.parse(given));
          expect(JSON.stringify(canonicalVerdict(given as Verdict))).toBe(expected);
          expect(expected).not.toContain('foreign');
        }),
        { numRuns: 50 },
      );
    }
  });

  test('has every kind of evidence in it, with all that it may hold', () => {
    const { $defs } = z.toJSONSchema(evidenceSchema);
    const kinds = $defs?.Evidence?.oneOf as unknown as readonly Kind[];
    expect(new Set(EVIDENCE.map(({ type }) => type))).toEqual(new Set(kinds.map(({ properties }) => properties.type.const)));
    for (const { properties } of kinds) {
      const keys = EVIDENCE.filter(({ type }) => type === properties.type.const).flatMap((piece) => Object.keys(piece));
      expect(new Set(keys)).toEqual(new Set(Object.keys(properties)));
    }
  });
});

import fc from 'fast-check';
import type { Evidence } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import { mergeFindings } from './merge.ts';

const WORDS = { zh: '字', en: 'words' };
const found = (evidence: readonly Evidence[]): Finding => ({
  rule: 'permission/only',
  check: 'permission',
  message: 'm',
  subject: 's',
  severity: 'warn',
  title: WORDS,
  text: WORDS,
  remedy: WORDS,
  clauses: [],
  basis: [],
  evidence,
  fingerprint: '0123456789abcdef',
});

describe('the evidence of a merged finding', () => {
  const few = fc.constantFrom('a', 'b');
  const evidence = fc.oneof(
    fc.record(
      { type: fc.constant('manifest' as const), element: few, attribute: few, value: few },
      { requiredKeys: ['type', 'element'] },
    ),
    fc.record(
      { type: fc.constant('resource' as const), entry: few, text: few, element: few },
      { requiredKeys: ['type', 'entry'] },
    ),
    fc.record({
      type: fc.constant('code' as const),
      target: few,
      count: fc.nat(1),
      caller: fc.record({ class: few, method: few, offset: fc.nat(1) }),
    }),
    fc.record({ type: fc.constant('policy' as const), snapshot: few, range: fc.tuple(fc.nat(1), fc.nat(1)), excerpt: few }),
    fc.record({ type: fc.constant('listing' as const), field: few, value: few }),
  );

  test('is every piece once, in the order in which it came', () => {
    fc.assert(
      fc.property(fc.array(fc.array(evidence, { maxLength: 15 }), { minLength: 1, maxLength: 3 }), (lists) => {
        const texts = lists.flat().map((piece) => JSON.stringify(piece));
        const merged = mergeFindings(lists.map(found));
        expect(merged).toHaveLength(1);
        expect(merged[0]!.evidence.map((piece) => JSON.stringify(piece))).toEqual([...new Set(texts)]);
      }),
    );
  });
});

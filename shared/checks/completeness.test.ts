import type { PackageFacts } from '../domain/facts/package.ts';
import type { Gap } from '../domain/gap.ts';
import { isAllCodeSeen, wasReadWhole } from './completeness.ts';

const gap = (affects: Gap['affects']): Gap => ({ code: 'c', place: 'p', message: { zh: '缺', en: 'gap' }, affects });
const seen = {
  gaps: [],
  packers: [],
  frameworks: [],
  code: { dexFiles: [{}], dynamicLoading: [] },
  coverage: { level: 'full', reasons: [] },
};
const facts = (change: object = {}) => ({ ...seen, ...change }) as unknown as PackageFacts;

test('a gap in the part or in the whole package breaks it; one elsewhere does not', () => {
  expect(wasReadWhole(facts(), 'manifest')).toBe(true);
  expect(wasReadWhole(facts({ gaps: [gap('native')] }), 'manifest')).toBe(true);
  expect(wasReadWhole(facts({ gaps: [gap('manifest')] }), 'manifest')).toBe(false);
  expect(wasReadWhole(facts({ gaps: [gap('package')] }), 'manifest')).toBe(false);
});

test('all code is seen only where nothing can hide any', () => {
  expect(isAllCodeSeen(facts())).toBe(true);
  const hiding = [
    { coverage: { level: 'partial', reasons: [] } },
    { packers: [{}] },
    { frameworks: ['flutter'] },
    { code: { dexFiles: [], dynamicLoading: [] } },
    { code: { dexFiles: [{}], dynamicLoading: [{}] } },
    { gaps: [gap('code')] },
  ];
  expect(hiding.map((change) => isAllCodeSeen(facts(change)))).toEqual(hiding.map(() => false));
});

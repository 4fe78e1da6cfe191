import { loadRules } from '../../checks/registry.ts';
import type { Rule } from '../../checks/rule.ts';
import { BUILT_IN, BUILT_IN_TEXT } from '../../checks/rulebook/built-in.ts';
import type { GrantedWaiver } from '../../domain/review/granted-waiver.ts';
import { openGranting } from './granted.ts';

let rules: readonly Rule[];
beforeAll(async () => {
  rules = await loadRules();
});

const OWN = { rulebook: BUILT_IN, text: BUILT_IN_TEXT };
const waiver = (id: string, change: Partial<GrantedWaiver> = {}): GrantedWaiver => ({
  id,
  store: 'store',
  rule: 'sdk/undisclosed',
  app: 'com.example.app',
  certificate: null,
  subject: id,
  reason: '误报',
  by: { id: 'acc', displayName: '韩梅梅' },
  granted: '2026-01-01',
  expires: '2026-06-30',
  decision: null,
  submission: 'sub',
  revokedAt: null,
  ...change,
});
const extend = async (granted: readonly GrantedWaiver[]) => {
  const errors: string[] = [];
  const granting = openGranting({
    waivers: { inForce: async () => granted },
    rules,
    clock: () => new Date('2026-05-01T04:00:00Z'),
    log: { error: (_details, message) => void errors.push(message) },
  });
  const { rulebook } = await granting.extend('store', OWN);
  return { ids: rulebook.waivers.map(({ id }) => id), errors };
};

test('waivers that fit stand in the order in which they were granted', async () => {
  const over = waiver('over', { expires: '2026-04-30' });
  expect(await extend([over, waiver('holds')])).toEqual({ ids: ['over', 'holds'], errors: [] });
});

test('more than a rulebook holds: as many as fit stay, and those that are over go first', async () => {
  const long = '长'.repeat(2_000);
  const over = Array.from({ length: 100 }, (_, n) => waiver(`over-${n}`, { expires: '2026-04-30', reason: long }));
  const hold = Array.from({ length: 100 }, (_, n) => waiver(`holds-${n}`, { reason: long }));
  const { ids, errors } = await extend([...over, ...hold]);
  expect(ids.slice(0, 100)).toEqual(hold.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(150);
  expect(ids.length).toBeLessThan(200);
  expect(errors).toEqual([expect.stringContaining('not all granted waivers fit')]);
});

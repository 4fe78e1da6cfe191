import { decodePrints } from '../../../shared/knowledge/sdks/prints/prints.ts';
import { fingerprintsOf } from './sdk-fingerprints.ts';

const range = (from: number, count: number) => new Set(Array.from({ length: count }, (_, at) => (from + at) * 4));
const ownOf = (id: string, samples: Parameters<typeof fingerprintsOf>[0]) => {
  const entry = fingerprintsOf(samples).entries.find((one) => one.id === id);
  return entry && { prints: [...decodePrints(entry.prints)], of: entry.of };
};

test('of all archives of an SDK what no other code has', () => {
  const samples = [
    { id: 'push', archive: '1', prints: range(0, 30) },
    { id: 'push', archive: '2', prints: range(10, 40) },
    { id: 'maps', archive: '3', prints: range(40, 40) },
    { id: null, archive: 'an app', prints: range(0, 5) },
  ];
  expect(ownOf('push', samples)).toEqual({ prints: [...range(5, 35)], of: 28 });
  expect(ownOf('maps', samples)).toEqual({ prints: [...range(50, 30)], of: 30 });
  expect(fingerprintsOf([...samples].reverse())).toEqual(fingerprintsOf(samples));
});

test('what three have belongs to none of them, and an SDK with hardly anything of its own has no fingerprint', () => {
  const samples = ['a', 'b', 'c'].map((id) => ({ id, archive: id, prints: range(0, 50) }));
  expect(fingerprintsOf([...samples, { id: 'd', archive: 'd', prints: range(100, 3) }]).entries).toEqual([]);
});

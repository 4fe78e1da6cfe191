import { dueAt, STANDARD_SERVICE_LEVEL } from './service-level.ts';

test('a dossier is due after so many hours of the clock, of children’s apps sooner', () => {
  const friday = new Date('2026-10-02T18:00:00.000+08:00');
  expect(dueAt(friday, false, STANDARD_SERVICE_LEVEL).toISOString()).toBe('2026-10-03T10:00:00.000Z');
  expect(dueAt(friday, true, STANDARD_SERVICE_LEVEL).toISOString()).toBe('2026-10-02T18:00:00.000Z');
  expect(dueAt(friday, true, { hours: 72, hoursForChildren: 1 }).toISOString()).toBe('2026-10-02T11:00:00.000Z');
});

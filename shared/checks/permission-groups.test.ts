import { knowledge } from '../knowledge/index.ts';
import { findPermission } from '../knowledge/permissions.ts';
import { groupKey, isSameGroup } from './permission-groups.ts';

const A = 'android.permission.';
const H = 'ohos.permission.';

test.each([
  [`${A}ACCESS_FINE_LOCATION`, `${A}ACCESS_COARSE_LOCATION`],
  [`${A}READ_MEDIA_IMAGES`, `${A}WRITE_EXTERNAL_STORAGE`],
  [`${H}CAMERA`, `${A}CAMERA`],
  [`${H}READ_IMAGEVIDEO`, `${A}READ_MEDIA_IMAGES`],
  [`${H}APPROXIMATELY_LOCATION`, `${H}LOCATION`],
  ['system.geolocation', `${H}LOCATION`],
  ['system.record', `${A}RECORD_AUDIO`],
  ['com.example.P', 'com.example.P'],
  [`${A}health.READ_STEPS`, `${A}health.READ_HEART_RATE`],
])('%s and %s are one to a reader', (a, b) => {
  expect([isSameGroup(a, b, knowledge), isSameGroup(b, a, knowledge)]).toEqual([true, true]);
});

test.each([
  [`${A}CAMERA`, `${A}RECORD_AUDIO`],
  [`${H}READ_CONTACTS`, `${H}READ_CALENDAR`],
  [`${H}INTERNET`, `${H}ACCELEROMETER`],
  ['com.example.P', 'com.example.Q'],
])('%s and %s are not', (a, b) => {
  expect(isSameGroup(a, b, knowledge)).toBe(false);
});

test('storage and photographs count once, and so does location of any kind and platform', () => {
  const keyOf = (name: string) => groupKey(findPermission(knowledge, name)!, knowledge);
  expect(keyOf(`${A}READ_MEDIA_VIDEO`)).toBe(keyOf(`${H}WRITE_IMAGEVIDEO`));
  expect(keyOf(`${A}ACCESS_FINE_LOCATION`)).toBe(keyOf(`${H}LOCATION_IN_BACKGROUND`));
  expect(keyOf(`${A}CAMERA`)).not.toBe(keyOf(`${A}READ_MEDIA_VIDEO`));
});

import { knowledge } from '../knowledge/index.ts';
import { findPermission } from '../knowledge/permissions.ts';
import { isPriority, relevanceOf } from './category-relevance.ts';

const of = (category: number, name: string) => [knowledge.categories.get(category)!, findPermission(knowledge, name)!] as const;

test.each([
  [1, 'android.permission.ACCESS_FINE_LOCATION', 'basic'],
  [1, 'android.permission.READ_CALL_LOG', 'low'],
  [1, 'android.permission.INTERNET', null],
  [1, 'ohos.permission.LOCATION', 'basic'],
  [1, 'ohos.permission.READ_CONTACTS', 'low'],
  [1, 'system.geolocation', 'basic'],
  [36, 'system.media', 'basic'],
  [6, 'android.permission.health.READ_STEPS', 'low'],
])('in type %p %s is %p', (category, name, relevance) => {
  expect(relevanceOf(...of(category, name))).toBe(relevance);
});

test.each([
  [12, 'android.permission.READ_CONTACTS', true],
  [12, 'ohos.permission.READ_CONTACTS', true],
  [12, 'android.permission.QUERY_ALL_PACKAGES', true],
  [12, 'android.permission.CAMERA', false],
  [28, 'android.permission.READ_SMS', true],
  [28, 'android.permission.READ_CONTACTS', false],
  [34, 'android.permission.READ_SMS', false],
  [6, 'android.permission.READ_SMS', false],
])('whether authorities look first at type %p with %s', (category, name, expected) => {
  expect(isPriority(...of(category, name))).toBe(expected);
});

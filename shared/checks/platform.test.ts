import { identityPlace, isAndroid } from './platform.ts';

test('each platform has its own words for who an app is', () => {
  expect(identityPlace({ platform: 'harmony' })).toMatchObject({ element: '/app', packageName: 'bundleName' });
  expect(identityPlace({ platform: 'quick-app' })).toMatchObject({ element: '/', label: 'name' });
  expect(identityPlace({ platform: null })).toEqual(identityPlace({ platform: 'android' }));
});

test('a package too broken to name its platform is Android’s by its format alone', () => {
  expect(isAndroid({ platform: null, format: 'aab' })).toBe(true);
  expect(isAndroid({ platform: null, format: 'hap' })).toBe(false);
  expect(isAndroid({ platform: 'harmony', format: 'app' })).toBe(false);
});

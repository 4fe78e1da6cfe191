import { compareVersions, isWithin } from './version-order.ts';

test.each([
  ['1.2.3', '1.2.4'],
  ['1.9.0', '1.10.0'],
  ['1.2', '1.2.0.1'],
  ['9.4.0-rc1', '9.4.0'],
  ['9.4.0-alpha02', '9.4.0-beta01'],
  ['9.4.0-rc.1', '9.4.0-rc.2'],
  ['2.0.0.RELEASE', '2.0.1'],
  ['v6.8.1.aar', '6.8.2_release'],
  ['2021.3.4', '2022.1'],
  ['1.0-SNAPSHOT', '1.0'],
])('%s comes before %s', (a, b) => {
  expect(compareVersions(a, b)).toBeLessThan(0);
  expect(compareVersions(b, a)).toBeGreaterThan(0);
});

test.each([
  ['1.2', '1.2.0'],
  ['V1.2.0', '1.2.0'],
  ['1.2.0.aar', '1.2.0_release'],
  ['1.2.0+build7', '1.2.0'],
  ['31.1-android', '31.1-jre'],
])('%s is %s', (a, b) => {
  expect(compareVersions(a, b)).toBe(0);
});

test.each([
  ['unknown', '1.0'],
  ['', '1.0'],
  ['1.2.0-cn', '1.2.0-global'],
  ['1.2.0_20230101', '1.2.0'],
  ['2021.3.4', '9.4.0'],
])('nothing tells the order of %s and %s', (a, b) => {
  expect(compareVersions(a, b)).toBeNull();
  expect(compareVersions(b, a)).toBeNull();
});

test('words whose order nobody knows do not matter where the numbers differ', () => {
  expect(compareVersions('1.2.0-cn', '1.3.0-global')).toBeLessThan(0);
});

test('a range has its beginning and not its end', () => {
  const range = { from: '2.0', below: '2.15.0' };
  expect(['1.9', '2.0', '2.14.1', '2.15.0', '2.15.0-rc1', 'x'].map((version) => isWithin(version, range))).toEqual([
    false,
    true,
    true,
    false,
    true,
    null,
  ]);
  expect(isWithin('0.1', { from: null, below: '1' })).toBe(true);
});

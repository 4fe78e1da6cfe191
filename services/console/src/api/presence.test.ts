import { isUnattended } from './presence.ts';

test('nobody is there a minute after the last touch', () => {
  expect(isUnattended()).toBe(false);
  expect(isUnattended(Date.now() + 50_000)).toBe(false);
  expect(isUnattended(Date.now() + 70_000)).toBe(true);
});

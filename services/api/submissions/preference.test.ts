import { preferredWait } from './preference.ts';

test.each([
  [undefined, 0],
  ['', 0],
  ['wait=5', 5],
  ['respond-async, wait=10', 10],
  ['WAIT = "7"; x=y', 7],
  ['wait=3600', 60],
  ['wait=-1', 0],
  ['wait=soon', 0],
  ['handling=strict', 0],
])('Prefer: %s waits %d seconds', (header, seconds) => {
  expect(preferredWait(header)).toBe(seconds);
});

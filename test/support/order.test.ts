import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOrder } from './order.mjs';

const E2E = ['test/e2e/a.test.ts', 'test/e2e/b.test.ts', 'test/e2e/c.test.ts'] as const;
const OTHERS = ['test/formats/x.test.ts', 'test/formats/y.test.ts', 'shared/z.test.ts'] as const;

test('the longest suite comes first, whatever order they are found in', () => {
  const seconds = { [OTHERS[0]]: 3, [OTHERS[1]]: 50, [OTHERS[2]]: 10 };
  for (const found of [OTHERS, OTHERS.toReversed()])
    expect(inOrder(found, seconds, 2)).toEqual([OTHERS[1], OTHERS[2], OTHERS[0]]);
});

test('two lanes never run two suites with browsers as long as there are others', () => {
  const seconds = { [E2E[0]]: 30, [E2E[1]]: 20, [E2E[2]]: 10, [OTHERS[0]]: 25, [OTHERS[1]]: 24, [OTHERS[2]]: 9 };
  const order = inOrder([...OTHERS, ...E2E], seconds, 2);
  // 0: a and x; 25: x ends, y; 30: a ends, b; 49: y ends, z; 50: b ends, c.
  expect(order).toEqual([E2E[0], OTHERS[0], OTHERS[1], E2E[1], OTHERS[2], E2E[2]]);
});

test('every suite is run once: what nobody has timed too, and on one lane or many', () => {
  for (const lanes of [1, 2, 3, 8]) {
    const order = inOrder([...OTHERS, ...E2E], {}, lanes);
    expect(order.toSorted()).toEqual([...OTHERS, ...E2E].toSorted());
  }
  expect(inOrder([], {}, 2)).toEqual([]);
});

test('the suites whose time is written down are there', () => {
  const seconds = JSON.parse(readFileSync(new URL('./durations.json', import.meta.url), 'utf8')) as Record<string, number>;
  const root = join(import.meta.dirname, '../..');
  expect(Object.keys(seconds).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

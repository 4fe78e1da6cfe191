import { until, untilEqual } from './until.ts';

test('a condition is asked again until it holds, and named when it does not', async () => {
  let asked = 0;
  await until(() => ++asked === 3);
  expect(asked).toBe(3);
  await expect(until(() => asked === 0, 50)).rejects.toThrow('not within 50 ms: ()=>asked === 0');
});

test('a value is read again until it equals, and the last one is told when it does not', async () => {
  let read = 0;
  await untilEqual(() => {
    read += 1;
    return [read];
  }, [3]);
  expect(read).toBe(3);
  await expect(untilEqual(async () => ({ wide: true }), { wide: false }, 50)).rejects.toThrow(/"wide": true/);
  await expect(untilEqual(() => Promise.reject(new Error('the page is gone')), 1)).rejects.toThrow('the page is gone');
});

import { Slots } from './slots.ts';

test('so many at a time, the others in their order, and not too many', async () => {
  const slots = new Slots(1, 2);
  const first = await slots.take();
  const order: number[] = [];
  const second = slots.take().then((release) => {
    order.push(2);
    return release;
  });
  const third = slots.take().then((release) => {
    order.push(3);
    return release;
  });
  expect(await slots.take()).toBeNull();
  first?.();
  first?.();
  (await second)?.();
  (await third)?.();
  expect(order).toEqual([2, 3]);
  expect(await slots.take()).not.toBeNull();
});

test('who waits when it closes is sent away', async () => {
  const slots = new Slots(1, 2);
  await slots.take();
  const waiting = slots.take();
  slots.close();
  expect(await waiting).toBeNull();
});

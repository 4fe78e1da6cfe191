import { AsyncLocalStorage } from 'node:async_hooks';
import { storagesInUse } from './storages.mjs';

test('what came into use within a suite is disabled with it, and what was there before is not', () => {
  class Storage<T> extends AsyncLocalStorage<T> {}
  const storages = storagesInUse(Storage);
  const [earlier, entered, ran] = [new Storage<number>(), new Storage<number>(), new Storage<number>()];
  earlier.enterWith(1);
  storages.suiteBegins();
  earlier.enterWith(2);
  entered.enterWith(3);
  expect(ran.run(4, () => [earlier.getStore(), entered.getStore(), ran.getStore()])).toEqual([2, 3, 4]);
  storages.suiteEnds();
  expect([earlier.getStore(), entered.getStore()]).toEqual([2, undefined]);

  storages.suiteBegins();
  expect(entered.run(5, () => entered.getStore())).toBe(5);
  storages.suiteEnds();
  earlier.disable();
});

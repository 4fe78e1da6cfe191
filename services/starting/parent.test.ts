import { watchParent } from './parent.ts';

const ofNpm = { npm_lifecycle_event: 'start' };

test('tells once when the parent has gone', async () => {
  let parent = 100;
  let told = 0;
  const first = new Promise<void>((resolve) => {
    watchParent(
      () => {
        told += 1;
        resolve();
      },
      ofNpm,
      () => parent,
    );
  });
  parent = 1;
  await first;
  expect(told).toBe(1);
});

test('looks only when npm started the process, and not after it was told to stop', async () => {
  let looks = 0;
  const parentOf = (): number => {
    looks += 1;
    return looks;
  };
  const gone = (): void => {
    throw new Error('nobody has gone');
  };
  watchParent(gone, {}, parentOf)();
  expect(looks).toBe(0);
  watchParent(gone, ofNpm, parentOf)();
  expect(looks).toBe(1);
});

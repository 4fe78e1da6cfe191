import { isPublic } from './addresses.ts';
import { guardedLookup } from './guarded-lookup.ts';

type Answer = { readonly error: Error | null; readonly address: unknown };

const ask = (lookup: ReturnType<typeof guardedLookup>, all: boolean): Promise<Answer> =>
  new Promise((resolve) => lookup('name.test', { all }, (error, address) => resolve({ error, address })));

test('each resolution is judged anew: public first, private the next time', async () => {
  let asked = 0;
  const lookup = guardedLookup(async () => [{ address: asked++ === 0 ? '8.8.8.8' : '127.0.0.1', family: 4 }], isPublic);
  expect(await ask(lookup, false)).toEqual({ error: null, address: '8.8.8.8' });
  expect((await ask(lookup, false)).error).toMatchObject({ failure: 'private-address' });
});

test('hands on what it checked, one address or all', async () => {
  const addresses = [
    { address: '2606:4700::1111', family: 6 },
    { address: '1.1.1.1', family: 4 },
  ];
  const lookup = guardedLookup(async () => addresses, isPublic);
  expect(await ask(lookup, true)).toEqual({ error: null, address: addresses });
  expect(await ask(lookup, false)).toEqual({ error: null, address: '2606:4700::1111' });
});

test('a name without addresses is not found', async () => {
  expect(
    (
      await ask(
        guardedLookup(async () => [], isPublic),
        true,
      )
    ).error,
  ).toMatchObject({ code: 'ENOTFOUND' });
});

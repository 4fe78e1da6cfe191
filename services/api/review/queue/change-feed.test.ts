import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeFeed } from './change-feed.ts';

/** A database whose last change is set by hand, and which counts who looks. */
function versions() {
  const state = { newest: '1', looks: 0, broken: false };
  return {
    state,
    version: async () => {
      state.looks += 1;
      if (state.broken) throw new Error('down');
      return { settled: `${state.newest}0`, newest: state.newest };
    },
  };
}
const never = new AbortController().signal;

test('all who wait are answered by the same look', async () => {
  const source = versions();
  const feed = new ChangeFeed(source, 20);
  const waiting = Array.from({ length: 50 }, () => feed.beyond(1n, 5_000, never));
  await sleep(50);
  source.state.newest = '2';
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['20']));
  expect(source.state.looks).toBeLessThan(50);
});

test('nobody looks while nobody waits, and looking begins anew', async () => {
  const source = versions();
  const feed = new ChangeFeed(source, 5);
  expect(await feed.beyond(1n, 20, never)).toBeNull();
  await sleep(30);
  const { looks } = source.state;
  await sleep(50);
  expect(source.state.looks).toBe(looks);
  const waiting = feed.beyond(1n, 5_000, never);
  source.state.newest = '7';
  expect(await waiting).toBe('70');
});

test('who is gone, or late from the start, waits for nothing', async () => {
  const source = versions();
  const feed = new ChangeFeed(source, 5);
  expect(await feed.beyond(1n, 60_000, AbortSignal.abort())).toBeNull();
  expect(await feed.beyond(1n, 0, never)).toBeNull();
  expect(source.state.looks).toBe(0);
  const client = new AbortController();
  const waiting = feed.beyond(1n, 60_000, client.signal);
  client.abort();
  expect(await waiting).toBeNull();
});

test('a database that does not answer is told to whoever waits, and the next one finds it well again', async () => {
  const source = versions();
  const feed = new ChangeFeed(source, 5);
  source.state.broken = true;
  await expect(feed.beyond(1n, 60_000, never)).rejects.toThrow('down');
  source.state.broken = false;
  source.state.newest = '2';
  expect(await feed.beyond(1n, 60_000, never)).toBe('20');
});

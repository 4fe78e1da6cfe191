import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseWithCounters } from '../instrument/counters.mjs';
import { Corpus } from './corpus.ts';
import { countBranches } from './coverage.ts';
import { minimise, signatureOf } from './findings.ts';
import { Random } from './random.ts';
import { search } from './search.ts';
import { Finding, type Target } from './target.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-search-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Five conditions one within the other: who changes bytes blindly would need 2^40 tries. */
const NESTED = `
export function read(bytes) {
  if (bytes[0] === 0x50) { if (bytes[1] === 0x4b) { if (bytes[2] === 7) { if (bytes[3] === 9) { if (bytes[4] > 250) throw new Error('deep'); } } } }
}`;

/** A module with counters, loaded as the fuzzer's hook loads it. */
async function nestedReader(): Promise<(bytes: Uint8Array) => void> {
  countBranches();
  const { transform } = await import('@swc/core');
  const { program, head } = await parseWithCounters(NESTED, 'nested.ts');
  const { code } = await transform(program, { jsc: { target: 'es2022' }, module: { type: 'es6' }, swcrc: false });
  return new Function(`${head}${code.replace('export function', 'return function')}`)() as (bytes: Uint8Array) => void;
}

const silent = { began: () => undefined, took: async () => undefined };

test('what lies behind five conditions is found, the same way with the same seed, and made small', async () => {
  const read = await nestedReader();
  const target: Target = {
    name: 'nested',
    seeds: async () => [Buffer.from('some input to begin with')],
    run: async (input) => read(input),
    examine: async () => undefined,
  };
  const attempts: number[] = [];
  for (const round of ['first', 'second']) {
    let runs = 0;
    let found: { input: Buffer; error: unknown; after: number } | undefined;
    await search(
      target,
      new Corpus(join(folder, round)),
      new Random(7),
      { seconds: Infinity, runs: 60_000, skip: new Set() },
      {
        ...silent,
        began: () => {
          runs += 1;
        },
        async found(input, error) {
          found ??= { input: Buffer.from(input), error, after: runs };
        },
      },
    );
    expect(found?.error).toMatchObject({ message: 'deep' });
    attempts.push(found!.after);
    const smallest = await minimise(target, found!.input, signatureOf(found!.error));
    expect(smallest.length).toBe(5);
    expect([...smallest.subarray(0, 4)]).toEqual([0x50, 0x4b, 7, 9]);
    expect((await readdir(join(folder, round))).length).toBeGreaterThanOrEqual(5);
  }
  expect(attempts[1]).toBe(attempts[0]);
});

test('findings of one oracle at one place are one, whatever numbers they tell', () => {
  expect(signatureOf(new Finding('reads-too-much', '5 bytes at 0x1f'))).toBe(
    signatureOf(new Finding('reads-too-much', '77 bytes at 0xff')),
  );
  expect(signatureOf(new Finding('slow', 'x'))).not.toBe(signatureOf(new Finding('differs', 'x')));
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TARGETS } from './targets/index.ts';

/** Seconds for each target; continuous integration gives thirty, the scheduled run of `npm run fuzz` ten minutes. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 2);
const STARTING_SECONDS = 60;
/** Readers that every package goes through first; the others get a third of the time. */
const FIRST = [
  'zip',
  'manifest',
  'resources',
  'dex',
  'signing-block',
  'hap-signature',
  'harmony-declaration',
  'resource-index',
  'abc',
];
const ROUNDS = [
  { seconds: SECONDS, targets: FIRST },
  { seconds: Math.ceil(SECONDS / 3), targets: TARGETS.map(({ name }) => name).filter((name) => !FIRST.includes(name)) },
];

let corpus: string;
beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'shelfgate-fuzz-'));
});
afterAll(() => rm(corpus, { recursive: true, force: true }));

describe.each(ROUNDS)('$seconds seconds each', ({ seconds, targets }) => {
  test(
    `nothing is found in ${targets.join(', ')}`,
    async () => {
      const { code, said } = await fuzz([
        '--seed',
        '1',
        '--seconds',
        `${seconds}`,
        ...targets.flatMap((name) => ['--target', name]),
      ]);
      // The last lines tell what was found and where its input lies; a line for every target says that it was searched.
      expect({ code, end: said.slice(code === 0 ? -14 : -4000) }).toEqual({ code: 0, end: 'nothing found\n' });
      for (const name of targets) expect(said).toMatch(new RegExp(`^${name}: [1-9]\\d* inputs, [1-9]\\d* of \\d+ branches`, 'm'));
    },
    (seconds + STARTING_SECONDS) * targets.length * 1000,
  );
});

/** Runs the fuzzer as `npm run fuzz` does. */
async function fuzz(options: readonly string[]): Promise<{ code: number | null; said: string }> {
  const program = fileURLToPath(new URL('./fuzz.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, '--corpus', corpus, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

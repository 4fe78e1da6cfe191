import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TARGETS } from './targets/index.ts';

/** Seconds for each target; continuous integration gives thirty, the scheduled run of `npm run fuzz` ten minutes. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 2);
const STARTING_SECONDS = 30;

test(
  `${SECONDS} seconds of each target find nothing`,
  async () => {
    const corpus = await mkdtemp(join(tmpdir(), 'shelfgate-fuzz-'));
    try {
      const args = [
        fileURLToPath(new URL('./fuzz.mjs', import.meta.url)),
        '--seed',
        '1',
        '--seconds',
        String(SECONDS),
        '--corpus',
        corpus,
      ];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
      }
      const [code] = (await once(child, 'close')) as [number | null];
      // The last lines tell what was found and where its input lies; a line for every target says that it was searched.
      expect({ code, end: said.slice(code === 0 ? -14 : -4000) }).toEqual({ code: 0, end: 'nothing found\n' });
      for (const { name } of TARGETS)
        expect(said).toMatch(new RegExp(`^${name}: [1-9]\\d* inputs, [1-9]\\d* of \\d+ branches`, 'm'));
    } finally {
      await rm(corpus, { recursive: true, force: true });
    }
  },
  (SECONDS + STARTING_SECONDS) * TARGETS.length * 1000,
);

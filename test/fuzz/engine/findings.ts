import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Finding, type Target } from './target.ts';

/** Tries at making one input smaller. */
const MINIMISING_RUNS = 400;
const MINIMISING_MS = 10_000;

export interface SavedFinding {
  readonly signature: string;
  readonly file: string;
  readonly message: string;
}

/** What tells one finding from another: the kind of error and the line of our code where it was thrown, not the numbers in its text. */
export function signatureOf(error: unknown): string {
  if (error instanceof Finding) return error.message.replace(/0x[0-9a-f]+|\d+/g, 'N').slice(0, 120);
  if (!(error instanceof Error)) return String(error);
  const frame = /\/((?:shared|services)\/[^\s:)]+\.ts):(\d+)/.exec(error.stack ?? '');
  return `${error.name} ${error.message.replace(/0x[0-9a-f]+|\d+/g, 'N').slice(0, 80)}${frame ? ` (${frame[1]}:${frame[2]})` : ''}`;
}

/** The smallest input found in bounded time that still gives the same finding: parts are left out, halves first, single bytes last. */
export async function minimise(target: Target, input: Buffer, signature: string): Promise<Buffer> {
  const until = performance.now() + MINIMISING_MS;
  let best = input;
  let runs = 0;
  const stillFails = async (candidate: Buffer): Promise<boolean> => {
    runs += 1;
    try {
      await target.run(candidate);
      await target.examine(candidate);
      return false;
    } catch (error) {
      return signatureOf(error) === signature;
    }
  };
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && runs < MINIMISING_RUNS && performance.now() < until; ) {
      const candidate = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
      if (await stillFails(candidate)) best = candidate;
      else at += size;
    }
  }
  return best;
}

/** Writes a finding's input and its story into a folder. */
export async function saveFinding(
  folder: string,
  target: string,
  input: Buffer,
  signature: string,
  error: unknown,
): Promise<SavedFinding> {
  await mkdir(folder, { recursive: true });
  const digest = createHash('sha1').update(signature).digest('hex').slice(0, 8);
  const file = join(folder, `${target}-${digest}.bin`);
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await writeFile(file, input);
  await writeFile(`${file}.txt`, `${signature}\n\n${message}\n\nnpm run fuzz -- --target ${target} --replay ${file}\n`);
  return { signature, file, message };
}

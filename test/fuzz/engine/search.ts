import { changeBytes } from '../mutate/bytes.ts';
import type { Corpus } from './corpus.ts';
import { Coverage, forgetRun, literalsOfCode } from './coverage.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';
import { contentName } from './window.ts';

export interface SearchLimits {
  /** How long to search, from when the seeds are at hand. */
  readonly seconds: number;
  /** Inputs to try at most. */
  readonly runs: number;
  /** Inputs that are given up because they ended the search before. */
  readonly skip: ReadonlySet<string>;
}

/** What a search tells while it goes on. */
export interface SearchListener {
  /** Called with every input before it is read: whoever watches can tell what the search stopped at. */
  began(input: Buffer): void;
  found(input: Buffer, error: unknown): Promise<void>;
  /** An input that took so many seconds. */
  took(input: Buffer, seconds: number): Promise<void>;
}

export interface Searched {
  readonly runs: number;
  readonly branches: number;
  readonly known: number;
  readonly features: number;
  readonly corpus: number;
}

const DEFAULT_LARGEST = 128 << 10;
/** Changes put on top of each other in one input. */
const MOST_CHANGES = 8;

/** Reads seeds and changed inputs until the limits are reached; keeps those that reach something new. */
export async function search(
  target: Target,
  corpus: Corpus,
  random: Random,
  limits: SearchLimits,
  listener: SearchListener,
): Promise<Searched> {
  const coverage = new Coverage();
  const largest = target.largest ?? DEFAULT_LARGEST;
  let runs = 0;

  const attempt = async (input: Buffer, keepAnyway: boolean): Promise<void> => {
    if (limits.skip.size > 0 && limits.skip.has(contentName(input))) return;
    runs += 1;
    listener.began(input);
    forgetRun();
    const started = performance.now();
    let failed: { error: unknown } | undefined;
    try {
      await target.run(input);
    } catch (error) {
      failed = { error };
    }
    const seconds = (performance.now() - started) / 1000;
    const { news, cost } = coverage.take();
    await listener.took(input, seconds);
    if (failed) {
      await listener.found(input, failed.error);
      return;
    }
    if (news === 0 && !keepAnyway) return;
    await corpus.keep(Buffer.from(input), cost + input.length, Math.max(1, news));
    await target.examine(input).catch((error: unknown) => listener.found(input, error));
  };

  const seeds = await target.seeds();
  const until = performance.now() + limits.seconds * 1000;
  for (const input of [...seeds, ...(await corpus.load())]) await attempt(input, runs === 0);
  if (corpus.size === 0) await corpus.keep(Buffer.alloc(0), 1, 1);
  const tokens = dictionary(target);
  const context = { tokens, largest, other: () => corpus.choose(random) };
  while (runs < limits.runs && performance.now() < until) {
    let input = corpus.choose(random);
    for (let left = random.small(MOST_CHANGES); left > 0; left--) {
      const own = target.mutators && random.once(2) ? random.pick(target.mutators)(input, random) : null;
      input = own && own.length <= largest ? own : changeBytes(input, random, context);
    }
    await attempt(input, false);
  }
  return { runs, branches: coverage.branches, known: coverage.known, features: coverage.features, corpus: corpus.size };
}

/** Numbers of the code as they may stand in a file, its texts, and the format's own tokens. */
function dictionary(target: Target): Buffer[] {
  const tokens = (target.tokens ?? []).map((token) => Buffer.from(token as string));
  for (const literal of literalsOfCode()) {
    if (typeof literal === 'string') tokens.push(Buffer.from(literal));
    else if (literal <= 0xffffffff) {
      if (literal <= 0xff) tokens.push(Buffer.of(literal));
      const wide = Buffer.alloc(4);
      wide.writeUInt32LE(literal);
      tokens.push(wide, Buffer.from(wide).reverse());
      if (literal <= 0xffff) tokens.push(wide.subarray(0, 2));
    }
  }
  return tokens;
}

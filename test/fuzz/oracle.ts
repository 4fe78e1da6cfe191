import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import type { ByteSource } from '../../shared/domain/ports.ts';
import type { InspectionContext } from '../../shared/inspection/context.ts';
import { inspectPackage } from '../../shared/inspection/index.ts';
import { packageFactsSchema } from '../../shared/inspection/schema/package-facts.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { Finding } from './engine/target.ts';

/** Facts are cut long before this, whatever the package. */
const LARGEST_FACTS = 24 << 20;
/** How often a package may be read through in all: parts that overlap are read again, within the limits of their readers. */
const MOST_READ = 64;
const MOST_REQUESTS = 100_000;

/**
 * Bytes as a source that refuses what no reader may ask, with other bytes around them: who reads past the end gets something that
 * the next reading does not repeat.
 */
function guarded(input: Uint8Array, surroundings: number): ByteSource {
  const margin = 64 + surroundings;
  const memory = new Uint8Array(input.length + 2 * margin).fill(0xa0 + surroundings);
  memory.set(input, margin);
  let fetched = 0;
  let requests = 0;
  return {
    size: input.length,
    async read(offset, length) {
      const sound = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0;
      if (!sound || offset + length > input.length)
        throw new Finding('read-outside', `${length} bytes at ${offset} of ${input.length}`);
      fetched += length;
      if (++requests > MOST_REQUESTS || fetched > MOST_READ * input.length + (16 << 20)) {
        throw new Finding('reads-too-much', `${requests} requests, ${fetched} bytes of ${input.length}`);
      }
      return memory.subarray(margin + offset, margin + offset + length);
    },
  };
}

async function inspect(input: Uint8Array, surroundings: number, reading: InspectionContext['reading']): Promise<PackageFacts> {
  return inspectPackage(guarded(input, surroundings), { sha256: '0'.repeat(64), knowledge, reading });
}

/** Inspects a package. @throws Finding where a reader stumbled instead of saying what is broken, or anything else that must not be */
export async function inspectSoundly(input: Uint8Array, reading: InspectionContext['reading'] = 'full'): Promise<string> {
  const facts = await inspect(input, 0, reading);
  const accident = facts.gaps.find(({ code }) => code === 'reader-failed');
  if (accident) throw new Finding('reader-failed', accident.message.en);
  const json = JSON.stringify(facts);
  if (json.length > LARGEST_FACTS) throw new Finding('facts-too-large', `${json.length} characters`);
  return json;
}

/** What holds for any package: the same bytes give the same facts wherever they lie in memory, and however they are read, valid ones. */
export async function examineFacts(input: Uint8Array, reading: InspectionContext['reading'] = 'full'): Promise<void> {
  const first = await inspectSoundly(input, reading);
  const second = JSON.stringify(await inspect(input, 13, reading));
  if (first !== second) throw new Finding('differs', firstDifference(first, second));
  const { error } = packageFactsSchema.safeParse(JSON.parse(first));
  if (error) throw new Finding('schema', JSON.stringify(error.issues[0]));
}

function firstDifference(first: string, second: string): string {
  let at = 0;
  while (first[at] === second[at]) at++;
  return `${first.slice(Math.max(0, at - 60), at + 60)} / ${second.slice(Math.max(0, at - 60), at + 60)}`;
}

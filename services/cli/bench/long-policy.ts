import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES_FOLDER } from '../samples.ts';

/** A policy to measure with. */
export interface LongPolicy {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly characters: number;
}

const [SHORTEST, LONGEST] = [16_000, 26_000];

/** Real policies of about 20,000 characters, where the corpus is there; one that is put together from our samples everywhere. */
export function longPolicies(corpus: string, characters: number): LongPolicy[] {
  return [composed(characters), ...realOnes(join(corpus, 'texts'))];
}

/** The paragraphs of our sample policies again and again, each with a number of its own, until the length is reached. */
function composed(characters: number): LongPolicy {
  const folder = join(SAMPLES_FOLDER, 'policies');
  const paragraphs = readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
        .split('\n'),
    )
    .map((line) => line.trim())
    .filter((line) => line.length > 12);
  let text = '示例应用隐私政策\n';
  for (let at = 0; text.length < characters; at++) text += `（${at + 1}）${paragraphs[at % paragraphs.length]}\n`;
  return { name: 'composed of the samples', bytes: new TextEncoder().encode(text.slice(0, characters)), characters };
}

function realOnes(folder: string): LongPolicy[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(join(folder, file))) }))
    .map((policy) => ({ ...policy, characters: new TextDecoder().decode(policy.bytes).length }))
    .filter((policy) => policy.characters >= SHORTEST && policy.characters <= LONGEST)
    .slice(0, 8);
}

import type { PackageFacts } from '../../domain/facts/package.ts';
import { pack } from './packed.ts';

/** Bytes of a package's facts. */
export interface FactsSize {
  /** As JSON. */
  readonly json: number;
  /** As they are kept: compressed. */
  readonly kept: number;
  /** Each part compressed by itself, the largest first; parts share words, so that their sum is more than `kept`. */
  readonly parts: readonly { readonly name: string; readonly kept: number }[];
}

/** How much room the facts of a package take, and which part of them takes it: `code.apiUses`, `components`. */
export async function factsSize(facts: PackageFacts): Promise<FactsSize> {
  const { code, ...rest } = facts;
  const parts = [
    ...Object.entries(rest),
    ...Object.entries(code).map(([name, value]): [string, unknown] => [`code.${name}`, value]),
  ];
  const sizes = await Promise.all(parts.map(async ([name, value]) => ({ name, kept: (await pack(value)).length })));
  return {
    json: Buffer.byteLength(JSON.stringify(facts)),
    kept: (await pack(facts)).length,
    parts: sizes.sort((a, b) => b.kept - a.kept),
  };
}

import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge, SdkEntry } from '../types.ts';
import type { SdkVersion } from './detected.ts';
import { ClueReader, type PlacedClue } from './version-clues.ts';
import { normalVersion } from './version-value.ts';

/** Copies of one SDK that are told apart. */
const MOST = 5;

/**
 * The versions of the SDKs that are in a package, by the best place that says one. Where one and the same thing (a constant, an artefact)
 * has several values, there are as many copies; what differs between things is no second copy, because parts have versions of their own.
 * @param copies prefixes of copies below another's, with the prefix each is a copy of
 */
export function versionsIn(
  facts: PackageFacts,
  knowledge: Knowledge,
  isFound: (sdk: SdkEntry) => boolean,
  copies: ReadonlyMap<string, { readonly sdk: SdkEntry; readonly prefix: string }>,
): ReadonlyMap<SdkEntry, readonly SdkVersion[]> {
  const clues = facts.versions ?? [];
  if (clues.length === 0) return new Map();
  const reader = new ClueReader(facts, knowledge, copies);
  const bySdk = new Map<SdkEntry, { readonly placed: PlacedClue; readonly value: string }[]>();
  for (const clue of clues) {
    const read = reader.read(clue);
    if (read === null || !isFound(read.sdk)) continue;
    const value = normalVersion(clue.value);
    if (value === null) continue;
    const list = bySdk.get(read.sdk);
    if (list === undefined) bySdk.set(read.sdk, [{ placed: read.placed, value }]);
    else list.push({ placed: read.placed, value });
  }
  return new Map([...bySdk].map(([sdk, said]) => [sdk, choose(said)]));
}

function choose(said: { readonly placed: PlacedClue; readonly value: string }[]): SdkVersion[] {
  said.sort(({ placed: a }, { placed: b }) => a.rank - b.rank || a.order - b.order || compareText(a.clue, b.clue));
  const best = said[0]!;
  const versions = new Map<string, SdkVersion>();
  for (const { placed, value } of said) {
    if (placed.thing !== best.placed.thing || versions.has(value) || versions.size >= MOST) continue;
    versions.set(value, { value, clue: placed.clue, sure: placed.sure });
  }
  return [...versions.values()];
}

function compareText(a: PlacedClue['clue'], b: PlacedClue['clue']): number {
  const [left, right] = [`${a.subject} ${a.value}`, `${b.subject} ${b.value}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

import type { PackageFacts } from '../../../domain/facts/package.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import type { SdkVersion } from '../detection/detected.ts';
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
  const reader = new ClueReader(facts, knowledge, isFound, copies);
  const bySdk = new Map<SdkEntry, PlacedClue[]>();
  for (const clue of clues) {
    const read = reader.read(clue);
    if (read === null || !isFound(read.sdk)) continue;
    const best = bySdk.get(read.sdk);
    // Most apps say a hundred versions of some SDKs; only the best places of each are ever looked at.
    if (best !== undefined && read.placed.rank > best[0]!.rank) continue;
    if (normalVersion(clue.value) === null) continue;
    if (best === undefined || read.placed.rank < best[0]!.rank) bySdk.set(read.sdk, [read.placed]);
    else best.push(read.placed);
  }
  return new Map([...bySdk].map(([sdk, placed]) => [sdk, choose(placed)]));
}

/** @param said of one rank */
function choose(said: PlacedClue[]): SdkVersion[] {
  said.sort((a, b) => a.order - b.order || compareText(a.clue, b.clue));
  const best = said[0]!;
  // Two places as good as each other that do not agree: parts of it, perhaps.
  const isDoubtful = said.some(
    ({ clue, thing, order }) =>
      order === best.order && thing !== best.thing && normalVersion(clue.value) !== normalVersion(best.clue.value),
  );
  if (isDoubtful && !best.sure) return [];
  const versions = new Map<string, SdkVersion>();
  for (const { clue, thing, sure } of said) {
    const value = normalVersion(clue.value);
    if (value === null || thing !== best.thing || versions.has(value) || versions.size >= MOST) continue;
    versions.set(value, { value, clue, sure: sure && !isDoubtful });
  }
  return [...versions.values()];
}

function compareText(a: PlacedClue['clue'], b: PlacedClue['clue']): number {
  const [left, right] = [`${a.subject} ${a.value}`, `${b.subject} ${b.value}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

import type { VersionClue, VersionSource } from '../../domain/facts/third-party.ts';
import { LIMITS } from '../limits.ts';

/** How soon a source is kept where there are too many clues: files that name their artifact, then code, then what is only a hint. */
const RANK: Readonly<Record<VersionSource, number>> = {
  cordova: 0,
  npm: 0,
  ohpm: 0,
  'meta-data': 0,
  properties: 0,
  native: 0,
  maven: 1,
  asset: 1,
  constant: 1,
  method: 1,
  resource: 2,
  'version-file': 2,
};

/** Gathers clues, each once. */
export class VersionClues {
  readonly #clues: { clue: VersionClue; rank: number }[] = [];
  readonly #seen = new Set<string>();

  /** @param library says that it speaks of a base library, which most packages have: these come last */
  add(clue: VersionClue, library = false): void {
    const key = `${clue.source}\n${clue.subject}\n${clue.value}`;
    if (this.#seen.has(key) || this.#clues.length >= LIMITS.versions * 10) return;
    this.#seen.add(key);
    const subject = clue.subject.slice(0, LIMITS.versionSubject);
    const rank = RANK[clue.source] + (library ? 10 : 0);
    this.#clues.push({ clue: { ...clue, subject, value: clue.value.slice(0, LIMITS.versionLength) }, rank });
  }

  addAll(clues: Iterable<VersionClue>): void {
    for (const clue of clues) this.add(clue);
  }

  /** At most `LIMITS.versions`, those of SDKs first, in the order in which they came. */
  list(): VersionClue[] {
    // The sort is stable.
    const ranked = this.#clues.sort((a, b) => a.rank - b.rank);
    return ranked.slice(0, LIMITS.versions).map(({ clue }) => clue);
  }
}

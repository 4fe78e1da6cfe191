import type { ByteBudget } from '../binary/entry-budget.ts';
import { readWithin } from '../binary/entry-budget.ts';
import type { Listing, Placed } from '../contents/listing.ts';
import { LIMITS } from '../limits.ts';
import { Observations, SourceFailure } from '../observations.ts';

/** Bytes of one such file: they hold a few lines. */
const MOST_BYTES = 4 << 20;

/**
 * Reads small files in which build tools write what they built in, out of one budget. One that is broken counts as not there: nothing that
 * runs depends on it.
 */
export class MetadataFiles {
  readonly listing: Listing;
  readonly #budget: ByteBudget = { left: LIMITS.metadataBytes };
  #left: number = LIMITS.metadataFiles;

  constructor(listing: Listing) {
    this.listing = listing;
  }

  /** Those whose paths fit, the first `most` of them, in the order in which they lie in the file. */
  matching(pattern: RegExp, most: number): Placed[] {
    const found: Placed[] = [];
    for (const placed of this.listing.byPath.values()) {
      if (found.length >= most) break;
      if (placed.path.length <= LIMITS.text && pattern.test(placed.path)) found.push(placed);
    }
    // Neighbours come with the same read.
    return found.sort((a, b) => a.entry.localOffset - b.entry.localOffset);
  }

  /** @throws only what the source throws */
  async bytes({ part, entry }: Placed): Promise<Buffer | null> {
    if (this.#left-- <= 0) return null;
    try {
      return await readWithin(part.archive, entry, this.#budget, MOST_BYTES, 'package', new Observations());
    } catch (error) {
      if (error instanceof SourceFailure) throw error;
      return null;
    }
  }

  /** The text of a path; null where there is none or it cannot be read. @throws only what the source throws */
  async text(path: string): Promise<string | null> {
    const placed = this.listing.byPath.get(path);
    const bytes = placed ? await this.bytes(placed) : null;
    return bytes === null ? null : bytes.toString('utf8').replace(/^\ufeff/, '');
  }
}

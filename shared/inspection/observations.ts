import { ShelfgateError } from '../domain/errors.ts';
import type { Tampering } from '../domain/facts/package.ts';
import type { Gap } from '../domain/gap.ts';
import type { Bilingual } from '../domain/text.ts';
import { BrokenBytes } from './broken.ts';
import { LIMITS } from './limits.ts';

/** What one inspection noticed beside the facts: gaps and tricks. Both are capped, and equal ones are kept once. */
export class Observations {
  readonly gaps: Gap[];
  readonly tampering: Tampering[];
  readonly #seen: Set<string>;
  readonly #place: string;

  /** @param outer what these belong to, where they are those of an archive within the package (see `within`) */
  constructor(outer: Observations | null = null, place = '') {
    this.gaps = outer ? outer.gaps : [];
    this.tampering = outer ? outer.tampering : [];
    this.#seen = outer ? outer.#seen : new Set();
    this.#place = outer ? outer.#place + place : '';
  }

  /** The same observations for a part of the package: `place` (`splits/base-master.apk!`) comes in front of every place noted. */
  within(place: string): Observations {
    return place === '' ? this : new Observations(this, place);
  }

  gap(affects: Gap['affects'], code: string, where: string, message: Bilingual): void {
    const place = this.#place + where;
    if (this.gaps.length >= LIMITS.gaps || !this.#first(`gap ${code} ${place}`)) return;
    this.gaps.push({ code, place: short(place), message: shortBoth(message), affects });
  }

  /** @param effect whether such a package or entry is refused, or only misleads tools; left out where it was not decided */
  trick(trick: string, where: string, detail: Bilingual, effect?: Tampering['effect']): void {
    const place = this.#place + where;
    if (this.tampering.length < LIMITS.tampering && this.#first(`trick ${trick} ${place}`)) {
      const known = effect === undefined ? {} : { effect };
      this.tampering.push({ trick, place: short(place), detail: shortBoth(detail), ...known });
    }
  }

  /**
   * Runs the reader of one part; where the part is broken the answer is `fallback` and a gap says what and where. Errors of the
   * source (it cannot be reached) pass through: they say nothing about the package.
   */
  async attempt<T>(affects: Gap['affects'], part: string, fallback: T, read: () => T | Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof SourceFailure) throw error;
      this.failed(affects, part, error);
      return fallback;
    }
  }

  /** Notes why a part could not be read. */
  failed(affects: Gap['affects'], part: string, error: unknown): void {
    if (error instanceof BrokenBytes) {
      this.gap(affects, error.code, `${part}: ${error.place}`, error.text);
      return;
    }
    // A reader that stumbles over input nobody thought of is our fault, but still only one part's: unknown is never innocent.
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    const message = { zh: `${part} 无法解析：${reason}`, en: `${part} could not be read: ${reason}` };
    this.gap(affects, error instanceof ShelfgateError ? error.code : 'reader-failed', part, message);
  }

  #first(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

/** Names in an archive may have 64 kB; what is said about them need not. */
function short(text: string): string {
  return text.slice(0, LIMITS.place);
}

function shortBoth({ zh, en }: Bilingual): Bilingual {
  return { zh: short(zh), en: short(en) };
}

/** Carries an error of the byte source past the readers that forgive broken bytes; `cause` is the error to throw outside. */
export class SourceFailure extends Error {}

import { AhoCorasick } from '@monyone/aho-corasick/greedy';
import type { Range } from '../../domain/text.ts';
import { normaliseTerm } from '../text/normalise.ts';

/** A term found in the text, and what it stands for. */
export interface TermMatch {
  readonly range: Range;
  readonly term: string;
  readonly ids: readonly string[];
}

/**
 * Finds all terms at once in linear time, the longest at each place (so that 蓝牙MAC地址 is not also MAC地址). Terms of Latin letters
 * only match as whole words.
 */
export class TermMatcher {
  private readonly ids = new Map<string, string[]>();
  private readonly automaton: AhoCorasick;

  /** @param entries pairs of an id and the terms for it; a term may stand for several ids. */
  constructor(entries: Iterable<readonly [id: string, terms: readonly string[]]>) {
    for (const [id, terms] of entries) {
      for (const raw of terms) {
        const term = normaliseTerm(raw);
        if (term.length < 2) continue;
        const known = this.ids.get(term);
        if (known === undefined) this.ids.set(term, [id]);
        else if (!known.includes(id)) known.push(id);
      }
    }
    this.automaton = new AhoCorasick([...this.ids.keys()]);
  }

  /** Matches in lower-case normalised text, in order. */
  *find(lower: string): Generator<TermMatch> {
    if (this.ids.size === 0) return;
    for (const { begin, end, keyword } of this.automaton.matchInText(lower)) {
      if (isWordCharacter(keyword[0]!) && begin > 0 && isWordCharacter(lower[begin - 1]!)) continue;
      if (isWordCharacter(keyword.at(-1)!) && end < lower.length && isWordCharacter(lower[end]!)) continue;
      yield { range: [begin, end], term: keyword, ids: this.ids.get(keyword) ?? [] };
    }
  }
}

function isWordCharacter(character: string): boolean {
  return /[a-z0-9_]/.test(character);
}

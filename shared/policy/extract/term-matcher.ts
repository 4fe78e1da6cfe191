import { AhoCorasick } from '@monyone/aho-corasick/greedy';
import type { Range } from '../../domain/text.ts';
import { normaliseTerm } from '../text/normalise.ts';
import { isOfOtherWords } from './other-words.ts';

/** A term found in the text, and what it stands for. */
export interface TermMatch {
  readonly range: Range;
  readonly term: string;
  readonly ids: readonly string[];
}

/**
 * Finds all terms at once in linear time, the longest at each place (so that 蓝牙MAC地址 is not also MAC地址). Terms of Latin letters
 * only match as whole words; what only looks like a term where two other words meet is none.
 */
export class TermMatcher {
  private readonly ids = new Map<string, string[]>();
  private readonly automaton: AhoCorasick;

  /** @param entries pairs of an id and the terms for it; a term may stand for several ids. */
  constructor(entries: Iterable<readonly [id: string, terms: readonly string[]]>) {
    for (const [id, terms] of entries) {
      for (const raw of terms) {
        for (const term of spacings(normaliseTerm(raw))) {
          if (term.length < 2) continue;
          const known = this.ids.get(term);
          if (known === undefined) this.ids.set(term, [id]);
          else if (!known.includes(id)) known.push(id);
        }
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
      if (isOfOtherWords(lower, keyword, begin, end)) continue;
      yield { range: [begin, end], term: keyword, ids: this.ids.get(keyword) ?? [] };
    }
  }
}

/** A space between Latin and Han letters is a matter of taste: MAC地址, MAC 地址. */
function spacings(term: string): readonly string[] {
  const closed = term.replace(/(?<=[a-z0-9]) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=[a-z0-9])/gu, '');
  const open = closed.replace(/(?<=[a-z0-9])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[a-z0-9])/gu, ' ');
  return closed === open ? [term] : [closed, open];
}

function isWordCharacter(character: string): boolean {
  return /[a-z0-9_]/.test(character);
}

import type { Admission } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { Sentence } from '../text/sentences.ts';

/** A sentence found to admit a breach: the place inside the sentence, and how sure. */
export interface Admitted {
  readonly at: number;
  readonly length: number;
  readonly confidence: number;
}

/** Reads one kind of admission, sentence by sentence. */
export interface AdmissionReader {
  readonly kind: Admission['kind'];
  /** Some word that every admission of the kind has: the pattern is only run where one stands. */
  readonly cue: RegExp;
  read(sentence: Sentence, text: PolicyText, index: number): Admitted | null;
}

/**
 * An admission by pattern: the sentence matches `says` and none of `unless`. Sentences stand in lower case and NFKC, so commas,
 * colons and brackets are the ASCII ones.
 */
export function byPattern(
  kind: Admission['kind'],
  cue: RegExp,
  says: readonly (readonly [confidence: number, pattern: RegExp])[],
  unless: RegExp,
): AdmissionReader {
  return {
    kind,
    cue,
    read({ lower }) {
      if (unless.test(lower)) return null;
      for (const [confidence, pattern] of says) {
        const match = pattern.exec(lower);
        if (match !== null && !isQuoted(lower, match.index, match[0].length)) {
          return { at: match.index, length: match[0].length, confidence };
        }
      }
      return null;
    },
  };
}

/**
 * Whether the words are only quoted: the whole of them stands inside quotation marks, so they are a name or somebody else's words
 * (一个名为“使用即同意”的做法).
 */
export function isQuoted(lower: string, at: number, length: number): boolean {
  for (const [opening, closing] of PAIRS) {
    const open = lower.lastIndexOf(opening, at);
    if (open < 0) continue;
    // Straight marks look alike: an even number before the place means that the last one closed.
    if (opening === closing && lower.slice(0, at).split(opening).length % 2 === 1) continue;
    if (lower.indexOf(closing, open + 1) >= at + length - 1) return true;
  }
  return false;
}

const PAIRS: readonly (readonly [opening: string, closing: string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
];

import type { SdkMention, SdkRow } from '../../domain/facts/policy.ts';
import type { Statement } from '../../domain/facts/policy-understanding.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { Sentence } from '../text/sentences.ts';

/** What a sentence states, without where and how sure. */
type Meaning<Kind extends Statement> = Kind extends Statement ? Omit<Kind, 'range' | 'confidence' | 'detail'> : never;

/** A statement found in a sentence: what is meant, and the telling words by their place in the sentence. */
export interface Found {
  readonly means: Meaning<Statement>;
  readonly at: number;
  readonly length: number;
  readonly confidence: number;
}

/** What was extracted before statements are read. */
export interface Known {
  readonly sdkRows: readonly SdkRow[];
  readonly sdkMentions: readonly SdkMention[];
}

/** A sentence with what stands around it. All text is in lower case, NFKC, simplified. */
export interface Place {
  readonly text: PolicyText;
  readonly known: Known;
  readonly index: number;
  readonly sentence: Sentence;
  readonly lower: string;
  /** The nearest heading above, in lower case; empty at the top. A heading is its own. */
  readonly heading: string;
  /** The nearest line above that introduces a list (以下情形:), while the list goes on; empty otherwise. */
  readonly lead: string;
}

/** Reads statements of one kind. */
export interface StatementReader {
  /** Some word that every statement of the kind has: `read` is only asked where one stands. */
  readonly cue: RegExp;
  read(place: Place): Iterable<Found>;
}

/** The sentence and the ones after it in the same section, at most `count` of them. */
export function following({ text, index, sentence }: Place, count: number): string {
  let joined = sentence.lower;
  for (let next = index + 1; next <= index + count; next++) {
    const other = text.sentences[next];
    if (other === undefined || text.lines[other.line]?.kind === 'heading') break;
    joined += `\n${other.lower}`;
  }
  return joined;
}

/** The sentence before, or an empty string. */
export function previous({ text, index }: Place): string {
  return text.sentences[index - 1]?.lower ?? '';
}

/** The clause (between commas, semicolons and brackets) before `at`. */
export function clauseBefore(lower: string, at: number): string {
  let from = at;
  while (from > 0 && !',;:。!?()'.includes(lower[from - 1]!)) from--;
  return lower.slice(from, at);
}

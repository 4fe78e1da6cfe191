/** Longer sentences are judged by their beginning: a list of a hundred device fields says nothing new after it. */
const LONGEST = 600;

const MARKER =
  /^[([【<《]?(?:\d{1,3}(?:[.-]\d{1,3}){0,4}|[a-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3}|[①-⑳⑴-⒇]|[•·●■◆○▪*-])[)\]】>》]?[、.,:)]{0,3}/u;
/** Full-width forms: they do not survive NFKC, so a text that was normalised before it came here has none. */
const FULL_WIDTH = /[\uff01-\uff5e]/;

const WIDER = 0xff01 - 0x21;

/** A sentence as the classifier looks at it. */
export interface SentenceForm {
  /** NFKC, lower case, white space as one comma, between marks of beginning and end. */
  readonly text: string;
  /** How the sentence is numbered, digits and letters made alike: `(0)`, `一、`, `a.`; empty without a number. */
  readonly marker: string;
  /**
   * A half-width comma in a raw text. In CAPP-130 white space became such a comma in most sentences that were marked important, and a
   * full-width one in the others: a trace of how the corpus was made. It is a feature of its own, so that no word has to carry it, and
   * normalised text never shows it: the policies that the product reads are normalised and are judged by their words alone.
   */
  readonly commaTrace: boolean;
  /**
   * The sentence as it was typed, for `typographyHashes`. One that was normalised is taken for one that was typed as most policies are, with
   * full-width marks: in the corpus, how a policy is typed says something about who marked its sentences, and nothing of it is known here.
   */
  readonly typed: string;
}

/**
 * Any string has a form: what is no character (lone surrogates, NUL) counts as a character that no policy has.
 * @param raw the text that the sentence is from was not normalised, see `isRaw`
 */
export function sentenceForm(sentence: string, raw: boolean): SentenceForm {
  const cut = sentence.length > LONGEST ? sentence.slice(0, LONGEST) : sentence;
  const plain = cut.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ',');
  const text = plain.length > LONGEST ? plain.slice(0, LONGEST) : plain;
  return {
    text: `^${text}$`,
    marker: markerOf(text),
    commaTrace: raw && cut.includes(','),
    typed: raw ? cut : typedAsUsual(cut),
  };
}

/** Whether any of the sentences shows signs that NFKC would have taken away. */
export function isRaw(sentences: readonly string[]): boolean {
  return sentences.some((sentence) => FULL_WIDTH.test(sentence.slice(0, LONGEST)));
}

function typedAsUsual(normalised: string): string {
  return normalised.replace(/[!(),:;?]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + WIDER));
}

function markerOf(text: string): string {
  const marker = MARKER.exec(text)?.[0] ?? '';
  return marker
    .replace(/\d+/g, '0')
    .replace(/[a-z]+/g, 'a')
    .replace(/[一二三四五六七八九十]+/g, '一');
}

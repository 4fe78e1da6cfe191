/** Up to and with the mark that ends it. Chinese has no blank after a full stop; a Latin full stop ends a sentence before a blank only. */
const SENTENCE = /(?:[^。；！？;!?\n.]|\.(?!\s))*(?:[。；！？;!?\n]+|\.\s+|$)/gu;

/** A stretch without any mark is cut: a page of one line is still compared piece by piece. */
const LONGEST = 400;

/** Cuts a text into sentences that put together are the text again. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const [sentence] of text.matchAll(SENTENCE)) {
    for (let at = 0, end = 0; at < sentence.length; at = end) {
      end = at + LONGEST;
      // Not between the halves of a character.
      if (/[\uD800-\uDBFF]/.test(sentence.charAt(end - 1))) end += 1;
      found.push(sentence.slice(at, end));
    }
  }
  return found;
}

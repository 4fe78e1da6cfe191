import traditional from 'opencc-js/dict/TSCharacters';

/** By traditional character the simplified one, for the characters that a `charAt` can see. */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  traditional.split('|').flatMap((pair): [string, string][] => {
    const [from = '', to = ''] = pair.split(' ');
    return from.length === 1 && to.length === 1 ? [[from, to]] : [];
  }),
);
const HAN = /[\u3400-\u9fff]/g;

/**
 * A name in one width, one case and one script: ＪＰｕｓｈ is jpush, 極光推送 is 极光推送. Character by character, so that it costs nothing
 * and a place in the result is a place in the normalised text; wordings of Taiwan or Hong Kong stay as they are.
 */
export function evenName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HAN, (character) => SIMPLIFIED.get(character) ?? character);
}

/** What is left of a name when everything is taken out that shows nothing: blanks, controls, zero-width and filler characters. */
export function visibleName(name: string): string {
  return name.replace(/[\s\p{C}\p{Z}\p{M}\u{115F}\u{1160}\u{3164}\u{FFA0}\u{2800}]/gu, '');
}

/**
 * Ways in which a name can look like another one. `invisible`: characters that show nothing between those that do. `direction`: characters
 * that turn the writing around. `lookalike`: Cyrillic or Greek letters within a Latin word, radicals and compatibility forms for Chinese
 * characters, mathematical letters. `private`: characters that only a font of one's own shows.
 */
export type NameTrick = 'invisible' | 'direction' | 'lookalike' | 'private';

/** Joiners belong into emoji and into scripts that join letters; there they are no trick. */
const JOINING =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Mongolian}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}]/u;
/** Tags spell the flags of England, Scotland and Wales behind a black flag. */
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007F}]+/gu;
const INVISIBLE =
  /\u034F|[\u17B4\u17B5]|[\u180B-\u180E]|[\u00AD\u115F\u1160\u200B-\u200F\u2060-\u2064\u206A-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u;
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/u;
const PRIVATE = /\p{Co}/u;
/** Letters that look like Latin ones. α, β, μ, π and others that are used as signs of their own are not among them. */
const CYRILLIC_OR_GREEK = /[АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѡ]/u;
const LOOKALIKES_ONLY = new RegExp(`^${CYRILLIC_OR_GREEK.source}+$`, 'u');
/** Radicals and compatibility ideographs look like the character that they stand for; mathematical letters like Latin ones. */
const FORMS = /[\u2E80-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}\u{1D400}-\u{1D7FF}]/u;

/** The tricks in a name, each once, in the order of the type. */
export function nameTricks(name: string): NameTrick[] {
  const text = name.normalize('NFC').replace(FLAG, '');
  const tricks: NameTrick[] = [];
  const invisible =
    INVISIBLE.test(text) && (JOINING.test(text) ? /[\u200B\u2060\uFEFF\u3164\u115F\u1160\uFFA0\u2800]/u.test(text) : true);
  if (invisible) tricks.push('invisible');
  if (DIRECTION.test(text)) tricks.push('direction');
  if (FORMS.test(name) || (CYRILLIC_OR_GREEK.test(text) && isPosing(text))) tricks.push('lookalike');
  if (PRIVATE.test(text)) tricks.push('private');
  return tricks;
}

/**
 * A word that mixes alphabets, or one (ΡΑΥ, РАУ) all of whose letters look like Latin ones beside Chinese or Latin writing: who writes
 * Russian or Greek needs other letters soon.
 */
function isPosing(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (words.some(isMixed)) return true;
  const foreign = text.match(/[\p{Script=Cyrillic}\p{Script=Greek}]+/gu) ?? [];
  const isBeside = /[\p{Script=Han}\p{Script=Latin}]/u.test(text);
  return isBeside && foreign.every((word) => LOOKALIKES_ONLY.test(word)) && foreign.some((word) => word.length >= 3);
}

function isMixed(word: string): boolean {
  return CYRILLIC_OR_GREEK.test(word) && /\p{Script=Latin}/u.test(word);
}

/** A name with every character that does not show written as its code point, so that people can see it. */
export function spelledOut(name: string): string {
  return name.replace(/\u034F|[\p{C}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]/gu, (character) => {
    return `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

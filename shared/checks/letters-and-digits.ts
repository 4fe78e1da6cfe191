const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What is known of the characters of the basic plane, by code unit. */
const kinds = new Uint8Array(0x1_0000);
const STAYS = 1;
const GOES = 2;

/**
 * A text without anything that is neither letter nor digit. Whole policies pass through here for every app: each character is looked up
 * in Unicode's tables once, not once an app.
 */
export function lettersAndDigits(text: string): string {
  let kept = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(at + 1));
    const next = at + (isPair ? 2 : 1);
    const stays = isPair ? LETTER_OR_DIGIT.test(text.slice(at, next)) : kindOf(unit) === STAYS;
    if (!stays) {
      if (at > from) kept += text.slice(from, at);
      from = next;
    }
    at = next;
  }
  return from === 0 ? text : kept + text.slice(from);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function kindOf(unit: number): number {
  const known = kinds[unit]!;
  if (known !== 0) return known;
  const kind = LETTER_OR_DIGIT.test(String.fromCharCode(unit)) ? STAYS : GOES;
  kinds[unit] = kind;
  return kind;
}

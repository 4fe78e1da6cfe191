import { addToPrint, beginPrint, finishPrint, isKept, printOfText } from '../../../knowledge/sdks/prints/prints.ts';
import { modifiedUtf8Text } from '../../binary/mutf8.ts';
import { isPlatform } from './platform-names.ts';

/** UTF-16 units of a string that tells something. */
const [LEAST, MOST] = [6, 200];
/** ASCII letters that one without other letters must have. */
const LETTERS = 4;
const [DOT, SLASH, SEMICOLON, DOLLAR, UNDERLINE] = [0x2e, 0x2f, 0x3b, 0x24, 0x5f];

/**
 * Print of a string constant, 0 where it is not among those kept or tells nothing: too short or too long, hardly a letter, or the name of
 * a class, which a shrinker adapts when it renames the class.
 * @param start of its text in modified UTF-8
 */
export function stringPrint(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < LEAST || length > MOST * 3 || isDescriptor(bytes, start, end)) return 0;
  let letters = 0;
  let dots = 0;
  let segment = start;
  let name = true;
  let hash = STRING;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte > 0x7f) return printOfForeign(bytes, start, end);
    hash = addToPrint(hash, byte);
    if (isLetter(byte)) letters += 1;
    else if (byte === DOT || byte === SLASH) {
      dots += 1;
      segment = at + 1;
    } else if ((byte < 0x30 || byte > 0x39) && byte !== DOLLAR && byte !== UNDERLINE) name = false;
  }
  if (length > MOST || letters < LETTERS) return 0;
  const print = finishPrint(hash, length);
  if (!isKept(print)) return 0;
  return name && dots >= 2 && isCapital(bytes[segment]!) && !isPlatformClass(bytes, start, end) ? 0 : print;
}

const STRING = beginPrint('s');

function printOfForeign(bytes: Uint8Array, start: number, end: number): number {
  const text = modifiedUtf8Text(bytes, start, end);
  if (text.length < LEAST || text.length > MOST) return 0;
  const print = printOfText('s', text);
  return isKept(print) ? print : 0;
}

/** `Lcom/example/Foo;`, `[Lcom/example/Foo;` */
function isDescriptor(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[end - 1] === SEMICOLON && (bytes[start] === 0x4c || bytes[start] === 0x5b);
}

function isPlatformClass(bytes: Uint8Array, start: number, end: number): boolean {
  return isPlatform(`L${modifiedUtf8Text(bytes, start, end).replaceAll('.', '/')}`);
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

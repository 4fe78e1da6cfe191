import { BLACK, type Colour, colourOf, isFaint, WHITE } from './css-colours.ts';
import { type Declared, declarationsOf } from './css-declarations.ts';
import { attribute } from './html-elements.ts';
import type { StyleSheet } from './style-sheet.ts';

/** How the letters inside of an element are set. Null is what the page alone does not tell. */
export interface LetterStyle {
  readonly pixels: number | null;
  readonly ink: Colour | null;
  readonly ground: Colour | null;
  readonly bold: boolean;
  readonly underlined: boolean;
  /** Below `SMALLEST`, or faint. */
  readonly small: boolean;
}

/** CSS pixels below which letters are small print. */
const SMALLEST = 12;

/** What browsers start with. */
export const INITIAL: LetterStyle = { pixels: 16, ink: BLACK, ground: WHITE, bold: false, underlined: false, small: false };

const TAGS: Readonly<Record<string, Declared>> = {
  b: { bold: true },
  strong: { bold: true },
  u: { underlined: true },
  ins: { underlined: true },
  small: { size: { factor: 5 / 6 } },
  big: { size: { factor: 1.2 } },
};
/** `<font size>` 1…7 in pixels. */
const FONT_SIZES = [10, 13, 16, 18, 24, 32, 48] as const;
/** Different styles of one page that are kept apart; word processors repeat the same few a thousand times. */
const MOST_STYLES = 2_000;

type Attributes = readonly { readonly name: string; readonly value: string }[];

/** Works out how letters are set, from tags, their attributes, and the simple rules of the page's style sheets. */
export class LetterStyles {
  private readonly sheet: StyleSheet;
  private readonly seen = new Map<string, Declared>();
  /** What a declaration makes of a style: word processors write the same few on every line. */
  private readonly known = new WeakMap<LetterStyle, WeakMap<Declared, LetterStyle>>();

  constructor(sheet: StyleSheet) {
    this.sheet = sheet;
  }

  /** The style inside of an element; the surrounding one itself where nothing changes. */
  inside(around: LetterStyle, tag: string, attributes: Attributes): LetterStyle {
    let style = around;
    if (Object.hasOwn(TAGS, tag)) style = this.changed(style, TAGS[tag] ?? {});
    for (const declared of this.sheet.of(tag, attribute(attributes, 'class'), attribute(attributes, 'id')))
      style = this.changed(style, withoutLinkLine(tag, declared));
    if (tag === 'font') style = this.changed(style, fontOf(attributes));
    const own = attribute(attributes, 'style');
    return own === '' ? style : this.changed(style, withoutLinkLine(tag, this.declared(own)));
  }

  private changed(around: LetterStyle, declared: Declared): LetterStyle {
    let changes = this.known.get(around);
    if (changes === undefined) {
      changes = new WeakMap();
      this.known.set(around, changes);
    }
    let style = changes.get(declared);
    if (style === undefined) {
      style = changed(around, declared);
      changes.set(declared, style);
    }
    return style;
  }

  private declared(style: string): Declared {
    const known = this.seen.get(style);
    if (known !== undefined) return known;
    const declared = declarationsOf(style);
    if (this.seen.size < MOST_STYLES && style.length < 500) this.seen.set(style, declared);
    return declared;
  }
}

/** Links are underlined because they are links. */
function withoutLinkLine(tag: string, declared: Declared): Declared {
  return tag === 'a' && declared.underlined === true ? { ...declared, underlined: false } : declared;
}

function fontOf(attributes: Attributes): Declared {
  const colour = attribute(attributes, 'color');
  const [, sign, digit] = /^\s*([+-]?)([1-7])\s*$/.exec(attribute(attributes, 'size')) ?? [];
  const step = sign === '-' ? 3 - Number(digit) : sign === '+' ? 3 + Number(digit) : Number(digit);
  const pixels = digit === undefined ? undefined : FONT_SIZES[Math.min(Math.max(step, 1), 7) - 1];
  return { ...(colour === '' ? {} : { colour }), ...(pixels === undefined ? {} : { size: { pixels } }) };
}

function changed(around: LetterStyle, declared: Declared): LetterStyle {
  const { size, colour, background, bold, underlined } = declared;
  if (size === undefined && colour === undefined && background === undefined && bold === undefined && underlined === undefined)
    return around;
  const pixels = size === undefined ? around.pixels : pixelsOf(size, around.pixels);
  const ground = background === undefined ? around.ground : groundOf(background, around.ground);
  const ink = colour === undefined || colour === 'inherit' ? around.ink : colourOf(colour, ground);
  return {
    pixels,
    ink,
    ground,
    bold: bold ?? around.bold,
    underlined: underlined === true || around.underlined,
    small: (pixels !== null && pixels < SMALLEST) || isFaint(ink, ground),
  };
}

function pixelsOf(size: Exclude<Declared['size'], undefined>, around: number | null): number | null {
  if (size === null) return null;
  if ('pixels' in size) return size.pixels;
  return around === null ? null : around * size.factor;
}

function groundOf(background: string, around: Colour | null): Colour | null {
  return /^(?:none|transparent|inherit|initial|unset)$/.test(background) ? around : colourOf(background, around);
}

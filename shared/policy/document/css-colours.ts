/** A colour as the parts of red, green and blue, 0…255. */
export type Colour = readonly [red: number, green: number, blue: number];

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [255, 255, 255];

const NAMED: Readonly<Record<string, Colour>> = {
  black: BLACK,
  white: WHITE,
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  darkgray: [169, 169, 169],
  darkgrey: [169, 169, 169],
  silver: [192, 192, 192],
  lightgray: [211, 211, 211],
  lightgrey: [211, 211, 211],
  gainsboro: [220, 220, 220],
  whitesmoke: [245, 245, 245],
  dimgray: [105, 105, 105],
  dimgrey: [105, 105, 105],
};

/** Contrast below which letters are hard to see: the lowest that WCAG 2.2 accepts of any text (1.4.3, large letters). */
const LEAST_CONTRAST = 3;
/** Below this nobody is meant to see them: what is set white on white gets its background from somewhere else. */
const NO_CONTRAST = 1.15;
/** Parts of a grey differ by no more. */
const GREY = 40;

/** The colour that a CSS value names, laid over `ground` where it is transparent; null for what is not told (variables, other notations). */
export function colourOf(value: string, ground: Colour | null): Colour | null {
  const text = value.trim().toLowerCase();
  if (Object.hasOwn(NAMED, text)) return NAMED[text] ?? null;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1];
  if (hex !== undefined) {
    const parts = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
    return [red, green, blue];
  }
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]{1,8})(%?))?\s*\)$/.exec(text);
  if (parts === null) return null;
  const [, red, green, blue, alpha, percent] = parts;
  const opaque = alpha === undefined ? 1 : Number(alpha) / (percent === '%' ? 100 : 1);
  if (!(opaque < 1)) return [Number(red), Number(green), Number(blue)];
  if (ground === null) return null;
  const over = (part: string | undefined, below: number) => Number(part) * opaque + below * (1 - opaque);
  return [over(red, ground[0]), over(green, ground[1]), over(blue, ground[2])];
}

/** Whether letters are a grey that hardly stands out from what is behind them. */
export function isFaint(ink: Colour | null, ground: Colour | null): boolean {
  if (ink === null || ground === null || Math.max(...ink) - Math.min(...ink) > GREY) return false;
  const [darker, lighter] = [luminance(ink), luminance(ground)].sort((a, b) => a - b) as [number, number];
  const contrast = (lighter + 0.05) / (darker + 0.05);
  return contrast < LEAST_CONTRAST && contrast > NO_CONTRAST;
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

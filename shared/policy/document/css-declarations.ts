/** What a style says of the letters; what it does not say is left out. */
export interface Declared {
  /** Pixels, a factor of the surrounding size, or null for a size that the page alone does not tell. */
  readonly size?: { readonly pixels: number } | { readonly factor: number } | null;
  readonly colour?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly underlined?: boolean;
}

/** Longer styles are cut: nobody writes them by hand, and what sets letters stands in the first ones. */
const LONGEST = 2_000;

const KEYWORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};
/** Pixels of the units that are the same on every screen. */
const UNITS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 9.6 / 2.54 };
const SIZE = /(\d{0,4}(?:\.\d{1,6})?)(px|pt|pc|in|cm|mm|em|%)(?![\w-])/;

/** Reads the declarations of a `style` attribute or of a rule in a style sheet. */
export function declarationsOf(style: string): Declared {
  const declared: { -readonly [key in keyof Declared]: Declared[key] } = {};
  for (const declaration of style.slice(0, LONGEST).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    if (property === 'font-size') declared.size = sizeOf(value);
    else if (property === 'font') {
      declared.size = sizeOf(SIZE.exec(value)?.[0] ?? '');
      declared.bold = /\bbold(?:er)?\b|\b[6-9]00\b/.test(value);
    } else if (property === 'color') declared.colour = value;
    else if (property === 'background' || property === 'background-color') declared.background = value;
    else if (property === 'font-weight') {
      const bold = isBold(value);
      if (bold !== null) declared.bold = bold;
    } else if (property === 'text-decoration' || property === 'text-decoration-line') {
      if (value.includes('underline')) declared.underlined = true;
    }
  }
  return declared;
}

function isBold(value: string): boolean | null {
  if (/^(?:bold|bolder|[6-9]00)$/.test(value)) return true;
  return /^(?:normal|lighter|[1-5]00)$/.test(value) ? false : null;
}

/** `rem` and `vw` are not told: on pages for phones a script sets what they count from. */
function sizeOf(value: string): Exclude<Declared['size'], undefined> {
  if (value === 'smaller') return { factor: 5 / 6 };
  if (value === 'larger') return { factor: 1.2 };
  if (value === 'inherit') return { factor: 1 };
  const named = Object.hasOwn(KEYWORDS, value) ? KEYWORDS[value] : undefined;
  if (named !== undefined) return { pixels: named };
  const [whole, amount = '', unit = ''] = SIZE.exec(value) ?? [];
  if (whole !== value || amount === '' || amount === '.') return null;
  if (unit === 'em') return { factor: Number(amount) };
  if (unit === '%') return { factor: Number(amount) / 100 };
  return { pixels: Number(amount) * (UNITS[unit] ?? 1) };
}

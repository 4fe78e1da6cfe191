import { z } from 'zod';

/** How a kind of value is read from the text of an environment variable, and what a person may write there. */
export interface Kind<Value> {
  readonly schema: z.ZodType<Value, string>;
  /** What is allowed, in one line, for the error and the README's table. */
  readonly allowed: string;
}

const refuse = (context: z.RefinementCtx): typeof z.NEVER => {
  context.addIssue({ code: 'custom', message: 'not allowed' });
  return z.NEVER;
};

/** Any text. */
export function text(allowed = 'text'): Kind<string> {
  return { schema: z.string(), allowed };
}

/** A whole number between two bounds, both included. */
export function integer(least: number, most: number): Kind<number> {
  const schema = z.string().transform((value, context) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return Number.isSafeInteger(number) && number >= least && number <= most ? number : refuse(context);
  });
  return { schema, allowed: `whole number ${least}–${most}` };
}

const UNITS: Readonly<Record<string, number>> = { '': 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** A number of bytes; `KiB`, `MiB` and `GiB` may follow it. */
export function bytes(least = 1): Kind<number> {
  const schema = z.string().transform((value, context) => {
    const [, digits, unit] = /^(\d+) ?(KiB|MiB|GiB|)$/.exec(value) ?? [];
    const number = digits === undefined || unit === undefined ? Number.NaN : Number(digits) * (UNITS[unit] ?? Number.NaN);
    return Number.isSafeInteger(number) && number >= least ? number : refuse(context);
  });
  return { schema, allowed: `bytes, at least ${least}, such as 1048576, 512MiB or 4GiB` };
}

/** A duration in milliseconds, up to a week. */
export function milliseconds(least = 1): Kind<number> {
  const { schema } = integer(least, 7 * 86_400_000);
  return { schema, allowed: `milliseconds, ${least}–${7 * 86_400_000}` };
}

/** `true` or `false`, nothing else, so that a misspelt switch is never read as off. */
export function flag(): Kind<boolean> {
  return { schema: z.enum(['true', 'false']).transform((value) => value === 'true'), allowed: 'true or false' };
}

/** One word of a list. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words): Kind<Words[number]> {
  const schema = z.string().transform((value, context) => words.find((word) => word === value) ?? refuse(context));
  return { schema, allowed: words.join(', ') };
}

/** Words of a list with commas between them, at least one. */
export function someOf<const Words extends readonly [string, ...string[]]>(words: Words): Kind<readonly Words[number][]> {
  const schema = z.string().transform((value, context) => {
    const asked = value.split(',').map((word) => word.trim());
    const known = words.filter((word) => asked.includes(word));
    return known.length > 0 && asked.every((word) => (words as readonly string[]).includes(word)) ? known : refuse(context);
  });
  return { schema, allowed: `one or more, with commas, of: ${words.join(', ')}` };
}

/** A URL of one of the schemes, kept as it was written. */
export function url(schemes: readonly string[], allowed: string): Kind<string> {
  const schema = z.string().transform((value, context) => {
    const scheme = schemes.find((candidate) => value.startsWith(`${candidate}:`));
    if (scheme === undefined) return refuse(context);
    if (scheme === 'file') return value.length > 'file:'.length ? value : refuse(context);
    return URL.canParse(value) && new URL(value).host !== '' ? value : refuse(context);
  });
  return { schema, allowed };
}

/** A text and one of the words that it stands for. */
export interface Mapping<Word> {
  readonly from: string;
  readonly to: Word;
}

/** Pairs `text=word` with commas between them, at least one, in their order; the text may have any character but `,` and `=`. */
export function mappingTo<const Words extends readonly [string, ...string[]]>(
  words: Words,
): Kind<readonly Mapping<Words[number]>[]> {
  const schema = z.string().transform((value, context) => {
    const pairs = value.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
    const known = pairs.flatMap(([from = '', written, ...more]) => {
      const to = words.find((word) => word === written);
      return from === '' || to === undefined || more.length > 0 ? [] : [{ from, to }];
    });
    return known.length === pairs.length ? known : refuse(context);
  });
  return { schema, allowed: `pairs text=word with commas between them; the words: ${words.join(', ')}` };
}

import { PermanentError } from '../domain/errors.ts';
import type { Bilingual } from '../domain/text.ts';

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** Names of the `{placeholders}` of a template, sorted, each once. */
export function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1]!))].sort();
}

/**
 * Fills a bilingual template; a Bilingual value is filled in per language. Values are taken literally: a `{name}` inside a value is
 * not looked up again, so that untrusted text cannot reach for other values.
 * @throws PermanentError `template-value-missing` when a placeholder has no value
 */
export function fillTemplate(
  template: Bilingual,
  data: Readonly<Record<string, string | number | Bilingual | undefined>> = {},
): Bilingual {
  const fill = (language: keyof Bilingual): string => {
    let filled = '';
    for (const [at, part] of partsOf(template[language]).entries()) {
      filled += at % 2 === 0 ? part : valueAt(part, language);
    }
    return filled;
  };
  const valueAt = (name: string, language: keyof Bilingual): string => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) {
      throw new PermanentError('template-value-missing', {
        zh: `模板“${template[language]}”中的占位符 {${name}} 没有取值`,
        en: `No value for the placeholder {${name}} of the template "${template[language]}"`,
      });
    }
    return readable(typeof value === 'object' ? value[language] : String(value));
  };
  return { zh: fill('zh'), en: fill('en') };
}

/** Templates cut at their placeholders; there are as many as rules have messages. */
const cut = new Map<string, readonly string[]>();

/** What stands between placeholders, at even places, and their names, at odd ones. */
function partsOf(template: string): readonly string[] {
  const known = cut.get(template) ?? template.split(PLACEHOLDER);
  cut.set(template, known);
  return known;
}

const LONGEST = 500;
/** Controls, line and paragraph separators, invisible and direction-changing characters: what can make a sentence read otherwise. */
const UNREADABLE = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** A value as it may stand in a sentence: it comes from packages, policies and listings, and nobody vouches for it. */
function readable(value: string): string {
  const shown = value
    .slice(0, LONGEST + 1)
    .replace(UNREADABLE, (character) => `\\u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  if (value.length <= LONGEST && shown.length <= LONGEST) return shown;
  return `${shown.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`;
}

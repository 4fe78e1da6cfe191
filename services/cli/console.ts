import type { Bilingual } from '../../shared/domain/text.ts';

/** Both languages (Chinese first), or one of them. */
export const LANGUAGES = ['both', 'zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where a command writes, and what it may know of its surroundings. */
export interface Console {
  /** Results; takes text without the final line break. */
  out(text: string): void;
  /** Errors and hints. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Version of the program, as its package says. */
  readonly version: string;
}

/** Console of the running process. @param version the program's own, which only its package.json knows */
export function processConsole(version: string): Console {
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    env: process.env,
    version,
  };
}

/** The texts to show: one or both, Chinese first; a translation equal to the original is shown once. */
export function inLanguages(text: Bilingual, language: Language): string[] {
  if (language !== 'both') return [text[language]];
  return text.zh === text.en ? [text.zh] : [text.zh, text.en];
}

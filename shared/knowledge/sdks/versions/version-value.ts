/** Numbers with dots, perhaps with a word behind them, at the end of the text. */
const VERSION = /(?<![\w.])[vV]?(\d{1,8}(?:\.\d{1,8}){1,5}(?:[-_.+]?[A-Za-z][\w.+-]{0,30}|[-_+]\d{1,12})?)(?=$|[\s()（])/;
/** What builds put behind a version without meaning another one. */
const WORTHLESS_ENDS = /(?:[-_.](?:release|final|aar|jar|so|ga))+$/i;

/**
 * A version in the form that versions are shown and compared in: `9.4.0` of `v9.4.0_release.aar`, `3.1.0` of `MobSDK 3.1.0 (12)`.
 * @returns null for what is none, a lone number included
 */
export function normalVersion(text: string): string | null {
  const bare = text.trim().replace(WORTHLESS_ENDS, '');
  return VERSION.exec(bare)?.[1] ?? null;
}

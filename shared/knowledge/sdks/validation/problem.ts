import type { Bilingual } from '../../../domain/text.ts';

/** One thing wrong with the data of SDKs, for whoever writes it. */
export interface SdkProblem {
  /** Name of the file, `push.json`; null for what concerns all together. */
  readonly file: string | null;
  /** Id of the entry; `#3` (counted from 1) where it has none; null for what concerns the whole file. */
  readonly entry: string | null;
  /** Field of the entry, `prefixes` or `badVersions.0.below`; null for the whole entry. */
  readonly field: string | null;
  readonly wrong: Bilingual;
  readonly mend: Bilingual;
}

/** An entry and where it stands. */
export interface PlacedSdk<Entry> {
  readonly file: string;
  readonly sdk: Entry;
}

/** The problem as one line in each language: `push.json → jpush → prefixes：…`. */
export function describeProblem({ file, entry, field, wrong, mend }: SdkProblem): Bilingual {
  const place = [file, entry, field].filter((part) => part !== null).join(' → ');
  return {
    zh: `${place === '' ? '' : `${place}：`}${wrong.zh}。改法：${mend.zh}。`,
    en: `${place === '' ? '' : `${place}: `}${wrong.en}. To mend: ${mend.en}.`,
  };
}

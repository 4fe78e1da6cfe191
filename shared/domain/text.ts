/** Text that a reviewer, a developer or an authority reads: Chinese first, English second. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Half-open character range `[start, end)` in UTF-16 code units of the text it belongs to. */
export type Range = readonly [start: number, end: number];

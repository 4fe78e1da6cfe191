import type { Range } from '../../domain/text.ts';

/** Places of the text by how they are set, where the document has styles. */
export interface StyledPlaces {
  /** Below 12 CSS pixels, or faint. */
  readonly smallPrint: readonly Range[];
  /** In bold or underlined. */
  readonly emphasised: readonly Range[];
}

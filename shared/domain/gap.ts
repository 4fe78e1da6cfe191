import type { Bilingual } from './text.ts';

/**
 * A part that could not be read. Gaps lead to review, never to approval.
 * `code` is stable and kebab-case (`zip-entry-crc-mismatch`); `place` says where (entry name, byte offset, URL).
 */
export interface Gap {
  readonly code: string;
  readonly place: string;
  readonly message: Bilingual;
  /** Which kind of facts suffers; lets a rule say "not assessed" only where it matters. */
  readonly affects: 'package' | 'manifest' | 'resources' | 'code' | 'signature' | 'native' | 'policy' | 'listing';
}

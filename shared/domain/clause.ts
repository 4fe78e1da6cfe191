import type { Bilingual } from './text.ts';

/** `sz2025-1`…`sz2025-15`, `pledge2021-1`…`pledge2021-10`, `platform2025-1`…`platform2025-4`. */
export type ClauseId = `sz2025-${number}` | `pledge2021-${number}` | `platform2025-${number}`;

/**
 * Who can decide a clause: `machine`, static evidence decides most of it; `partly`, static evidence can show some
 * violations; `human`, a person or a running app must decide.
 */
export type ClauseKind = 'machine' | 'partly' | 'human';

export interface Clause {
  readonly id: ClauseId;
  readonly instrument: string;
  readonly number: number;
  readonly name: Bilingual;
  readonly summary: Bilingual;
  readonly kind: ClauseKind;
  readonly force: 'recommended' | 'pledge';
}

/** What a verdict says about one clause. */
export const ASSESSMENTS = ['met', 'violated', 'needs-review', 'waived', 'not-assessable', 'not-applicable'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

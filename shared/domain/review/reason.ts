import type { ClauseId } from '../clause.ts';
import type { Bilingual } from '../text.ts';
import type { DecisionKind } from './decision.ts';

/** 常用理由: words that reviewers use again and again. */
export interface CannedReason {
  readonly id: string;
  /** The clause it belongs to; null for one of general use. */
  readonly clause: ClauseId | null;
  /** For which decisions it is offered; empty for all. */
  readonly kinds: readonly DecisionKind[];
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly version: number;
  readonly updatedAt: string;
}

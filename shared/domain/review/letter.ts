import type { Bilingual } from '../text.ts';
import type { AccountName } from './account.ts';

/** One finding of a letter: at most a page. Everything is plain text, generated from the finding and editable until it is sent. */
export interface LetterItem {
  readonly fingerprint: string;
  readonly title: Bilingual;
  /** What was found. */
  readonly found: Bilingual;
  /** Where: the evidence, a line each. */
  readonly evidence: readonly Bilingual[];
  /** Instrument, article and force, a line each. */
  readonly basis: readonly Bilingual[];
  /** What the developer must do. */
  readonly remedy: Bilingual;
}

/** 整改通知: what the developer is told. */
export interface LetterContent {
  readonly title: Bilingual;
  /** 致：… the developer. */
  readonly addressee: string;
  readonly opening: Bilingual;
  readonly items: readonly LetterItem[];
  readonly closing: Bilingual;
  /** Last day for rectification, `YYYY-MM-DD`. */
  readonly deadline: string | null;
  /** How to appeal, and until when. */
  readonly appeal: Bilingual;
  /** The platform that signs it. */
  readonly signatory: string;
}

export type LetterState = 'draft' | 'sent';

export interface Letter {
  readonly id: string;
  readonly submission: string;
  readonly run: number;
  readonly decision: string | null;
  readonly state: LetterState;
  readonly content: LetterContent;
  /** Grows with each save: two editors do not overwrite each other. */
  readonly version: number;
  readonly createdBy: AccountName;
  /** Who saved it last. */
  readonly updatedBy: AccountName;
  readonly updatedAt: string;
  readonly sentAt: string | null;
  readonly sentBy: AccountName | null;
}

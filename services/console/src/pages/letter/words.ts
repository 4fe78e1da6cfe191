import type { DecisionKind } from '../../../../../shared/domain/review/decision.ts';
import type { LetterState } from '../../../../../shared/domain/review/letter.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';

export const LETTER_STATE_NAMES: Readonly<Record<LetterState, Bilingual>> = {
  draft: { zh: '草稿', en: 'Draft' },
  sent: { zh: '已发送', en: 'Sent' },
};

/** Decisions that a letter can be sent with. */
export const TELLING: readonly DecisionKind[] = ['rectify', 'uphold', 'approve-with-warning'];

/** Languages that a letter can be printed in. */
export const PRINT_LANGUAGES = [
  { value: 'zh', label: { zh: '中文', en: 'Chinese' } },
  { value: 'en', label: { zh: '英文', en: 'English' } },
  { value: 'both', label: { zh: '中英对照', en: 'Both' } },
] as const;
export type PrintLanguage = (typeof PRINT_LANGUAGES)[number]['value'];

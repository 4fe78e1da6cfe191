import type { AppealState } from '../../../../shared/domain/review/appeal.ts';
import type { Bilingual } from '../../../../shared/domain/text.ts';

export const APPEAL_STATE_NAMES: Readonly<Record<AppealState, Bilingual>> = {
  open: { zh: '审理中', en: 'Open' },
  upheld: { zh: '申诉成立', en: 'Upheld' },
  dismissed: { zh: '申诉不成立', en: 'Dismissed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** The most that an answer may have; the server says the same. */
export const ANSWER_MOST = 8_000;

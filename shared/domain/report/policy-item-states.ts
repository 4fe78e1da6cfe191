import type { Bilingual } from '../text.ts';

/** How the text of a policy stands to one of the 50 items. */
export const POLICY_ITEM_STATES = {
  present: { zh: '已写明', en: 'present' },
  absent: { zh: '未写明', en: 'absent' },
  violating: { zh: '自认违反', en: 'violating' },
  undecidable: { zh: '文本不能判断', en: 'undecidable' },
} as const satisfies Record<string, Bilingual>;

import type { Admission, Mention, PolicyFacts, Provision } from '../domain/facts/policy.ts';

/** What the text alone says of one of the 50 items, as a reviewer would tick it off. */
export interface ChecklistItem {
  readonly item: string;
  /**
   * `present`: said with substance. `absent`: not said, or in words with nothing behind them. `violating`: the text itself admits the
   * breach. `undecidable`: nothing that the text could say decides it (whether its SDK list is true, whether its address answers).
   */
  readonly state: 'present' | 'absent' | 'violating' | 'undecidable';
  /** Best place first: what admits the breach, else what says it, else the bare words. */
  readonly places: readonly Mention[];
  /** Kinds of the admissions that make it `violating`. */
  readonly admissions: readonly Admission['kind'][];
}

/** What speaks against an item, however well the rest of the text keeps it. */
export const ADMITTED_AGAINST: Readonly<Record<string, readonly Admission['kind'][]>> = {
  'PR-07': ['unbounded-collection'],
  'PR-08': ['all-or-nothing'],
  'PR-10': ['sensitive-by-bundle'],
  'PR-14': ['tracks-in-background'],
  'PR-19': ['shares-with-anyone'],
  'PR-21': ['discloses-publicly'],
  'PR-23': ['kept-for-ever'],
  'PR-30': ['irrevocable-consent'],
  'PR-31': ['deletion-obstacle'],
  'PR-34': ['response-over-15-working-days'],
  'PR-36': ['no-opt-out'],
  'PR-37': ['marketing-no-opt-out'],
  'PR-38': ['marketing-with-sensitive', 'unfair-treatment'],
  'PR-39': ['minors-without-guardian'],
  'PR-41': ['change-without-notice', 'consent-by-continued-use'],
  'PR-44': ['training-without-consent'],
  'PR-45': ['training-without-consent'],
  'PR-46': ['face-only', 'biometric-kept'],
  'PR-48': ['consent-by-use', 'consent-by-continued-use', 'bundled-consent', 'default-consent'],
  'PR-49': ['denies-all-liability', 'one-sided-term', 'kept-for-ever', 'irrevocable-consent'],
};

/** Rights that are refused, told apart by the right that the sentence names. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'PR-27': /查询|查阅|查看|访问|复制|导出/,
  'PR-28': /更正|修改|更改|补充|变更/,
  'PR-29': /删除/,
};

/** Pictures that train a recognising algorithm are no matter of generative services, where the text speaks of none. */
const TYPED = /输入|对话|聊天|提问|提示词|生成|大模型|人工智能|创作|智能体|(?<![a-z])ai(?![a-z])/i;

/** Items about the world outside the text. */
const OUTSIDE: ReadonlySet<string> = new Set(['PR-17', 'PR-50']);

/** Below this an admission is a suspicion, which a rule may show to a person; the checklist does not state it. */
const STATED = 0.6;

/** Blanks of another item: a date, a contact, a period of time; and notes of the writers. What the policy is for may be told all the same. */
const OTHER_BLANK =
  /[年月日天@]|小时|邮箱|邮件|电话|热线|地址|联系|负责人|日期|时间|期限|版本|网址|备案|待|上线|审核|模板|lorem|参考/;

/** The checklist of a policy that was read, in the order of the items; empty for any other. */
export function checklistOf(policy: PolicyFacts): ChecklistItem[] {
  if (policy.outcome !== 'read') return [];
  return policy.provisions.map((provision): ChecklistItem => {
    const { item, state, places } = provision;
    const against = policy.admissions.filter((admission) => speaksAgainst(admission, provision, policy.text));
    const templates =
      item === 'PR-05' ? policy.placeholders.filter(({ range }) => !OTHER_BLANK.test(policy.text.slice(...range))) : [];
    if (against.length + templates.length > 0) {
      const surest = [...against, ...templates].sort((a, b) => b.confidence - a.confidence);
      return {
        item,
        state: 'violating',
        places: surest.map(({ range, confidence }) => ({ range, confidence })),
        admissions: [...new Set(against.map(({ kind }) => kind))],
      };
    }
    const said = state === 'substance';
    return { item, state: said ? 'present' : OUTSIDE.has(item) ? 'undecidable' : 'absent', places, admissions: [] };
  });
}

/** Whether the admission is a sure one, and one against this item. */
function speaksAgainst({ kind, confidence, range }: Admission, { item, state }: Provision, text: string): boolean {
  if (confidence < STATED) return false;
  const words = text.slice(...range);
  if (kind === 'no-access-or-correction') return REFUSED[item]?.test(words) === true;
  if (ADMITTED_AGAINST[item]?.includes(kind) !== true) return false;
  return item !== 'PR-44' || state !== 'absent' || TYPED.test(words);
}

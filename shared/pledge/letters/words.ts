import type { DecisionKind } from '../../domain/review/decision.ts';
import type { Bilingual } from '../../domain/text.ts';

/** What a letter is written for: a decision, or none yet. */
export type Occasion = DecisionKind | 'undecided';

/** What the letter is called. */
export const LETTER_TITLES: Readonly<Record<Occasion, Bilingual>> = {
  rectify: { zh: '应用上架审核整改通知', en: 'Notice of rectification' },
  uphold: { zh: '应用上架审核不予通过及整改通知', en: 'Notice of rejection and rectification' },
  'approve-with-warning': { zh: '应用上架审核提醒通知', en: 'Notice of matters to put right' },
  overturn: { zh: '应用上架审核提醒通知', en: 'Notice of matters to put right' },
  undecided: { zh: '应用上架审核整改通知', en: 'Notice of rectification' },
};

/** What follows, and no more than the platform itself decides: whether this version comes on the shelf. */
export const LETTER_CLOSINGS: Readonly<Record<Occasion, Bilingual>> = {
  rectify: {
    zh: '请在整改期限届满前完成整改并重新送审。整改期间，本次送审的版本不予上架；逾期未重新送审，或者重新送审仍存在上述问题的，不予上架。涉及安装包的，修改后请升高版本号重新打包；只涉及隐私政策或上架信息的，更新后重新送审即可。',
    en: 'Please put the above right and submit again before the time for rectification ends. Until then the version submitted does not come on the shelf; without a new submission in time, or if the problems are still there, it will not come on the shelf. Where the package is concerned, change it, raise the version and build it anew; where only the policy or the listing is, update those and submit again.',
  },
  uphold: {
    zh: '本次送审的版本不予上架。完成整改后可以重新送审，由同一套规则再次审核。涉及安装包的，修改后请升高版本号重新打包；只涉及隐私政策或上架信息的，更新后重新送审即可。',
    en: 'The version submitted does not come on the shelf. You may submit again when the above has been put right; the same rules will look at it. Where the package is concerned, change it, raise the version and build it anew; where only the policy or the listing is, update those and submit again.',
  },
  'approve-with-warning': {
    zh: '本次送审的版本准予上架。请在下一版本中改正上述问题；下一次送审时将再次检查。',
    en: 'The version submitted may come on the shelf. Please put the above right in the next version; it will be looked at again then.',
  },
  overturn: {
    zh: '本次送审的版本准予上架。上述事项供改进参考。',
    en: 'The version submitted may come on the shelf. The above is for improvement.',
  },
  undecided: {
    zh: '请完成整改后重新送审，由同一套规则再次审核。',
    en: 'Please put the above right and submit again; the same rules will look at it.',
  },
};

/** Said beside the list, so that nobody takes a guideline for a law. */
export const FORCE_NOTE: Bilingual = {
  zh: '所列依据均注明效力；推荐性标准、指引、承诺和征求意见稿不是强制性规定，列出供对照整改。',
  en: 'The force of every instrument is given with it; recommended standards, guidelines, pledges and drafts are not mandatory and are given for reference.',
};

/** Headings and small words of the printed letter. */
export const LETTER_WORDS = {
  to: { zh: '致：', en: 'To: ' },
  number: { zh: '通知编号', en: 'Notice' },
  submission: { zh: '送审编号', en: 'Submission' },
  draft: { zh: '草稿，尚未发送', en: 'Draft, not sent' },
  list: { zh: '问题清单', en: 'Findings' },
  deadline: { zh: '整改期限', en: 'Time for rectification' },
  follows: { zh: '处理', en: 'What follows' },
  appeal: { zh: '申诉', en: 'Appeal' },
  found: { zh: '问题描述', en: 'What was found' },
  evidence: { zh: '证据位置', en: 'Where' },
  basis: { zh: '依据条款及效力', en: 'Legal basis and its force' },
  remedy: { zh: '整改要求', en: 'What to change' },
  fingerprint: { zh: '问题标识', en: 'Fingerprint' },
  cut: { zh: '本页未尽的内容（…）见本次送审的审核报告', en: 'What is left out here (…) stands in the report of this submission' },
} as const satisfies Record<string, Bilingual>;

import type { Assessment } from '../clause.ts';
import type { LegalForce } from '../legal.ts';
import type { Severity } from '../severity.ts';
import type { Bilingual } from '../text.ts';
import type { VerdictDecision } from '../verdict.ts';

/** The machine's decision. */
export const DECISION_NAMES: Readonly<Record<VerdictDecision, Bilingual>> = {
  approve: { zh: '通过', en: 'Approve' },
  reject: { zh: '驳回', en: 'Reject' },
  review: { zh: '人工复核', en: 'Review' },
};

/** How a clause came out, in words that claim no more than static checks can tell. */
export const ASSESSMENT_NAMES: Readonly<Record<Assessment, Bilingual>> = {
  met: { zh: '静态检测未见违反', en: 'Met as far as static checks can tell' },
  violated: { zh: '违反', en: 'Violated' },
  'needs-review': { zh: '须人工复核', en: 'Needs review' },
  waived: { zh: '已豁免', en: 'Waived' },
  'not-assessable': { zh: '静态检测不能判定', en: 'Cannot be decided statically' },
  'not-applicable': { zh: '不适用', en: 'Not applicable' },
};

/** What a finding leads to by itself. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Bilingual>> = {
  reject: { zh: '驳回', en: 'Reject' },
  review: { zh: '复核', en: 'Review' },
  warn: { zh: '提示', en: 'Warning' },
};

/** Force of an instrument, so that nobody takes a draft for a law. */
export const FORCE_NAMES: Readonly<Record<LegalForce, Bilingual>> = {
  law: { zh: '法律、法规、规章或强制性标准', en: 'Law, regulation, ministerial rule or mandatory standard' },
  enforcement: { zh: '执法认定或专项整治依据', en: 'Applied in enforcement' },
  recommended: { zh: '推荐性标准、指引或承诺', en: 'Recommended standard, guideline or pledge' },
  draft: { zh: '征求意见稿（未生效）', en: 'Draft, not in force' },
};

import type { Assessment } from '../domain/clause.ts';
import type { LegalForce } from '../domain/legal.ts';
import type { Severity } from '../domain/severity.ts';
import type { Bilingual } from '../domain/text.ts';
import type { VerdictDecision } from '../domain/verdict.ts';

export const DECISION_NAMES: Readonly<Record<VerdictDecision, Bilingual>> = {
  approve: { zh: '通过', en: 'Approve' },
  reject: { zh: '驳回', en: 'Reject' },
  review: { zh: '复核', en: 'Review' },
};

export const ASSESSMENT_NAMES: Readonly<Record<Assessment, Bilingual>> = {
  met: { zh: '静态检测所及符合', en: 'Met as far as static checks can tell' },
  violated: { zh: '违反', en: 'Violated' },
  'needs-review': { zh: '须复核', en: 'Needs review' },
  'not-assessable': { zh: '静态检测不能判定', en: 'Cannot be decided statically' },
  'not-applicable': { zh: '不适用', en: 'Not applicable' },
};

export const SEVERITY_NAMES: Readonly<Record<Severity, Bilingual>> = {
  reject: { zh: '驳回', en: 'Reject' },
  review: { zh: '复核', en: 'Review' },
  warn: { zh: '提示', en: 'Warning' },
};

export const FORCE_NAMES: Readonly<Record<LegalForce, Bilingual>> = {
  law: { zh: '法律、法规、规章或强制性标准', en: 'Law, regulation, ministerial rule or mandatory standard' },
  enforcement: { zh: '执法认定或专项整治依据', en: 'Applied in enforcement' },
  recommended: { zh: '推荐性标准、指引或承诺', en: 'Recommended standard, guideline or pledge' },
  draft: { zh: '征求意见稿（未生效）', en: 'Draft, not in force' },
};

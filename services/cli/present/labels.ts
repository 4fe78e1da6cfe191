import type { Assessment } from '../../../shared/domain/clause.ts';
import type { LegalForce } from '../../../shared/domain/legal.ts';
import type { Severity } from '../../../shared/domain/severity.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { VerdictDecision } from '../../../shared/domain/verdict.ts';

export const DECISION_LABELS: Readonly<Record<VerdictDecision, Bilingual>> = {
  approve: { zh: '通过', en: 'APPROVE' },
  reject: { zh: '驳回', en: 'REJECT' },
  review: { zh: '人工复核', en: 'REVIEW' },
};

export const SEVERITY_LABELS: Readonly<Record<Severity, Bilingual>> = {
  reject: { zh: '驳回', en: 'reject' },
  review: { zh: '复核', en: 'review' },
  warn: { zh: '提示', en: 'warn' },
};

export const ASSESSMENT_LABELS: Readonly<Record<Assessment, Bilingual>> = {
  met: { zh: '静态检查未见违反', en: 'met, as far as static checks can tell' },
  violated: { zh: '违反', en: 'violated' },
  'needs-review': { zh: '需人工复核', en: 'needs review' },
  'not-assessable': { zh: '静态无法判断', en: 'not assessable statically' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
};

/** Force of an instrument in words, so that nobody takes a draft for a law. */
export const FORCE_LABELS: Readonly<Record<LegalForce, Bilingual>> = {
  law: { zh: '法律法规', en: 'law' },
  enforcement: { zh: '执法依据', en: 'enforcement document' },
  recommended: { zh: '推荐性标准或自律承诺', en: 'recommended' },
  draft: { zh: '征求意见稿，未生效', en: 'draft, not in force' },
};

export const UNVERIFIED: Bilingual = { zh: '条文须核对', en: 'verify the text' };

/** Headings and words of the readable verdict. */
export const WORDS = {
  verdict: { zh: '机审结论', en: 'Verdict' },
  package: { zh: '安装包', en: 'Package' },
  why: { zh: '理由', en: 'Why' },
  findings: { zh: '问题', en: 'Findings' },
  none: { zh: '无', en: 'none' },
  evidence: { zh: '证据', en: 'Evidence' },
  clauses: { zh: '条款', en: 'Clauses' },
  basis: { zh: '依据', en: 'Basis' },
  remedy: { zh: '整改', en: 'Remedy' },
  coverage: { zh: '代码覆盖度', en: 'Code coverage' },
  gaps: { zh: '盲区', en: 'Gaps' },
  missing: { zh: '未完成的检查', en: 'Checks that did not run' },
  notAssessed: { zh: '缺少事实而未判断的规则', en: 'Rules that could not judge' },
  limits: { zh: '静态检查的局限', en: 'What a static review cannot see' },
  provenance: { zh: '版本', en: 'Made with' },
  permissions: { zh: '权限', en: 'Permissions' },
  components: { zh: '组件', en: 'Components' },
  certificates: { zh: '签名证书', en: 'Certificates' },
  apis: { zh: '个人信息与权限相关接口', en: 'APIs of personal information or guarded by permissions' },
  sdks: { zh: '已知第三方SDK', en: 'Known third-party SDKs' },
} as const satisfies Record<string, Bilingual>;

export const COVERAGE_LABELS: Readonly<Record<'full' | 'partial' | 'none', Bilingual>> = {
  full: { zh: '完整', en: 'full' },
  partial: { zh: '部分', en: 'partial' },
  none: { zh: '无', en: 'none' },
};

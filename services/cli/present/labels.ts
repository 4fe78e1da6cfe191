import type { Bilingual } from '../../../shared/domain/text.ts';
import type { VerdictDecision } from '../../../shared/domain/verdict.ts';
import { DECISION_NAMES } from '../../../shared/pledge/names.ts';

const loud = ({ zh, en }: Bilingual): Bilingual => ({ zh, en: en.toUpperCase() });

/** The decision as it stands out on a terminal. */
export const DECISION_LABELS: Readonly<Record<VerdictDecision, Bilingual>> = {
  approve: loud(DECISION_NAMES.approve),
  reject: loud(DECISION_NAMES.reject),
  review: loud(DECISION_NAMES.review),
};

/** Beside a citation whose text nobody has compared. */
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

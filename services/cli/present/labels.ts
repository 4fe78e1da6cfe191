import { DECISION_NAMES } from '../../../shared/domain/report/names.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { VerdictDecision } from '../../../shared/domain/verdict.ts';

const loud = ({ zh, en }: Bilingual): Bilingual => ({ zh, en: en.toUpperCase() });

/** The decision as it stands out on a terminal. */
export const DECISION_LABELS: Readonly<Record<VerdictDecision, Bilingual>> = {
  approve: loud(DECISION_NAMES.approve),
  reject: loud(DECISION_NAMES.reject),
  review: loud(DECISION_NAMES.review),
};

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
  waived: { zh: '已豁免的问题（不影响结论）', en: 'Waived findings, without effect' },
  observed: { zh: '仅作观察的问题（不影响结论）', en: 'Observed findings, without effect' },
  stale: { zh: '已失效的豁免', en: 'Waivers that no longer hold' },
  limits: { zh: '静态检查的局限', en: 'What a static review cannot see' },
  provenance: { zh: '版本', en: 'Made with' },
  parameters: { zh: '可设参数', en: 'Parameters' },
  permissions: { zh: '权限', en: 'Permissions' },
  components: { zh: '组件', en: 'Components' },
  certificates: { zh: '签名证书', en: 'Certificates' },
  apis: { zh: '个人信息与权限相关接口', en: 'APIs of personal information or guarded by permissions' },
  sdks: { zh: '已知第三方SDK', en: 'Known third-party SDKs' },
  signature: { zh: '签名验证', en: 'Signature verification' },
  lineage: { zh: '证书轮换', en: 'Key rotation' },
  entryPoints: { zh: '系统入口', en: 'Entry points' },
  reachable: { zh: '可达', en: 'reachable' },
  reachedFrom: { zh: '可达路径', en: 'reached from' },
  guard: { zh: '途中判断', en: 'tests on the way' },
  noGuard: { zh: '途中未见判断', en: 'no test seen on the way' },
  loading: { zh: '运行时加载代码', en: 'Code loaded at run time' },
  dexFiles: { zh: 'DEX 文件', en: 'DEX files' },
  hidden: { zh: '系统不会自行加载', en: 'not loaded by the system' },
  scripts: { zh: '脚本', en: 'Scripts' },
  nativeLibraries: { zh: '原生库', en: 'Native libraries' },
  frameworks: { zh: '跨平台框架', en: 'Frameworks' },
  packers: { zh: '加固', en: 'Packers' },
  modules: { zh: '模块与拆分包', en: 'Modules and splits' },
  nested: { zh: '内嵌安装包', en: 'Packages within' },
  consentScreens: { zh: '同意界面', en: 'Consent screens' },
  checked: { zh: '默认勾选', en: 'ticked by default' },
  texts: { zh: '界面文字', en: 'Texts of its pages' },
  harmony: { zh: '鸿蒙应用', en: 'HarmonyOS app' },
  quickApp: { zh: '快应用', en: 'Quick app' },
  tampering: { zh: '异常结构', en: 'Oddities of the structure' },
} as const satisfies Record<string, Bilingual>;

export { ENTRY_NAMES as ENTRY_LABELS } from '../../../shared/checks/reachability.ts';
export {
  COVERAGE_NAMES as COVERAGE_LABELS,
  SIGNATURE_NAMES as SIGNATURE_LABELS,
} from '../../../shared/pledge/reports/wording.ts';

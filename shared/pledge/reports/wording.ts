import type { Evidence } from '../../domain/evidence.ts';
import type { PathLink } from '../../domain/facts/code.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { VerdictDecision } from '../../domain/verdict.ts';
import type { Report } from '../report.ts';

/** What the document is called, by decision. */
export const TITLES: Readonly<Record<VerdictDecision, Bilingual>> = {
  reject: { zh: '应用上架审核整改通知', en: 'Rectification notice' },
  review: { zh: '应用上架审核复核单', en: 'Review sheet' },
  approve: { zh: '应用上架机审通过记录', en: 'Record of a machine approval' },
};

/** What the decision means, and no more than that. */
export const MEANINGS: Readonly<Record<VerdictDecision, Bilingual>> = {
  reject: {
    zh: '机审发现可由静态证据证明的问题，本次送审予以驳回。请按“驳回”类问题逐项整改后重新送审；“复核”和“提示”类问题请一并处理，以免再次送审时被转入人工复核。',
    en: 'Static evidence proves at least one breach, so this submission is rejected. Put right every finding of the kind "Reject" and submit again; deal with "Review" and "Warning" too, or the next submission may be held for a person.',
  },
  review: {
    zh: '机审没有发现足以自动驳回的问题，但有线索须由人核实，或有内容未能读取、未能评估，本次送审转人工复核，尚无最终结果。',
    en: 'Nothing that warrants an automatic rejection was found, but there are leads for a person to verify, or parts that could not be read or judged. The submission is held for a person; there is no final result yet.',
  },
  approve: {
    zh: '在下列规则库、安装包、隐私政策和上架信息范围内，机审的静态检测没有发现须驳回或须复核的问题。机审通过不等于合规认定，也不免除开发者和平台的法定责任。',
    en: 'Within the rulebook, package, privacy policy and listing named below, static machine checks found nothing to reject or to hold. A machine approval is not a finding of compliance and relieves neither developer nor platform of their duties by law.',
  },
};

/** What to do next, in order. */
export const NEXT_STEPS: Readonly<Record<VerdictDecision, readonly Bilingual[]>> = {
  reject: [
    {
      zh: '逐项查看“驳回”类问题：问题在哪里、依据哪一条、怎样改，都写在该项之下。',
      en: 'Go through the findings of the kind "Reject": each says where it is, on what it rests, and what to change.',
    },
    {
      zh: '涉及安装包的，修改后升高版本号重新打包；只涉及隐私政策或上架信息的，更新政策或重新填报即可，政策链接须能直接打开。',
      en: 'Where the package is concerned, change it, raise the version and build it anew; where only the policy or the listing is, update those; the address of the policy must open without obstacles.',
    },
    { zh: '重新送审，由同一套规则再次检查。', en: 'Submit again; the same rules will look at it.' },
    {
      zh: '认为结论有误的，按“申诉”一节提出。',
      en: 'If you think that the verdict is wrong, appeal as the section "Appeal" says.',
    },
  ],
  review: [
    {
      zh: '审核人员：先看“复核”类问题及其证据，再看“未检查的内容”，对照条款评估表作出决定。',
      en: 'Reviewers: look at the findings of the kind "Review" and their evidence, then at what was not checked, and decide with the table of clauses.',
    },
    {
      zh: '开发者：可先按整改要求自行核对，准备说明材料；有“驳回”以外的结论不代表已经违规。',
      en: 'Developers: you may check the remedies already and prepare material; being held does not mean that there is a breach.',
    },
  ],
  approve: [
    {
      zh: '“提示”类问题不影响本次结论，建议在下一版本中处理。',
      en: 'Findings of the kind "Warning" do not affect this verdict; deal with them in the next version.',
    },
    {
      zh: '静态检测看不到的事项列在“未检查的内容”，由人工或动态检测另行核实。',
      en: 'What static checks cannot see is listed under "What was not checked", for a person or a dynamic test.',
    },
  ],
};

/** How sure a finding is and what it leads to. */
export const SEVERITY_MEANINGS: Readonly<Record<Severity, Bilingual>> = {
  reject: { zh: '静态证据足以证明，须整改后重新送审', en: 'Proven by static evidence: to be put right before submitting again' },
  review: {
    zh: '静态检测所见的线索，须由人核实，尚不能认定',
    en: 'A lead that static checks see: a person must verify it, nothing is established',
  },
  warn: { zh: '供改进参考，不影响本次结论', en: 'For improvement; it does not affect this verdict' },
};

export const EVIDENCE_NAMES: Readonly<Record<Evidence['type'], Bilingual>> = {
  manifest: { zh: '配置清单', en: 'Manifest' },
  code: { zh: '代码', en: 'Code' },
  resource: { zh: '资源', en: 'Resource' },
  record: { zh: '平台记录', en: 'Platform record' },
  policy: { zh: '隐私政策', en: 'Privacy policy' },
  'policy-absence': { zh: '隐私政策中未找到', en: 'Not found in the privacy policy' },
  listing: { zh: '上架信息', en: 'Listing' },
  signature: { zh: '签名', en: 'Signature' },
  network: { zh: '网络访问', en: 'Network' },
  package: { zh: '安装包', en: 'Package' },
};

/** How a step of a call path leads to the next. */
export const LINK_NAMES: Readonly<Record<PathLink, Bilingual>> = {
  call: { zh: '调用', en: 'calls' },
  'hand-off': { zh: '交由线程或回调执行', en: 'hands off to a thread or callback' },
  'class-initialiser': { zh: '触发类初始化', en: 'runs a class initialiser' },
  callback: { zh: '由系统回调', en: 'is called back by the platform' },
  start: { zh: '启动组件', en: 'starts a component' },
};

export const OWNER_NAMES: Readonly<Record<'app' | 'sdk' | 'library' | 'unknown', Bilingual>> = {
  app: { zh: '应用自身代码', en: 'the app’s own code' },
  sdk: { zh: '第三方SDK', en: 'third-party SDK' },
  library: { zh: '通用开源库', en: 'general library' },
  unknown: { zh: '归属不明', en: 'owner unknown' },
};

export const UNCHECKED_NAMES: Readonly<Record<Report['notChecked'][number]['kind'], Bilingual>> = {
  'check-missing': { zh: '没有完成的检查', en: 'Checks that did not complete' },
  coverage: { zh: '代码覆盖不足', en: 'Code that could not be read' },
  gap: { zh: '未能读取的内容（盲区）', en: 'Parts that could not be read (gaps)' },
  'not-assessed': { zh: '未能评估的规则', en: 'Rules that could not judge' },
  off: { zh: '规则库关闭的规则', en: 'Rules that the rulebook switched off' },
  observing: { zh: '规则库仅作观察的规则', en: 'Rules that the rulebook only observes' },
  limits: { zh: '静态检测的局限', en: 'What static checks cannot see' },
};

export const LISTING_FIELDS: Readonly<Record<string, Bilingual>> = {
  'app.name': { zh: '应用名称', en: 'app name' },
  'app.packageName': { zh: '包名', en: 'package name' },
  'app.versionName': { zh: '版本', en: 'version' },
  'app.category': { zh: '应用类别', en: 'category' },
  'app.filingNumber': { zh: '备案号', en: 'filing number' },
  'app.audience': { zh: '适用人群', en: 'audience' },
  'app.description': { zh: '应用介绍', en: 'description' },
  'developer.name': { zh: '开发者名称', en: 'developer’s name' },
  'developer.contact': { zh: '开发者联系方式', en: 'developer’s contact' },
  'developer.creditCode': { zh: '统一社会信用代码', en: 'unified social credit code' },
  complaints: { zh: '投诉渠道', en: 'complaint channel' },
  privacyPolicyUrl: { zh: '隐私政策网址', en: 'address of the privacy policy' },
  privacyPolicy: { zh: '隐私政策', en: 'privacy policy' },
  permissions: { zh: '申报的权限', en: 'declared permissions' },
  sdks: { zh: '申报的SDK', en: 'declared SDKs' },
};

export const RECORD_NAMES: Readonly<Record<'previous-version' | 'filing', Bilingual>> = {
  'previous-version': { zh: '上一次通过的版本', en: 'the version approved before' },
  filing: { zh: '备案登记', en: 'the filing registry' },
};

export const COVERAGE_NAMES: Readonly<Record<'full' | 'partial' | 'none', Bilingual>> = {
  full: { zh: '完整', en: 'full' },
  partial: { zh: '部分', en: 'partial' },
  none: { zh: '无', en: 'none' },
};

export const SIGNATURE_NAMES: Readonly<Record<'valid' | 'invalid' | 'not-checked', Bilingual>> = {
  valid: { zh: '有效', en: 'valid' },
  invalid: { zh: '无效', en: 'invalid' },
  'not-checked': { zh: '未验证', en: 'not checked' },
};

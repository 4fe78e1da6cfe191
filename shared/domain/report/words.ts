import type { Evidence } from '../evidence.ts';
import type { EntryKind, PathLink } from '../facts/code.ts';
import type { Bilingual } from '../text.ts';
import type { ReportView } from './view.ts';

/** What each kind of evidence is called. */
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

export const UNCHECKED_NAMES: Readonly<Record<ReportView['notChecked'][number]['kind'], Bilingual>> = {
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

/** What entry points are called in findings. */
export const ENTRY_NAMES: Readonly<Record<EntryKind, Bilingual>> = {
  'attach-base-context': { zh: '应用的 attachBaseContext', en: "the application's attachBaseContext" },
  provider: { zh: '随应用启动的 ContentProvider', en: 'a content provider that starts with the app' },
  application: { zh: '应用的 Application.onCreate', en: 'Application.onCreate' },
  launcher: { zh: '启动页', en: 'the launcher page' },
  'receiver-boot': { zh: '开机广播接收器', en: 'a boot receiver' },
  'receiver-connectivity': { zh: '网络变化广播接收器', en: 'a connectivity receiver' },
  receiver: { zh: '广播接收器', en: 'a broadcast receiver' },
  service: { zh: '服务', en: 'a service' },
  activity: { zh: '页面', en: 'a page' },
};

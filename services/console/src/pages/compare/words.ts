import type {
  ComparedComponent,
  ComparedField,
  ComparedPart,
  FindingEffect,
} from '../../../../../shared/domain/review/version-comparison.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';

export const EFFECT_NAMES: Readonly<Record<FindingEffect, Bilingual>> = {
  reject: { zh: '驳回', en: 'Reject' },
  review: { zh: '复核', en: 'Review' },
  warn: { zh: '提示', en: 'Warning' },
  waived: { zh: '已豁免', en: 'Waived' },
  observed: { zh: '仅观察', en: 'Only observed' },
};

export const PART_NAMES: Readonly<Record<ComparedPart, Bilingual>> = {
  findings: { zh: '问题', en: 'Findings' },
  permissions: { zh: '权限', en: 'Permissions' },
  sdks: { zh: '第三方SDK', en: 'SDKs' },
  components: { zh: '组件', en: 'Components' },
  signers: { zh: '签名证书', en: 'Certificates' },
  identity: { zh: '安装包属性', en: 'The package' },
  policy: { zh: '隐私政策', en: 'Privacy policy' },
};

export const COMPONENT_NAMES: Readonly<Record<ComparedComponent, Bilingual>> = {
  activity: { zh: '活动（Activity）', en: 'Activities' },
  service: { zh: '服务（Service）', en: 'Services' },
  receiver: { zh: '广播接收器（Receiver）', en: 'Receivers' },
  provider: { zh: '内容提供者（Provider）', en: 'Providers' },
  other: { zh: '其他组件', en: 'Other components' },
};

export const FIELD_NAMES: Readonly<Record<ComparedField, Bilingual>> = {
  packageName: { zh: '包名', en: 'Package name' },
  versionName: { zh: '版本名称', en: 'Version' },
  versionCode: { zh: '版本号', en: 'Version code' },
  label: { zh: '应用显示名称', en: 'Label' },
  format: { zh: '格式', en: 'Format' },
  size: { zh: '大小（字节）', en: 'Size (bytes)' },
  minSdk: { zh: '最低系统版本', en: 'Minimum SDK' },
  targetSdk: { zh: '目标系统版本', en: 'Target SDK' },
  compileSdk: { zh: '编译系统版本', en: 'Compile SDK' },
  debuggable: { zh: '可调试', en: 'Debuggable' },
  testOnly: { zh: '仅供测试', en: 'Test only' },
  allowBackup: { zh: '允许备份', en: 'Allows backup' },
  cleartextTraffic: { zh: '允许明文传输', en: 'Allows cleartext traffic' },
  launcher: { zh: '启动页', en: 'Launcher' },
  applicationClass: { zh: '应用类', en: 'Application class' },
  frameworks: { zh: '框架', en: 'Frameworks' },
  packers: { zh: '加固', en: 'Packers' },
  signatureSchemes: { zh: '签名方案', en: 'Signature schemes' },
  coverage: { zh: '检测覆盖度', en: 'Coverage' },
  name: { zh: '应用名称', en: 'App name' },
  listedPackageName: { zh: '包名', en: 'Package name' },
  listedVersionName: { zh: '版本名称', en: 'Version' },
  category: { zh: '应用类别', en: 'Category' },
  filingNumber: { zh: '备案号', en: 'Filing number' },
  audience: { zh: '适用人群', en: 'Audience' },
  description: { zh: '简介', en: 'Description' },
  accounts: { zh: '账号功能', en: 'Accounts' },
  personalisedRecommendation: { zh: '个性化推荐', en: 'Personalised recommendation' },
  generativeAi: { zh: '生成式人工智能', en: 'Generative AI' },
  faceRecognition: { zh: '人脸识别', en: 'Face recognition' },
  developerId: { zh: '开发者编号', en: 'Developer’s id' },
  developerName: { zh: '开发者', en: 'Developer' },
  developerKind: { zh: '开发者类型', en: 'Kind of developer' },
  creditCode: { zh: '统一社会信用代码', en: 'Social credit code' },
  developerContact: { zh: '开发者联系方式', en: 'Developer’s contact' },
  complaints: { zh: '投诉渠道', en: 'Where to complain' },
  privacyPolicyUrl: { zh: '隐私政策网址', en: 'Address of the policy' },
  listedPermissions: { zh: '申报的权限', en: 'Permissions told' },
  listedSdks: { zh: '申报的SDK', en: 'SDKs told' },
};

/** Values that are words of ours and not of the app. */
export const VALUE_NAMES: Readonly<Record<string, Bilingual>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};

import type { VersionSource } from '../facts/third-party.ts';
import type { Bilingual } from '../text.ts';
import type { ReportSdk } from './sdk-view.ts';

/** What SDKs of each category are for; categories that are not here are shown as they are. */
export const SDK_CATEGORY_NAMES: Readonly<Record<string, Bilingual>> = {
  advertising: { zh: '广告', en: 'advertising' },
  analytics: { zh: '统计分析', en: 'analytics' },
  push: { zh: '消息推送', en: 'push messages' },
  login: { zh: '登录与账号', en: 'login and accounts' },
  payment: { zh: '支付', en: 'payment' },
  map: { zh: '地图与定位', en: 'maps and location' },
  sharing: { zh: '分享', en: 'sharing' },
  crash: { zh: '崩溃与性能监控', en: 'crashes and performance' },
  identifier: { zh: '设备标识', en: 'device identifiers' },
  speech: { zh: '语音', en: 'speech' },
  face: { zh: '人脸与实人认证', en: 'face and identity verification' },
  live: { zh: '音视频与直播', en: 'audio, video and live streams' },
  im: { zh: '即时通信', en: 'instant messages' },
  security: { zh: '安全与风控', en: 'security and risk control' },
  hotfix: { zh: '热更新', en: 'hot fixes' },
  'customer-service': { zh: '客服', en: 'customer service' },
  webview: { zh: '网页内核', en: 'web views' },
  network: { zh: '网络', en: 'networking' },
  image: { zh: '图片', en: 'images' },
  ui: { zh: '界面组件', en: 'user interface' },
  tool: { zh: '开发工具', en: 'tools' },
  framework: { zh: '开发框架', en: 'framework' },
  other: { zh: '其他', en: 'other' },
};

/** Where a version is said. */
export const VERSION_SOURCE_NAMES: Readonly<Record<VersionSource, Bilingual>> = {
  constant: { zh: '代码常量', en: 'constant in code' },
  method: { zh: '代码返回值', en: 'value that code returns' },
  'version-file': { zh: '版本文件', en: 'version file' },
  maven: { zh: 'Maven 元数据', en: 'Maven metadata' },
  properties: { zh: '属性文件', en: 'properties file' },
  resource: { zh: '资源', en: 'resource' },
  'meta-data': { zh: '清单 meta-data', en: 'meta-data of the manifest' },
  native: { zh: '原生库字符串', en: 'string of a native library' },
  npm: { zh: 'npm 元数据', en: 'npm metadata' },
  cordova: { zh: 'Cordova 插件清单', en: 'list of Cordova plugins' },
  ohpm: { zh: 'OHPM 元数据', en: 'OHPM metadata' },
  asset: { zh: '资产文件', en: 'asset' },
};

export const TRACE_NAMES: Readonly<Record<ReportSdk['traces'][number]['kind'], Bilingual>> = {
  plugin: { zh: '插件', en: 'plugin' },
  'meta-data': { zh: 'meta-data', en: 'meta-data' },
  asset: { zh: '文件', en: 'file' },
  resource: { zh: '资源', en: 'resource' },
  domain: { zh: '域名', en: 'domain' },
};

/** When it is started, as far as the way tells. */
export const START_NAMES: Readonly<Record<NonNullable<ReportSdk['start']>['consent'], Bilingual>> = {
  before: { zh: '先于任何页面和同意判断', en: 'before any page and any check of consent' },
  guarded: { zh: '经过疑似同意判断', en: 'past what looks like a check of consent' },
  after: { zh: '由用户在页面上的操作引起', en: 'by what the user does on a page' },
  unknown: { zh: '与同意的先后未能确定', en: 'before or after consent is not known' },
};

export const SWITCH_NAMES: Readonly<Record<ReportSdk['switches'][number]['kind'], Bilingual>> = {
  before: { zh: '同意前的预初始化', en: 'preparation before consent' },
  start: { zh: '初始化', en: 'start' },
  tell: { zh: '告知同意结果', en: 'tells of consent' },
};

import type { Bilingual } from '../text.ts';
import type { ReportView } from './view.ts';

type Permission = ReportView['permissions'][number];
type Sdk = ReportView['sdks'][number];

/** What the policy says of a permission. */
export const PERMISSION_IN_POLICY: Readonly<Record<Permission['policy'], Bilingual>> = {
  permission: { zh: '已写明', en: 'named' },
  information: { zh: '写了对应的个人信息', en: 'names the information behind it' },
  denied: { zh: '写明不使用', en: 'says that it is not used' },
  silent: { zh: '未提及', en: 'silent' },
  unread: { zh: '政策未能读取', en: 'policy not read' },
};

/** How a permission fits the category that the listing declares. */
export const RELEVANCE: Readonly<Record<NonNullable<Permission['relevance']>, Bilingual>> = {
  basic: { zh: '基本功能', en: 'basic' },
  optional: { zh: '可选', en: 'optional' },
  low: { zh: '低相关', en: 'low relevance' },
};

/** How strongly an SDK is in the app. */
export const SDK_LEVELS: Readonly<Record<Sdk['level'], Bilingual>> = {
  declared: { zh: '仅有声明', en: 'declared' },
  present: { zh: '代码在包中', en: 'present' },
  called: { zh: '被调用', en: 'called' },
  started: { zh: '有启动入口', en: 'started' },
};

export const CONFIDENCE: Readonly<Record<Sdk['confidence'], Bilingual>> = {
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
};

export const COLLECTS: Readonly<Record<Sdk['collects'], Bilingual>> = {
  yes: { zh: '收集', en: 'yes' },
  no: { zh: '不收集', en: 'no' },
  unknown: { zh: '不明', en: 'unknown' },
};

export const SDK_IN_POLICY: Readonly<Record<Sdk['policy'], Bilingual>> = {
  disclosed: { zh: '已写明', en: 'named' },
  denied: { zh: '写明没有接入', en: 'says that it is not there' },
  operator: { zh: '只提到其运营方', en: 'names its operator only' },
  silent: { zh: '未提及', en: 'silent' },
  unread: { zh: '没有读取政策', en: 'policy not read' },
};

/** What the policy says of a type of personal information. */
export const INFORMATION_IN_POLICY: Readonly<Record<ReportView['information'][number]['policy'], Bilingual>> = {
  told: { zh: '已写明', en: 'told' },
  hinted: { zh: '只有笼统说法', en: 'in general words only' },
  denied: { zh: '写明不收集', en: 'says that it is not collected' },
  silent: { zh: '未提及', en: 'silent' },
  unread: { zh: '政策未能读取', en: 'policy not read' },
};

export const POLICY_ITEM_STATES: Readonly<Record<ReportView['policyItems'][number]['state'], Bilingual>> = {
  substance: { zh: '有实质内容', en: 'said with substance' },
  'word-only': { zh: '只有字样', en: 'only the word' },
  absent: { zh: '未找到', en: 'not found' },
  violating: { zh: '自认违反', en: 'admits the breach' },
};

export const POLICY_OUTCOMES: Readonly<Record<ReportView['policy']['outcome'], Bilingual>> = {
  read: { zh: '已读取', en: 'read' },
  absent: { zh: '没有', en: 'absent' },
  unreadable: { zh: '未能读取', en: 'could not be read' },
  none: { zh: '没有读取结果', en: 'no outcome' },
};

export const FILING_OUTCOMES: Readonly<Record<'found' | 'not-found' | 'unavailable', Bilingual>> = {
  found: { zh: '查到', en: 'found' },
  'not-found': { zh: '登记中没有此号', en: 'no such number' },
  unavailable: { zh: '登记查询无应答', en: 'the registry did not answer' },
};

export const FILING_STATUS: Readonly<Record<'active' | 'cancelled', Bilingual>> = {
  active: { zh: '有效', en: 'active' },
  cancelled: { zh: '已注销', en: 'cancelled' },
};

export const YES_NO: Readonly<Record<'yes' | 'no', Bilingual>> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } };

/** How the platform treats a permission. */
export const PERMISSION_KINDS: Readonly<Record<string, Bilingual>> = {
  dangerous: { zh: '危险权限', en: 'dangerous' },
  'dangerous-family': { zh: '危险权限', en: 'dangerous' },
  'dangerous-vendor': { zh: '厂商危险权限', en: 'dangerous, vendor’s' },
  'normal-privacy': { zh: '普通（涉个人信息）', en: 'normal, about privacy' },
  special: { zh: '特殊权限', en: 'special' },
  signature: { zh: '签名权限', en: 'signature' },
  bind: { zh: '绑定权限', en: 'bind' },
  removed: { zh: '已废止', en: 'removed' },
  vendor: { zh: '厂商权限', en: 'vendor’s' },
};

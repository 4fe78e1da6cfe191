import type { SdkRow } from '../../domain/facts/policy.ts';

/** What a column of an SDK table, or a key of an SDK list entry, holds. */
export type SdkField = 'name' | 'operator' | 'purpose' | 'types' | 'link' | 'way';

/** First match wins, so the more telling words come first: “第三方SDK隐私政策链接” is a link, not a name. */
const FIELDS: readonly (readonly [SdkField, RegExp])[] = [
  [
    'way',
    /(?:收集|共享|处理|获取|采集|提供|调用|使用|传输|合作|流转)[^,。]{0,12}(?:方式|形式|途径)(?:说明)?$|是否(?:涉及)?(?:共享|收集)/i,
  ],
  ['link', /链接|隐私(?:政策|条款|协议|权政策)|网址|官网|url|隐私地址|官方网站|网站$|详情/i],
  [
    'types',
    /(?:收集|获取|涉及|使用|共享|采集|处理|所需|申请).{0,8}(?:信息|数据|权限|字段)|个人信息|信息(?:类型|名称|种类|字段|范围|内容)|数据(?:类型|字段|范围)|^(?:信息|数据|收集|采集|获取|读取)$|权限|收集(?:内容|类型|范围)|共享(?:信息|内容)/i,
  ],
  ['purpose', /目的|用途|使用场景|场景|业务功能|功能(?:名称|说明|类型|描述|$)|服务(?:内容|类型|场景)|作用/i],
  [
    'operator',
    /公司|运营方|运营者|主体|开发者|提供方|提供者|所属|机构|第三方(?:名称|公司|主体)|合作(?:方|伙伴)(?:名称)?|接收方|企业|厂商/i,
  ],
  ['name', /sdk|插件|代码包|产品(?:名称)?|服务名称|组件|名称|第三方(?:服务|产品|代码)/i],
];

/** The field that a heading or key names, or null. */
export function sdkField(label: string): SdkField | null {
  const text = label.trim();
  if (text === '' || text.length > 24) return null;
  if (/^(?:第三方)?(?:sdk|插件|代码包)(?:的)?(?:名称|类型|产品)?(?:\(.{0,12}\))?$/i.test(text)) return 'name';
  return FIELDS.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** Whether a text is about SDKs or other third-party code at all. */
export function speaksOfSdks(text: string): boolean {
  return /sdk|软件(?:开发)?工具(?:开发)?包|软件开发包|第三方(?:代码)?插件|第三方(?:服务|产品|合作|共享|信息)/i.test(text);
}

/** The fields of a row, `way` only where it says something. */
export function sdkFields(row: Readonly<Record<SdkField, string>>): Omit<SdkRow, 'range' | 'confidence'> {
  const { name, operator, purpose, types, link, way } = row;
  return { name, operator, purpose, types, link, ...(way === '' ? {} : { way }) };
}

/** A row without anything yet. */
export function blankSdk(name = ''): Record<SdkField, string> {
  return { name, operator: '', purpose: '', types: '', link: '', way: '' };
}

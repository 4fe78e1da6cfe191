import type { SdkRow } from '../../domain/facts/policy.ts';

const BULLET = '^(?:[•·\\-*●]|\\(?\\d{1,2}\\)?[.、)]*)?\\s*';
/** `X SDK 获取A、B, 用于C`, all in one sentence. */
const TAKES_FOR = new RegExp(
  `${BULLET}([^。,;:]{1,40}?sdk)[ ,:(]{0,3}(?:通过|会|可能|需要?|将)?(?:收集|获取|采集|读取)([^。;]{2,200}?)[,，]?(?:主要)?(?:用于|用来|以便|以实现)([^。;]{2,120})`,
  'i',
);
/** `X SDK: 用于A; 收集B`: what it is for and what it takes, in any order, after the name. */
const NAMED = new RegExp(
  `${BULLET}([^。,;:]{1,50}?sdk(?:\\([^)]{1,60}\\))?)\\s*:\\s*(?=[^。]{0,60}(?:用于|用来|以便|为了|收集|获取))(.{4,600})$`,
  'i',
);
/** `我们会集成X SDK, 用于A。…收集的个人信息包含: B` */
const INTEGRATED = /(?:集成|接入|嵌入)(?:了)?([^。,;:]{2,40}?sdk)[^。;]{0,20}?((?:用于|用来|以便|以实现).{4,600})$/i;
/** Words about SDKs in general: 由第三方提供的软件开发包(SDK), 上述厂商的SDK. */
const NO_NAME = /第三方|开发包|工具包|上述|厂商|渠道|的|由/;
const FOR = /(?:用于|用来|以便|以实现|为了|为您)([^。;]{2,120})/;
const TAKES = /(?:收集|获取|采集|读取)(?:的?(?:个人)?信息)?(?:包括|包含|为)?:?([^。;]{2,200})/;
const OPERATOR = /(?:主体|运营方|提供方|提供者)(?:为|是)?:?([^。;,]{4,40})/;

/** An SDK told in one line of prose, with what it is for and what it takes as far as the line says; null for any other line. */
export function sdkInOneLine(content: string): Omit<SdkRow, 'range'> | null {
  const takesFor = TAKES_FOR.exec(content);
  if (takesFor !== null) return row(takesFor[1]!, takesFor[3]!, takesFor[2]!, '');
  const named = NAMED.exec(content) ?? INTEGRATED.exec(content);
  if (named === null || NO_NAME.test(named[1]!)) return null;
  const rest = named[2]!;
  const purpose = FOR.exec(rest)?.[1]?.replace(/,?(?:我们|我行|该|可能|将|需|会|收集|获取|采集|读取).*$/, '') ?? '';
  const types = TAKES.exec(rest)?.[1]?.replace(/,?(?:用于|用来|以便).*$/, '') ?? '';
  return row(named[1]!, purpose, types, OPERATOR.exec(rest)?.[1] ?? '');
}

function row(name: string, purpose: string, types: string, operator: string): Omit<SdkRow, 'range'> {
  const fields = { name: name.trim(), purpose: purpose.trim(), types: types.trim(), operator: operator.trim() };
  return { ...fields, link: '', confidence: 0.85 };
}

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
/** `我们会集成X SDK, 用于A。…收集的个人信息包含: B`, `接入某公司的X SDK, X SDK收集B, 用于A` */
const INTEGRATED =
  /(?:集成|接入|嵌入|引入)(?:了)?(?:由)?(?:([^。,;:]{2,40}?(?:公司|\(google inc\.\)))(?:提供|开发)?的)?([^。,;:]{2,40}?sdk)(.{4,600})/i;
/** `X SDK由某公司提供, 用于A, 会收集B` */
const PROVIDED = new RegExp(
  `${BULLET}([^。,;:]{1,40}?sdk)\\s*[,(]?(?:由([^。,;]{4,40}?)|(?!为|向|以|用|会|可|我|您|由)([^。,;为向]{2,20}?))(?:提供|开发|运营)(.{4,600})`,
  'i',
);
/** `X SDK: 手机权限、定位权限`, as a list sorted by what the SDKs do has it. */
const LISTED = new RegExp(
  `${BULLET}([^。,;:]{1,40}?sdk)\\s*:\\s*([^。;:]{2,200}(?:权限|信息|地址|标识)[^。;:]{0,100})[;。]?$`,
  'i',
);
/** `为了A, 我们使用了X SDK, 该SDK由某公司提供, 需要采集B`, `可能涉及的SDK包括X SDK、Y SDK, 用于A, 此类SDK会收集B`: whichever comes first. */
const USED =
  /(?:使用|用到|涉及|接入|集成|嵌入|包括)(?:了|到)?:?((?!此类|该|这些|第三方|外部|合作)[^。,;:、的由]{1,40}?sdk(?:、[^。,;:、的由]{1,40}?sdk){0,9})(?![^,。;]{0,4}(?:厂商|服务商|提供方))(.{4,900})/i;
/** 此类SDK会收集…: said of those named before. */
const GENERAL = /(?:此类|该|这类|这些|上述|以上|部分|相关|第三方)(?:的)?sdk$/i;
/** Words about SDKs in general: 由第三方提供的软件开发包(SDK), 上述厂商的SDK. */
const NO_NAME = /第三方|开发包|工具包|上述|厂商|渠道|的|由/;
const FOR = /(?:(?:使用|处理|收集)?(?:目的|用途)(?:为|是|:)|用于|用来|以便|便于|以实现|为了|为您)([^。;]{2,120})/;
const TAKES = /(?<!信息的|不|不会|未)(?:收集|获取|采集|读取)(?:的?(?:个人)?信息)?(?:包括|包含|为)?:?([^。;]{2,200})/;
/** 所分享的信息可能有A, 可能包含B, 涉及的个人信息: C */
const SHARED =
  /(?:(?:分享|共享|涉及|提供|处理|使用)(?:给[^,。;:]{1,12})?的?(?:个人)?(?:信息|数据)(?:类型|种类|范围|字段)?(?:可能|主要)?(?:会)?(?:有|包含|包括|为|是|:)+|(?:^|[,;])可能(?:会)?(?:有|包含|包括|涉及)):?([^。;]{2,200})/;
const OPERATOR = /(?:主体|运营方|提供方|提供者)(?:为|是)?:?([^。;,]{4,40})/;

/** 使用X SDK(某公司)完成人脸核身 */
const BRINGS = /^(?:\([^。;]{2,60}\))?\s*(?:来|以)?((?:完成|实现|进行|提供)[^,。;]{2,30})/;
/** 该SDK由某公司提供 */
const BY = /由([^。,;]{4,40}?)(?:提供|开发|运营)/;
/** 高德定位SDK(高德软件有限公司) */
const IN_BRACKETS = /\(([^()]{2,50}(?:公司|集团|inc\.?))\)/i;

/** An SDK told in one line of prose, with what it is for and what it takes as far as the line says; null for any other line. */
export function sdkInOneLine(content: string): Omit<SdkRow, 'range'> | null {
  const takesFor = TAKES_FOR.exec(content);
  if (takesFor !== null && !GENERAL.test(takesFor[1]!)) return row(takesFor[1]!, takesFor[3]!, takesFor[2]!, '');
  const provided = PROVIDED.exec(content);
  if (provided !== null) return told(provided[1]!, provided[4]!, provided[2] ?? provided[3]!);
  const named = NAMED.exec(content);
  if (named !== null) return NO_NAME.test(named[1]!) ? null : told(named[1]!, named[2]!);
  const integrated = INTEGRATED.exec(content);
  if (integrated !== null && FOR.test(integrated[3]!) && !NO_NAME.test(integrated[2]!)) {
    return told(integrated[2]!, integrated[3]!, integrated[1]);
  }
  const used = USED.exec(content);
  if (used !== null && !NO_NAME.test(used[1]!) && (FOR.test(content) || BRINGS.test(used[2]!))) {
    const entry = told(used[1]!, used[2]!, BY.exec(used[2]!)?.[1]);
    if (entry.types !== '')
      return { ...entry, purpose: entry.purpose || purposeIn(content) || (BRINGS.exec(used[2]!)?.[1] ?? '') };
  }
  const listed = LISTED.exec(content);
  return listed === null || NO_NAME.test(listed[1]!) ? null : row(listed[1]!, '', listed[2]!, '');
}

function told(name: string, rest: string, operator?: string): Omit<SdkRow, 'range'> {
  const purpose = purposeIn(rest);
  const types = (TAKES.exec(rest)?.[1] ?? SHARED.exec(rest)?.[1])?.replace(/,?(?:以?用于|用来|以便|便于).*$/, '') ?? '';
  return row(name, purpose, types, operator ?? OPERATOR.exec(rest)?.[1] ?? IN_BRACKETS.exec(name)?.[1] ?? '');
}

/** 用于获取位置, 收集经纬度: what follows the comma is no purpose any more. */
function purposeIn(text: string): string {
  return (
    FOR.exec(text)?.[1]
      ?.replace(/,[^,]{0,16}?(?:我们|我行|收集|获取|采集|读取|具体|隐私|详见).*$/, '')
      .trim() ?? ''
  );
}

/** 我们接入了示例推送SDK: what leads up to the name. */
const LEADS_UP =
  /^(?:我们|我行|本(?:应用|产品|软件|平台|app|小程序)|目前|为此|[已会将还并])*(?:集成|接入|嵌入|使用|引入|采用)了?(?:的)?(?=.{3})/i;

function row(name: string, purpose: string, types: string, operator: string): Omit<SdkRow, 'range'> {
  const fields = {
    name: name.trim().replace(LEADS_UP, ''),
    purpose: purpose.trim(),
    types: types.trim(),
    operator: operator.trim(),
  };
  return { ...fields, link: '', confidence: 0.85 };
}

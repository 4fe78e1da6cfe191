import type { PolicyText } from '../text/policy-text.ts';

const TAKE = '(?:主动)?(?:去)?(?:收集|获取|读取|采集|索取|申请|调用|访问|请求|要求您?(?:提供|填写)|记录|监听|窃听|扫描)';
const NOT =
  '(?:不会|不再|(?<!不得|并非|不是|没有|无法|无)不|未|从未|未曾|从不|绝不|并不|无需|无须|没有|不需要|不得(?!不)|均不|也不|都不|(?:已|已经)?停止|不必|不用|尚未|暂不)';
/** What the user need not give: 无需提供, 不必向我们填写. */
const NEED_NOT =
  '(?:无需|无须|不必|不用|不需要|不要求|不会要求)(?:您|用户)?(?:向[^,。;]{0,8})?(?:额外|另行)?(?:提供|填写|输入|登记|提交)';
/** “不会收集…”, “无需申请…”, “不会以任何方式获取…”. */
const DENIES = new RegExp(
  `${NEED_NOT}|${NOT}(?:会|以任何(?:形式|方式))?(?:向您|对您|通过[^,。;]{0,12}|在[^,。;]{0,12})?${TAKE}`,
  'g',
);
const DENIES_AFTER = new RegExp(`^[^,。;:]{0,12}?(?:我们|本应用|本软件|本app)?(?:也|均|都|一律)?${NOT}(?:会)?(?:被)?${TAKE}`);
const TAKES = new RegExp(`${NEED_NOT}|${TAKE}`, 'g');
/** The denial holds only under a condition, or only for more than is needed: then the thing is collected after all. */
const CONDITIONAL =
  /未经|除非|除(?!此)[^,。]{1,30}外|(?<!除此)(?:以外的|之外)|无关的|在(?:您|用户)(?:同意|授权)[^,。]{0,12}(?:之)?前|不知情|(?:没有|无)(?:获得|取得|经)?(?:您|用户)的?(?:同意|授权)|停止运营|终止(?:使用|服务|运营)|注销|擅自|私自|偷偷|秘密|暗中|违规|非法|(?:如果?|若|当)(?:您|用户)?[^,。]{0,12}(?:不|拒绝|未|没有)|不会(?:额外|强制|过度|超)|后台[^,。]{0,8}(?:收集|获取|读取|采集|访问|调用)|(?:仅|只)(?:会)?在[^,。]{0,20}(?:时|后|情况下)|(?:后|时),?[^,。]{0,8}不再/;
/** Named without a verb of taking: 无需通讯录权限, 不涉及通讯录、短信. */
const DOES_WITHOUT =
  /(?:无需|无须|不需要|没有使用|未使用|不使用|不涉及|而不是|而非|不包括|不包含|不含)(?:您的|任何)?(?:[^,。;]{1,8}、){0,6}$/;
/** Only a part is denied: 不读取全量通讯录, 不收集剪切板中的其他信息. */
const ALL_OF_IT = /(?:全量|整个|完整|全部|所有)的?$/;
const THE_REST = /^(?:信息|内容|数据)?(?:中|内|里)?的?(?:其[他它]|无关|任何)/;
/** An entry of a list: 通讯录: 不收集. */
const ENTRY_DENIED =
  /^(?:信息|权限|数据)?:(?:我们|本(?:应用|产品|软件|app|游戏))?(?:均|都|一律)?不(?:会)?(?:收集|获取|使用|申请)/;

/**
 * Whether the sentence says that what stands at `[start, end)` is *not* collected. The verb that governs it is the last one before
 * it (a list with 、 or commas may lie between); a condition (“未经您同意不会收集”) makes it no denial.
 */
export function isDenied(lower: string, start: number, end: number): boolean {
  if (CONDITIONAL.test(lower)) return false;
  const before = lower.slice(0, start);
  if (ALL_OF_IT.test(before) || THE_REST.test(lower.slice(end, end + 12))) return false;
  if (DOES_WITHOUT.test(before.slice(-60)) || ENTRY_DENIED.test(lower.slice(end, end + 20))) return true;
  const verb = lastIndex(before, TAKES);
  if (verb >= 0) {
    const denial = lastIndex(before, DENIES);
    // The denial's match ends with its verb, so both regexes end at the same place where it governs.
    return denial >= 0 && denial === verb && !/(?:但|仅|只|而是|而会)/.test(before.slice(denial));
  }
  const rest = lower.slice(end, partEnd(lower, end));
  return DENIES_AFTER.test(rest);
}

const OTHERS =
  /(?:其[他它]|别的|恶意|不法|钓鱼|病毒)的?(?:应用(?:程序)?|app|软件|程序|网站|分子|人员?)(?:可能|也会|会|能|将|有可能)[^,。;]{0,12}$/;

/**
 * Whether the sentence says what others do with what stands at `start` (其他应用可能会读取通讯录): nothing that this app tells of itself.
 * SDKs and third parties in the app are no others.
 */
export function isOfOthers(lower: string, start: number): boolean {
  return OTHERS.test(lower.slice(Math.max(0, start - 30), start));
}

/** Where the part of the sentence that holds `at` ends: at the nearest comma, colon, bracket or sentence end from it on. */
function partEnd(sentence: string, at: number): number {
  const length = sentence.slice(at).search(/[,:;。!?)]/);
  return length < 0 ? sentence.length : at + length;
}

/** Where the last match ends, or -1. */
function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length;
  return last;
}

/** A heading or lead-in that denies for the list under it: 我们不收集的信息, 我们不会收集以下信息:. */
const DENIES_BELOW =
  /^(?:[\d.、()一二三四五六七八九十 ]{0,8})?(?:我们|本应用|本软件|本app)?不(?:会)?(?:收集|获取|采集|读取|申请|使用)[^,。;?]{0,12}(?:信息|数据|权限|内容)?:?$/;

/** Indexes of the lines that list what is *not* collected: items right under such a line. */
export function deniedLines({ lines, lower }: PolicyText): ReadonlySet<number> {
  const denied = new Set<number>();
  let denying = false;
  for (const [index, { kind, range }] of lines.entries()) {
    if (kind === 'item' && denying) denied.add(index);
    else denying = kind !== 'row' && range[1] - range[0] <= 30 && DENIES_BELOW.test(lower.slice(...range));
  }
  return denied;
}

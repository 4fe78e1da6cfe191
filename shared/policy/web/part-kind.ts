import type { PolicyPart } from '../../domain/facts/policy-understanding.ts';
import type { Bilingual } from '../../domain/text.ts';

export type PartKind = Exclude<PolicyPart['kind'], 'main'>;

/** What a part is called where its link says nothing of its own. */
export const PART_NAMES: Readonly<Record<PartKind, Bilingual>> = {
  children: { zh: '儿童个人信息保护规则', en: 'Rules for children' },
  'sdk-list': { zh: '第三方SDK目录', en: 'List of third-party SDKs' },
  'collected-list': { zh: '收集个人信息清单', en: 'List of the information collected' },
  'shared-list': { zh: '第三方信息共享清单', en: 'List of the information shared' },
  'permission-list': { zh: '应用权限清单', en: 'List of permissions' },
  other: { zh: '政策全文', en: 'The whole policy' },
};

const LIST = '(?:清单|列表|目录|名录|名单|明细|一览表?|list)';
/** In this order: 第三方信息共享清单 is a list of what is shared, 第三方SDK目录 one of SDKs. */
const FORMS: readonly (readonly [kind: PartKind, form: RegExp])[] = [
  [
    'children',
    /(?:儿童|未成年人|青少年)[^,。;]{0,16}(?:规则|政策|声明|指引|须知|条款|保护)|children.{0,20}(?:privacy|policy|rules)/,
  ],
  [
    'sdk-list',
    new RegExp(`(?:sdk|软件开发(?:工具)?包|开发工具包|第三方(?:代码|插件|组件))s?[^,。;]{0,14}${LIST}|${LIST}.{0,3}sdk`),
  ],
  ['permission-list', new RegExp(`权限[^,。;]{0,12}(?:${LIST}|用途说明|使用说明|申请说明|说明)|permissions?.{0,6}list`)],
  [
    'shared-list',
    new RegExp(`(?:共享|对外提供|委托处理|合作(?:方|伙伴|机构|商)|第三方)[^,。;]{0,12}${LIST}|shar(?:ed|ing).{0,24}list`),
  ],
  ['collected-list', new RegExp(`(?:收集|采集|个人信息|用户信息)[^,。;]{0,12}${LIST}|collect(?:ed|ion).{0,24}list`)],
  [
    'other',
    /(?:政策|声明|规则|条款|指引|policy)[》”"]?(?:的)?(?:全文|完整版|详细版|正文)|^(?:点击)?(?:查看|阅读)?(?:全文|完整版|详细版)$/,
  ],
];
/** 示例地图SDK列表: a list of SDKs, whoever's name stands before. */
const SDK_LIST = new RegExp(`sdks?\\)?\\s*(?:的|共享|接入|使用|合作)?${LIST}`);
/** 极光SDK权限清单, 友盟SDK个人信息清单: the vendor's document, unless the words before say that it is about SDKs in general. */
const GENERAL_SDK =
  /(?:^|第三方|三方|接入|集成|嵌入|合作方?|使用|应用|app|引入|涉及|的|与|和|及|、|包|类|称|为|见|含)\s*[《“"'(【[]?\s*$/;

/** The kind of sub-document that a link's words announce; null for any other link. The words come in normal form and lower case. */
export function partKindOf(words: string): PartKind | null {
  if (words === '' || words.length > 80) return null;
  const sdk = words.indexOf('sdk');
  if (sdk > 0 && !SDK_LIST.test(words) && !GENERAL_SDK.test(words.slice(0, sdk))) return null;
  return FORMS.find(([, form]) => form.test(words))?.[0] ?? null;
}

/** Words of links that say nothing themselves: 点击查看, 此处, >>. */
const VAGUE =
  /^(?:请|可)?(?:点击|点此|点我|戳)?(?:此处|这里|链接)?(?:查看|阅读|了解|跳转|打开|访问|浏览)?(?:更多|详情|详细内容|此处|这里|链接|网址|地址|文档)?[\s>›»→…。.]*$|^https?:\S*$/;
/** What may stand between a document's name and its link. */
const LEADS_HERE =
  /^[\s》”"')】\]]*(?:[,。:;(\-—–|\t ]|请|您?可以?|通过|参见|参阅|参考|详见|详情|见|点击|查看|访问|具体|完整|地址|链接|网址|为|是|如下){0,8}[\s:(《]*$/;
const NAMED = new RegExp(
  `(?:[《“"【][^《》“”"【】。]{2,40}|[^《》“”"【】,。;:()]{2,24})(?:${LIST}|规则|政策|声明|指引|说明|全文|完整版)`,
  'g',
);

/**
 * The name of the document that a link leads to: its own words, or, where these say nothing (点击查看, a bare address), the name that
 * stands right before it. Empty where neither tells.
 */
export function nameOfLink(text: string, before: string): string {
  const own = bare(text);
  if (!VAGUE.test(own)) return own;
  let last: RegExpExecArray | null = null;
  for (const found of before.matchAll(NAMED)) last = found;
  if (last === null || !LEADS_HERE.test(before.slice(last.index + last[0].length))) return '';
  return bare(last[0]);
}

function bare(text: string): string {
  return text.replace(/[《》“”"【】]/g, '').trim();
}

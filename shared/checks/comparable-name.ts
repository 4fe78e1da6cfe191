import { toSimplified } from '../policy/text/script.ts';
import { lettersAndDigits } from './letters-and-digits.ts';

/** One width and case: policies write （杭州） and (杭州) alike. */
export function evenText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A name as people compare it: one width and case, letters and digits only, so “示例地图 - 导航” holds 示例地图. */
export function comparableName(name: string): string {
  return lettersAndDigits(evenText(name));
}

/**
 * How two names stand to each other. `same`: nobody would tell them apart. `related`: one holds the other (a subtitle, a branch), they
 * share most of their characters, or they are written in different alphabets, so that nothing can be said. `other`: two names.
 */
export type NameRelation = 'same' | 'related' | 'other';

/** How two names of apps stand to each other; an empty one is related to anything. */
export function relationOfAppNames(a: string, b: string): NameRelation {
  return relationOf(comparableName(a), comparableName(b), (one, other) => sharedPairs(one, other) >= 0.5);
}

/**
 * How two names of operators stand to each other. Brackets, 有限责任公司 for 有限公司 and the place's name make no other operator;
 * companies of one trade name (腾讯科技（深圳）有限公司, 深圳市腾讯计算机系统有限公司) are related.
 */
export function relationOfOperators(a: string, b: string): NameRelation {
  return relationOf(legalName(a), legalName(b), (one, other) => {
    const trade = tradeName(one);
    return trade.length >= 2 && trade === tradeName(other);
  });
}

function relationOf(a: string, b: string, isKin: (a: string, b: string) => boolean): NameRelation {
  // Most names are in simplified script and agree: the dictionary is asked only where they do not.
  return a === b ? 'same' : compare(toSimplified(a), toSimplified(b), isKin);
}

function compare(a: string, b: string, isKin: (a: string, b: string) => boolean): NameRelation {
  if (a === b) return 'same';
  if (a === '' || b === '' || a.includes(b) || b.includes(a) || HAN.test(a) !== HAN.test(b)) return 'related';
  return isKin(a, b) ? 'related' : 'other';
}

const HAN = /\p{Script=Han}/u;

/** Share of pairs of neighbouring characters that two names have in common (Dice's coefficient). */
function sharedPairs(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [one, other] = [pairs(a), pairs(b)];
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

function legalName(name: string): string {
  return comparableName(name).replaceAll('有限责任公司', '有限公司').replaceAll('分支机构', '分公司');
}

/** Places that stand before or within a company's name: provinces, cities with many companies, and whatever ends in 省, 市 or 自治区. */
const PLACES =
  /^\p{Script=Han}{2,7}?(?:省|自治区|特别行政区)|^\p{Script=Han}{2,4}?市|中国|北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|广州|深圳|珠海|东莞|佛山|杭州|宁波|温州|南京|苏州|无锡|成都|武汉|西安|郑州|长沙|合肥|福州|厦门|济南|青岛|大连|沈阳|哈尔滨|长春|石家庄|太原|昆明|贵阳|南宁|南昌|海口|三亚|兰州|银川|西宁|乌鲁木齐|拉萨|呼和浩特/gu;
/** What a company does, and its legal form: what stands before the first of these is its trade name. */
const BUSINESS =
  /科技|科学|网络|信息|技术|软件|系统|电子|计算机|数码|数字|数据|文化|传媒|传播|互动|互娱|娱乐|游戏|教育|培训|金融|银行|证券|基金|保险|投资|资产|贸易|商贸|商务|电商|实业|产业|发展|集团|控股|股份|有限|公司|工作室|事务所|中心|通信|通讯|智能|移动|互联|在线|咨询|服务|健康|医疗|医药|汽车|出行|旅行|旅游|物流|能源|制造|企业|个体|co(?=ltd|limited|$)|ltd|limited|inc|technology|technologies|network|software|company/u;

function tradeName(legal: string): string {
  const bare = legal.replace(PLACES, '');
  const at = bare.search(BUSINESS);
  return at < 0 ? bare : bare.slice(0, at);
}

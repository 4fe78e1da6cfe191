import type { OperatorMention, PolicyFacts, SdkRow } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { insideOf } from './inside.ts';

const COMPANY =
  /([\p{Script=Han}A-Za-z0-9()·&'. -]{2,60}?(?:股份有限公司|有限责任公司|集团有限公司|有限公司|合伙企业(?:\(有限合伙\))?))(?:[\p{Script=Han}()]{1,12}分公司)?/gu;
const STUDIO = /([\p{Script=Han}A-Za-z0-9]{2,20}(?:工作室|经营部|个体工商户|软件开发中心))/gu;
const FOREIGN = /([A-Z][\w.&' -]{1,50}?,? ?(?:Co\.?,? ?Ltd\.?|Limited|Inc\.?|LLC|GmbH|Pte\.? ?Ltd\.?))/g;
/** `X(以下简称“我们”)`: whatever X is, it is the operator. */
const DEFINED =
  /([\p{Script=Han}A-Za-z0-9·]{2,30}(?:\([\p{Script=Han}]{2,8}\)[\p{Script=Han}]{0,20})?)[(,]? ?(?:以下|下)(?:简|统|合|亦|并)?称(?:为|作)?[^)。]{0,24}?["“”'「]?(?:我们|我行|本行|我方|本公司|我司|[我本](?:馆|校|院|局|社|会|店|中心|单位|工作室)|我["”」])/gu;
/** Organisations that are no companies: `由X及其关联方(以下…)运营`. */
const ORGANISATION =
  /由([\p{Script=Han}]{3,24}(?:总台|电视台|研究院|研究所|大学|学院|医院|协会|学会|出版社|委员会|集团|银行|总公司|管理局|基金会|图书馆|博物馆|中心|办公室|政府|学校|中学|小学|[^,。]局))(?:及其[^,(。]{0,8})?(?:[(,]?(?:以下|下)|提供|运营|开发|研发|所有|主办|建设|负责)/gu;
/** `开发者: X`, people and shops included. After a colon a name may be longer and in Latin letters. */
const NAMED =
  /(?:开发者|运营者|运营方|经营者|公司名称|主体名称|运营主体|开发者名称|服务提供者|企业名称|著作权人|主办(?:单位|方)|(?:运营|开发|经营)单位|作者|developer)(?:名称|姓名)?(?: ?\/ ?(?:developer|operator))?(?:(?:为|是)\s*["“「]?([\p{Script=Han}A-Za-z·]{2,12}(?:\((?:个体工商户|个人(?:开发者)?|独立开发者|自然人)\))?(?![\p{Script=Han}A-Za-z(]))|:\s*["“「]?([\p{Script=Han}·]{2,24}(?:\((?:个体工商户|个人(?:开发者)?|独立开发者|自然人)\))?(?![\p{Script=Han}A-Za-z(])|[A-Za-z][A-Za-z0-9 ._-]{1,38}(?![\p{Script=Han}A-Za-z(])))/giu;
/** `由(个人)开发者X(…)开发`. */
const INDIVIDUAL =
  /由(?:个人|独立)?开发者\s*["“「]?([\p{Script=Han}A-Za-z·]{2,16}?)["”」]?(?:\(|独立|个人|制定|开发|提供|运营|维护|负责)/gu;
/** A word of every way to name somebody; most sentences have none. */
const NAMES_SOMEBODY =
  /公司|企业|工作室|经营|个体工商户|开发(?:者|单位|中心)|运营|称|由|名称|主体|服务提供者|著作权人|主办|作者|developer|ltd|limited|inc|llc|gmbh/;
const OPERATES = /(?:经营者|运营者|运营方|运营主体|开发者|提供者|提供方|所有者|著作权人)(?:为|是|:|系)?/;
/** Words that lead up to a name and are not part of it; all of them may be cut when a name of some length remains. */
const LEADS =
  /^.*(?:是指|指的是|系指|均指|政策中指|中指|均意为|意为|即为|(?:运营|开发|使用|提供|服务|产品|平台|访问|享有)的|(?:版权|产权|所有权|著作权)归|归属于|属于|我们是|公司名称|运营者|运营方|提供者|提供方|经营者|著作权人|所有者|主体|开发者|感谢您?使用|欢迎(?:您)?使用|以及|简称|通过|隶属于|版权所有|权利人|收件人|收件公司|包括但不限于|包括|控制或与|(?:传输|提供|共享|发送|披露|分享|传送|提交)(?:给|至|到|予)|或被|被|不时控制|来控制|适用于|其中|使用了|主动从|集成|接入|提供给|共享给|接收方|您与|关联公司|及其|号|\d(?=[\p{Script=Han}])|\(\d{1,2}\)|由|受|即|原(?=北京|上海|广州|深圳))(?:为|是|系)?/u;
const PARTICLE = /^(?:[是指即系与及向的对在将或为以和从,.' -]|\)|\d{4}年?-?\d{0,4})+/u;
const KEPT_PARTICLE = /^(?:和讯|为华|与光|以太|向日|将军|及第|对啊)/u;
/** What a name never begins with: then the cut went into it. */
const HALF_A_NAME = /^(?:技术|科技|信息|网络|股份|有限|责任|集团|分公司|软件|文化)/u;
const NO_NAME =
  /统一社会信用代码|^个体工商户$|^(?:个人|独立|自然人)?开发者$|(?:产品|服务|平台|应用|软件|网站)(?:的)?(?:服务)?(?:提供|运营|经营)(?:主体|者|方|商)$|^(?:平台|应用|产品|服务)?(?:的)?(?:运营|开发|经营|提供)(?:主体|者|方|单位|商)$|^(?:本|该|其|关联|第三方|一家|我们|您|用户|合作|合伙)|地址|电话|邮箱|关联方$|以下|下称|简称|功能$|服务$|单位$|路\d|号楼/u;
const OWN =
  /我们|我行|本公司|我司|以下简称|下称|统称|运营|开发|注册地址|主体|公司名称|版权所有|个人信息处理者|制定|深知|尊重|致力|欢迎|感谢|联系/;
const OTHERS = /sdk|第三方|合作(?:方|伙伴|商)|共享|关联公司|服务商|供应商|接收方|例如|比如|支付宝|友盟/;

/** Who receives something, or what a word of definition means, is not who operates: 向X披露, 传输给X, 关联公司:指X, 原X(…)路1号. */
const RECEIVER =
  /(?:向|给|至|到|委托|授权|租用|采购)(?![^,。;]{0,6}(?:您|用户)提供)[^,。;:]{0,40}$|^[^:。,]{0,10}(?:关联|支付|第三方|合作|附属|集团)[^:。,]{0,8}:(?:是)?指[^。]{0,40}$|地址[^。;]{0,40}\(?原$/;
const HANDED = /^[^。;]{0,16}(?:披露|共享|分享|传输|提供(?:您|订单|必要|相关|上述))/;
/** A sentence about the app itself or its operator by name of role. */
const OF_OURSELVES = /我们|我行|我司|本公司|本产品|本app|本应用|本软件|本平台|本游戏|个人信息处理者|运营主体/;
/** Who only a later sentence about a part of the app names, where the text begins by naming its operator. */
const PART_OF_APP = 0.5;

/** A text may begin with as much before it comes to who is speaking; a passage alone is all beginning. */
const SHORT = 200;
/** An app is a product: “X(以下简称我们)” tells who operates it only to those who know the company by its brand. */
const APP_NAME = 0.5;
/** What ends like an organisation, or is told by its role, is somebody who can be held to it. */
const SOMEBODY =
  /(?:公司|集团|企业|工作室|中心|银行|医院|大学|学院|学校|中学|小学|出版社|报社|杂志社|电视台|总台|[局馆院社会店厂署委处部]|团队|基金|证券|保险|航空|合作社|经营部|个体户|商行|事务所|\))$/;
const BY_ROLE = /开发者|运营者|运营方|经营者|个人(?!信息|隐私|资料|数据)|作者|主体|由[^,。;]{2,30}(?:运营|开发|提供)/;

/** What else was read of the text: SDKs have operators of their own, and apps are not their operators. */
interface Known {
  readonly sdkRows: readonly SdkRow[];
  readonly appNames: PolicyFacts['appNames'];
}

/** Names of those who operate the app, best known first, with how sure it is that the name is the operator's and not a partner's. */
export function extractOperators(text: PolicyText, { sdkRows, appNames }: Known): OperatorMention[] {
  const found = new Map<string, OperatorMention>();
  const ofOthers = new Set<string>();
  const early = Math.max(text.text.length * 0.12, SHORT);
  const inList = insideOf(sdkRows);
  const apps = appNames.filter((app) => app.confidence >= 0.85).map((app) => app.name.toLowerCase());
  const nameOfApp = (name: string) => apps.some((app) => app === name.toLowerCase() || app.endsWith(` ${name.toLowerCase()}`));
  for (const { text: sentence, lower, start, line } of text.sentences) {
    if (!NAMES_SOMEBODY.test(lower)) continue;
    const own = OWN.test(lower);
    const listed = inList(start);
    const others = OTHERS.test(lower) || text.lines[line]?.kind === 'row' || listed;
    const add = (raw: string, at: number, confidence: number) => {
      const name = trimName(raw);
      if (name.length < 2 || NO_NAME.test(name) || HALF_A_NAME.test(name)) return;
      const known = found.get(name);
      if (known !== undefined && known.confidence >= confidence) return;
      const from = start + at + raw.lastIndexOf(name);
      const receives = isReceiver(sentence, from - start, from - start + name.length);
      const sure = receives ? 0.3 : nameOfApp(name) ? Math.min(confidence, APP_NAME) : confidence;
      if (start >= early && !OF_OURSELVES.test(lower)) ofOthers.add(name);
      else ofOthers.delete(name);
      found.set(name, { name, confidence: sure, range: [from, from + name.length] });
    };
    const operates = OPERATES.test(lower) && !/第三方|sdk/.test(lower) && !listed;
    const guess = operates
      ? 0.9
      : others
        ? own && !listed && start < early
          ? 0.75
          : 0.3
        : own
          ? start < early
            ? 0.9
            : 0.8
          : start < early
            ? 0.7
            : 0.5;
    if (sentence.includes('公司') || sentence.includes('企业')) {
      for (const match of sentence.matchAll(COMPANY)) {
        const defined = /^[^。]{0,30}(?:以下|下)(?:简|统|合)?称/.test(sentence.slice(match.index + match[0].length));
        const sure = listed ? guess : Math.max(guess, signs(text, line, match[1]!, start) ? SIGNED : 0);
        add(match[1]!, match.index, defined && !/第三方/.test(lower) ? 0.95 : sure);
      }
    }
    if (/工作室|经营部|个体工商户|软件开发中心/.test(sentence))
      for (const match of sentence.matchAll(STUDIO)) add(match[1]!, match.index, Math.min(guess, 0.8));
    if (/ltd|limited|inc|llc|gmbh/.test(lower))
      for (const match of sentence.matchAll(FOREIGN)) add(match[1]!, match.index, Math.min(guess, 0.8));
    if (/[我本]/.test(sentence) && sentence.includes('称'))
      for (const match of sentence.matchAll(DEFINED))
        if (!TWO.test(match[1]!)) add(match[1]!, match.index, SOMEBODY.test(match[1]!) || BY_ROLE.test(lower) ? 0.9 : APP_NAME);
    if (sentence.includes('由')) for (const match of sentence.matchAll(ORGANISATION)) add(match[1]!, match.index + 1, 0.85);
    if (!others) {
      for (const match of sentence.matchAll(NAMED)) {
        const name = match[1] ?? match[2]!;
        add(name, match.index + match[0].lastIndexOf(name), 0.85);
      }
      for (const match of sentence.matchAll(INDIVIDUAL)) add(match[1]!, match.index + match[0].indexOf(match[1]!), 0.85);
    }
  }
  const known = [...found.values()].some(({ confidence, range }) => confidence >= 0.85 && range[0] < early);
  const named = [...found.values()].map((each) =>
    known && ofOthers.has(each.name) ? { ...each, confidence: Math.min(each.confidence, PART_OF_APP) } : each,
  );
  return named.sort((a, b) => b.confidence - a.confidence || a.range[0] - b.range[0]).slice(0, 40);
}

/** A line that is the company's name and nothing else, under 联系我们 and above an address, or above 版权所有: who is to be written to, who signs. */
function signs({ lines, lower }: PolicyText, line: number, name: string, start: number): boolean {
  const range = lines[line]?.range;
  if (range === undefined || lines[line]?.kind === 'row' || range[1] - range[0] > name.length + 2) return false;
  const below = lower.slice(range[1], range[1] + 120);
  if (/^\s*(?:版权所有|©|copyright)/.test(below)) return true;
  return /联系/.test(lower.slice(Math.max(0, start - 200), start)) && /地址|邮箱|电话|邮编|@/.test(below);
}
const SIGNED = 0.75;

function isReceiver(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - 60), start);
  if (/关联[^:]{0,6}:(?:是)?指|地址[^。;]{0,40}\(?原$/.test(before)) return true;
  if (!RECEIVER.test(before)) return false;
  return HANDED.test(sentence.slice(end)) || /(?:给|至|到|予)$|(?:租用|采购|购买)[^,。;]{0,16}$/.test(before);
}

/** Two companies are found one by one. */
const TWO = /公司(?:及|和|与|、).{2,}公司/u;
const AND_AFFILIATES = /(?:及其?|及旗下|和其)(?:各|境内)?(?:关联(?:公司|企业|方|单位)|分支机构)$/u;

function trimName(raw: string): string {
  const whole = raw.replace(AND_AFFILIATES, '');
  const led = whole.replace(LEADS, '');
  const name = (led.length >= 4 && !HALF_A_NAME.test(led) ? led : whole).trim();
  const balanced = unbalanced(KEPT_PARTICLE.test(name) ? name : name.replace(PARTICLE, '')).trim();
  return KEPT_PARTICLE.test(balanced) ? balanced : balanced.replace(PARTICLE, '');
}

/** Drops a bracket that was opened or closed outside of the name. */
function unbalanced(name: string): string {
  if (name.startsWith('(') && name.split('(').length > name.split(')').length) return name.slice(1);
  const open = name.indexOf('(');
  const close = name.indexOf(')');
  if (close >= 0 && (open < 0 || close < open)) return name.slice(close + 1);
  return open >= 0 && close < 0 ? name.slice(open + 1) : name;
}

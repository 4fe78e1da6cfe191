import type { Statement } from '../../domain/facts/policy-understanding.ts';
import type { Found, Place, StatementReader } from './statement.ts';
import { clauseBefore } from './statement.ts';

type Relation = Extract<Statement, { kind: 'recipient' }>['relation'];

const GIVE = '(?:提供|共享|分享|披露|传输|发送|转让|传送|同步|回传|转交|传递|转移|推送|透露|上报|告知|交|发)';
/** Who receives, in the ways of saying so; the name is the first group. */
const SAYINGS: readonly RegExp[] = [
  new RegExp(`${GIVE}(?:给予|给|至|到|予|于)([^。;,:]{2,60})`, 'g'),
  new RegExp(`向([^。;:,]{2,50}?)(?:进行)?(?!交易|交付|交流|发货|发票|发布|发生|发展|发起)${GIVE}`, 'g'),
  /(?:与|和|同)([^。;:,]{2,50}?)(?:进行|之间)?(?:共享|分享|共用|交换|联合)/g,
  /委托(?:给|了|于)?([^。;:,]{2,40}?)(?:处理|进行|提供|代|完成|实现|开展|对|来|向|为|存储|收集|$|,)/g,
  /(?:由|被)([^。;:,]{2,40}?)(?:收集|处理|接收|获取)(?:您|你|用户)?的?[^。;,]{0,10}(?:信息|数据)/g,
  /(?:数据|信息)?(?:接收方|受托方|受托人|共享方|第三方名称|合作方名称|第三方主体)(?:名称)?(?:为|是|:)([^。;,]{2,40})/g,
];
/** A list entry that names a group: 1) 广告类合作伙伴:…; under a heading about sharing. */
const ENTRY =
  /^(?:[([]?[\da-z一二三四五六七八九十ivx]{1,4}[)\].、:]{1,2}|[-•·●○■*>ø]|第[一二三四五]类)?\s*((?:[^。;,:]{0,24})(?:合作伙伴|合作方|服务商|供应商|提供商|提供者|提供方|关联公司|关联方|关联企业|合作机构|支付机构|广告主|商家|分析公司|广告平台|母公司|子公司|附属(?:公司|企业)))(?:等)?(?:[:。]|,|$)/;
const SHARING = /共享|分享|委托|提供|第三方|披露|转让|合作/;
const GROUPS: readonly (readonly [Relation, RegExp])[] = [
  [
    'authority',
    /(?:监管|主管|行政|司法|执法|国家|政府|公安|网信|税务|海关|法院|检察|仲裁|消费者协会)[\p{Script=Han}、/]{0,12}?(?:部门|机关|机构|当局|协会)|公安机关|人民法院|法院|政府|(?:有关|相关)(?:政府)?部门/u,
  ],
  [
    'affiliate',
    /(?:我们的?|本公司的?|[\p{Script=Han}A-Za-z]{0,8})?(?:关联(?:公司|方|企业|机构|实体)|子公司|母公司|集团(?:内)?(?:成员|公司|其他公司|关联)(?:企业|单位|公司)?|附属(?:公司|机构)|旗下(?:其他)?公司|总公司|分公司)/u,
  ],
  [
    'processor',
    /[\p{Script=Han}、/()A-Za-z]{0,14}?(?:服务(?:提供)?商|供应商|服务提供(?:者|方)|受托(?:方|人|机构|第三方|公司)|外包(?:商|公司|机构)|(?:支付|物流|快递|配送|认证|(?<!特)征信|云计算|云存储|清算|保险|检测|审核|评估|鉴定)(?:机构|公司|服务(?:商|公司|机构)|方|企业)|代理(?:商|机构|人)|运营商|sdk(?:提供)?(?:方|商)|专业(?:公司|机构)|技术公司|设备制造商|手机厂商)/u,
  ],
  [
    'partner',
    /[\p{Script=Han}、/()A-Za-z]{0,12}?(?:合作(?:伙伴|方|商|机构|单位|银行|企业|公司|商家|商户|媒体|平台|第三方)|广告(?:主|商|公司|合作伙伴|联盟|平台|服务方)|商家|商户|卖家|店铺|媒体|渠道(?:商|方)|经销商|加盟商|主办方|承办方|开发者|金融机构|银行|保险公司|航空公司|酒店|医院|学校|房东|骑手|司机|网约车(?:公司|平台))/u,
  ],
  [
    'other',
    /(?:(?:其他|任何|外部|独立|受信任的?|相关|上述|该|授权|指定|有关)的?)?第三方(?:[\p{Script=Han}A-Za-z/]{0,6}?(?:公司|机构|平台|网站|应用|组织|企业|主体|个人|产品|小程序))?|其他(?:公司|组织|个人|机构|方|用户|主体|实体|企业)|(?:公司|组织|机构)(?:、|和|或)[^,。;]{0,6}个人|其他方|接收方|受让方|收购方|继受方/u,
  ],
];
const COMPANY =
  /[\p{Script=Han}A-Za-z0-9·&()]{2,36}?(?:股份有限公司|有限责任公司|集团有限公司|有限公司|有限合伙\)|联合会|研究院|Inc\.?(?![a-z])|LLC|Co\.,? ?Ltd\.?)/giu;
const LEADS =
  /^.*?(?:提供给|共享给|委托|例如|比如|包括|由|给|与|向|和|及|或|为|对|即|:|、|的|如(?!家|皋|东|意|是|果))(?=[\p{Script=Han}A-Za-z()]{4,})/u;
const NOT_A_COMPANY =
  /^(?:本|其|该|一家|任何|其他|第三方|关联)|我们|您|信息(?!技术|科技|网络|咨询|服务|系统|产业|传播|工程|有限|股份)|数据(?!技术|科技|服务|信息|网络|系统|有限|股份|处理)|服务(?!有限|技术|股份|科技|外包|集团|网络)/u;
/** Not given: denied without a condition. What is excepted comes in sentences of its own. */
const NOT =
  /(?:不会|不得|绝不|从不|不|未|并未|没有|禁止|无法|拒绝|不再|不予|无需|避免|防止)(?:将|把|会|向|与|对|主动|单独|以任何|再|在|擅自|非法)?/;
/** The giver or taker is the user, or what is given is no information. */
const BY_USER =
  /(?:^|[^将把对为与向给])(?:您|你|用户|监护人|儿童|孩子|玩家)(?!的|同意|授权|与|所|在[^,。;:()]{0,20}中$)(?!.*(?:我们|我行|平台|本公司|同意|授权)(?:会|将|可|需|向|与)?[^,。;:()]{0,8}$)[^,。;:()]{0,26}$/;
const RECEIVER_IS_USER =
  /^(?:您|你|用户(?!.*(?:以外|之外))|我们|我行|本公司|其他用户|监护人|所有用户|好友|他人|公众|儿童|会员|消费者|访客|客户|平台|本|该等|上述目的|以下|外|境外$|使用者|自己|大家|孩子|玩家|家长)/;
const INFORMATION =
  /信息|数据|资料|记录|号码|订单|内容|标识|画像|日志|位置|身份|个人|imei|照片|图片|图像|特征|地址|住址|电话|手机|票据|姓名|其|处理|共享|共用/;

/** What breaks the law or the agreement is not told as done. */
const HYPOTHETICAL = /违反|擅自|(?:如果?|若)(?:我们|我行)[^,。;]{0,30}(?:共享|提供|分享|转让)[^。;]{0,30}(?:努力|要求|违)/;

/** To whom information goes: companies by name, and the groups that the text speaks of. */
export const recipients: StatementReader = {
  cue: /提供|共享|分享|披露|传输|发送|转让|传送|同步|回传|转交|委托|接收方|受托|转移|合作伙伴|服务商|供应商|透露|上报|交给|发给|机构|关联|合作|公司/,
  *read(place) {
    const { lower } = place;
    const seen = new Set<string>();
    yield* entry(place, seen);
    if (!INFORMATION.test(lower) || HYPOTHETICAL.test(lower)) return;
    for (const saying of SAYINGS) {
      for (const match of lower.matchAll(saying)) {
        const receiver = match[1]!;
        if (RECEIVER_IS_USER.test(receiver)) continue;
        const before = clauseBefore(lower, match.index);
        if (isDenied(lower, match.index, before) || BY_USER.test(before) || /^(?:我们|我行)$/.test(receiver)) continue;
        if (
          /(?:向我们|给我们|与我们|为我们|至我们|向我行)$/.test(
            `${match[0].slice(0, match[0].indexOf(receiver))}${receiver}`.slice(0, 4),
          )
        )
          continue;
        const at = match.index + match[0].indexOf(receiver);
        // Names that follow in brackets belong to the group: 支付机构(如支付宝(中国)网络技术有限公司).
        const end = at + receiver.length;
        const tail = /^(?:\(|,?(?:例如|比如|如|包括|即))/.test(lower.slice(end)) ? lower.slice(end, end + 120) : '';
        yield* receivers(place, at, receiver + tail, receiver.length, seen);
      }
    }
  },
};

/** 未经您同意不会提供给…, 除…外不会…: whether or not it is given, who is meant is not said as a recipient here. */
function isDenied(lower: string, at: number, clause: string): boolean {
  if (NOT.test(clause) && !/不(?:仅|限于|同|可避免|影响|得不)|不经/.test(clause)) return true;
  // The verb of the denial may be part of the match: 我们不会与任何第三方共享.
  return NOT.test(lower.slice(Math.max(0, at - 6), at));
}

function* receivers(
  { text, sentence, known }: Place,
  at: number,
  words: string,
  own: number,
  seen: Set<string>,
): Generator<Found> {
  let named = false;
  const original = text.text.slice(sentence.start + at, sentence.start + at + words.length);
  if (/公司|合伙|联合会|研究院|inc|llc|ltd/.test(words)) {
    for (const match of original.matchAll(COMPANY)) {
      const name = companyName(match[0]);
      if (name === null) continue;
      named = true;
      const from = at + match.index + match[0].lastIndexOf(name);
      const relation = relationOf(words.slice(0, match.index)) ?? 'other';
      if (!seen.has(name)) yield found(name, true, relation, from, name.length, 0.9);
      seen.add(name);
    }
  }
  for (const mention of known.sdkMentions) {
    const [start, end] = mention.range;
    if (start < sentence.start + at || end > sentence.start + at + words.length || mention.confidence < 0.5) continue;
    const name = text.text.slice(start, end);
    if ([...seen].some((other) => other.includes(name))) continue;
    seen.add(name);
    named = true;
    yield found(name, true, relationOf(words) ?? 'partner', start - sentence.start, name.length, 0.75);
  }
  for (const [relation, says] of GROUPS) {
    const match = says.exec(words.slice(0, own));
    if (match === null || (relation === 'other' && (named || seen.size > 0))) continue;
    const name = groupName(match[0]);
    if (name.length < 2 || seen.has(name)) continue;
    seen.add(name);
    yield found(name, false, relation, at + match.index + match[0].indexOf(name), name.length, relation === 'other' ? 0.7 : 0.85);
    if (relation === 'authority' || relation === 'other') break;
  }
}

function* entry({ lower, heading, lead, text, sentence }: Place, seen: Set<string>): Generator<Found> {
  if (!SHARING.test(heading) && !SHARING.test(lead)) return;
  const match = ENTRY.exec(lower);
  if (match === null || NOT.test(match[1]!) || /^(?:我们|如|若|当|对|您)|会|可能|根据|要求/.test(match[1]!)) return;
  const relation = relationOf(match[1]!) ?? 'partner';
  const name = groupName(match[1]!);
  if (name.length < 3 || seen.has(name)) return;
  seen.add(name);
  yield found(name, false, relation, match[0].indexOf(name), name.length, 0.8);
  const rest = text.text.slice(sentence.start + match[0].length, sentence.end);
  if (!rest.includes('公司')) return;
  for (const each of rest.matchAll(COMPANY)) {
    const company = companyName(each[0]);
    if (company === null || seen.has(company)) continue;
    seen.add(company);
    yield found(company, true, relation, match[0].length + each.index + each[0].lastIndexOf(company), company.length, 0.85);
  }
}

function relationOf(words: string): Relation | null {
  return GROUPS.find(([, says]) => says.test(words))?.[0] ?? null;
}

/** The name without the words that lead up to it; null where nothing like a name is left. */
function companyName(raw: string): string | null {
  let name = raw;
  for (let step = 0; step < 4; step++) {
    const cut = name.replace(LEADS, '');
    if (cut === name || cut.length < 6) break;
    name = cut;
  }
  const open = name.indexOf('(');
  const close = name.indexOf(')');
  if (close >= 0 && (open < 0 || close < open)) name = name.slice(close + 1);
  else if (open >= 0 && close < 0) name = name.slice(open + 1);
  return name.length < 6 || NOT_A_COMPANY.test(name) ? null : name;
}

/** Words that point to a group which another sentence names. */
const POINTS = /^(?:这些|该等?|上述|前述|此类|此等|其|任一|此|相应的?)/;

function groupName(raw: string): string {
  const name = raw
    .replace(/^(?:[([]?[\da-z一二三四五六七八九十ivx]{1,4}[)\].、:]{1,2}|[-•·●○■*>ø]|第[一二三四五]类)\s*/, '')
    .replace(/^.*?(?:提供给|共享给|委托|给|与|向|和|以及|及其?|或|为|将|把|、|的(?=.{2}))(?=.{3})/, '')
    .replace(/^(?:我们|我行)?(?:进行|提供|从事)?[^的]{0,10}的(?=.{2})/, '')
    .replace(/^[()、和与及或的等/\s]+/, '')
    .replace(/^.*(?:与|和|及|或)(?=第三方)/, '')
    .trim();
  return POINTS.test(name) ? '' : name;
}

function found(name: string, named: boolean, relation: Relation, at: number, length: number, confidence: number): Found {
  return { means: { kind: 'recipient', name, named, relation }, at, length, confidence };
}

import type { Mention, PermissionMention, TypeMention } from '../../domain/facts/policy.ts';
import { sentenceAt } from '../extract/sentence-finder.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { ItemReader } from './item.ts';

const COLLECTS =
  /收集|搜集|传给|留下|用来|调取|告诉|登记|交给|获取|采集|提供|填写|用到|要用|读取|授权|上传|接收|记录|用于|使用|申请|调用|输入|处理|同步|需要|允许/;
const PURPOSE =
  /用于|用来|以便|(?<!可)以(?:实现|完成|提供|保障|确保|验证|核实|创建|识别)|为(?:了|向您|您|实现|保障|完成|帮助|提供|满足|便于|方便)|为您提供|当您|如您|您(?:在)?使用|您(?:在)?注册|您(?:在)?登录|[您你][^,。;]{1,20}时|时(?:使用|申请|获取|读取|调用|需要)|为[^,。;]{2,14},(?:我们|本应用|本产品|需)|目的|用途|从而|(?<!提)供[^,。;]{1,10}(?:联系|使用|查看|判断|核[实对]|核验)|功能|才能|仅用|只用|便于|方便|必须|需要/;
/** 为改善服务质量, 优化用户体验: what everybody would say of anything is no purpose. */
const VAGUE =
  /(?:为(?:了|向您|您)?|用于|用来|以便?|从而)[^,。;]{0,6}(?:(?:改善|提升|优化|改进|提高|完善)[^,。;]{0,14}(?:服务|体验|产品|质量|功能)|(?:提供|给(?:您|你)?)(?:更(?:好|优质|佳)的?|优质的?|良好的?)?(?:服务|产品|体验)|(?:业务|运营|经营|工作|服务)(?:的)?(?:需要|需求)|(?:保障|维护|维持)[^,。;]{0,4}(?:服务|运营|运行))(?:质量|水平|体验)?/g;
/** What is left of a vague purpose that needs no purpose of its own. */
const NEEDS = /需要|必须|方便/g;

/** What it is for, in so many words; that it is needed, or when it is taken, may say as much of anything. */
const SAYS_WHY =
  /^(?!我们|本|您|你|app|平台|系统|应用|如)[^,。;:]{3,16}(?:要|需要?|会|得)(?:用到|用|访问|获取|读取|开启|打开)|用于|用来|用以|以便|便于|方便(?:您|你|我们)|(?:,|\p{Script=Han})以(?!下|上|及|外|内|来|前|后|为|此|实际|免|往|太)(?=\p{Script=Han}{2})|(?<!因|认|作|成|视|行|称|分|均|人)为(?:了|帮|您|你)?(?!您的|准)[^,。;]{2,20},|(?:是|均|都|只|仅)为(?:了)?[^,。;]{3,}|使用您?的?(?:相机|摄像头|麦克风|位置|相册|通讯录)[^,。;]{0,4}(?:扫描|识别|拍|录|查|发|传|定位|来)|好(?:给|为|让)[您你]|目的|从而|(?<!提)供[^,。;]{1,10}(?:联系|使用|查看|判断|核)/u;

/** Rows of tables that pair functions or purposes with information; tables of SDKs tell of others' purposes. */
function purposeRows(text: PolicyText): Mention[] {
  return text.tables.flatMap(({ rows: [head, ...rows] }) => {
    const titles = (head ?? []).map((cell) => cell.text.toLowerCase());
    if (titles.some((title) => title.includes('sdk'))) return [];
    const purpose = titles.some((title) => /目的|用途|场景|功能/.test(title));
    const information = titles.some((title) => /信息|数据|权限|类型/.test(title) && !/目的|用途/.test(title));
    if (!purpose || !information) return [];
    const filled = rows.filter((row) => row.filter((cell) => cell.text !== '').length >= 2);
    return filled.map((row): Mention => ({ range: [row[0]!.range[0], row.at(-1)!.range[1]], confidence: 0.9 }));
  });
}

function hasPurpose(lower: string): boolean {
  if (!PURPOSE.test(lower)) return false;
  const rest = lower.replace(VAGUE, '');
  return rest.length === lower.length || PURPOSE.test(rest.replace(NEEDS, ''));
}

/** Whether one sentence alone pairs something called by its name with what it is for. */
function pairs(lower: string): boolean {
  return SAYS_WHY.test(lower.replace(VAGUE, '')) && !/sdk|第三方|合作/.test(lower);
}

/** 姓名、学号、班级、考试成绩: things in a row. */
const IN_A_ROW = /(?:[^、,。;:]{1,14}、){2}[^、,。;:]{1,14}/;

/** So many kinds of information in one sentence with their purpose are no chance. */
const SEVERAL = 3;
/** With the function that takes them even two are: 实名登记时需提供姓名与身份证号. */
const IN_A_FUNCTION =
  /(?:注册|登录|实名|认证|登记|下单|支付|付款|充值|提现|评论|发布|发帖|搜索|导航|扫码|预约|挂号|开户|贷款|报名|抽奖|投诉|缴费|打卡|绑定|寄件|配送|订票|购票|打车|上传|直播|通话|领取|开票|投保|理赔|签到|问诊)[^,。;:]{0,10}(?:时|的,|前,|后,)/;

type Told = readonly (TypeMention | PermissionMention)[];

function kindsIn(collected: Told, from: number, end: number): number {
  const kinds = new Set<string>();
  for (let at = from; at < collected.length && collected[at]!.range[0] < end && kinds.size < SEVERAL; at++) {
    const each = collected[at]!;
    kinds.add('type' in each ? each.type : each.permission);
  }
  return kinds.size;
}

/** Things whose names mean nothing else, though the knowledge knows them in longer words only. */
const SPECIFIC =
  /手机号|邮箱|姓名|头像|身份证|银行卡|收货地址|联系电话|车牌|户号|通讯录|摄像头|相机|麦克风|订单号|订单编号|金额|位置|定位|心率|步数|语音|录音|照片|人脸|指纹|学号|户号|昵称|生日|性别|(?:聊天|浏览|搜索|充值|播放|消费)记录|ip ?地址|设备型号|oaid|android id/;

/** Whether something in the sentence is surely taken, and called by a name of its own. */
function namesOne({ lower }: PolicyText, collected: Told, from: number, end: number): boolean {
  for (let at = from; at < collected.length && collected[at]!.range[0] < end; at++) {
    const { range, confidence } = collected[at]!;
    if (confidence >= 0.7 && !OF_A_KIND.test(lower.slice(...range))) return true;
  }
  return false;
}

/** 邮箱：注册和找回密码: the label names the information, what follows is what it is for. */
const LABEL = /^[^\p{L}]*([^:,。;—]{1,24})(?::|[-—–]{2})(?=\s*\p{Script=Han}{2})/u;
/** 【开票】税号、抬头——开具发票, 注册：手机号——创建账号: the function, what it takes, and what for. */
const BY_FUNCTION =
  /^(?:[【[][^】\]]{2,12}[】\]]|(?:\d{1,2}[.、)]\s*)?\p{Script=Han}{2,8}:)[^:。;—]{2,30}(?:——|—|--|→|->|=>)\s*\p{Script=Han}{2}/u;
/** Labels of who somebody is and how to reach them. */
const OF_SOMEBODY = /地址|联系|公司|主体|提供|运营|链接|官网|日期|时间|负责人|客服|热线|投诉/;

/** 处理目的：登录；信息种类：手机号: one line that gives both, in fields of their own; those of SDKs tell of others' purposes. */
function purposeLines(text: PolicyText): Mention[] {
  return text.lines.flatMap(({ range }): Mention[] => {
    const line = text.lower.slice(range[0], Math.min(range[1], range[0] + 600));
    const both =
      /(?:目的|用途|场景)[^:,。;]{0,4}:/.test(line) &&
      /(?:信息|种类|类型|数据|收集)(?:的)?(?:信息|个人信息|类型|种类|范围|内容|名称|字段|数据)?:/.test(line);
    return both && !/sdk/.test(line) ? [{ range: [range[0], range[1]], confidence: 0.9 }] : [];
  });
}

function labelledPurposes(text: PolicyText, collected: Told): Mention[] {
  const places: Mention[] = [];
  let next = 0;
  for (const { lower, start, end } of text.sentences) {
    if (BY_FUNCTION.test(lower)) places.push({ range: [start, end], confidence: places.length === 0 ? 0.9 : 0.6 });
    const label = LABEL.exec(lower);
    if (label === null || OF_SOMEBODY.test(label[1]!)) continue;
    while (next < collected.length && collected[next]!.range[0] < start) next++;
    if (next < collected.length && collected[next]!.range[1] <= start + label[0].length) {
      places.push({ range: [start, end], confidence: 0.9 });
    }
  }
  return places;
}

/** Names of whole kinds: who says 设备信息、位置信息 has not said which. */
const OF_A_KIND =
  /^(?:您的|用户|儿童|未成年人)?(?:个人|设备|日志|位置|网络|身份|账[号户]|用户|服务|行为|使用|操作|基本|软件|硬件)(?:相关)?(?:信息|数据|资料|记录)?$/;
/** 敏感信息是指一旦泄露…, 包括民族、宗教信仰: what the law calls so, and not what is taken. */
const DEFINES = /指一旦泄[露漏]/;
/** So many things called by their own names. */
const NAMED = 2;
/** 记录您的角色名、等级、充值记录: what is taken, one after another, whatever a policy calls it. */
const TAKEN_IN_A_ROW =
  /(?:收集|采集|记录|获取|读取|登记|(?:信息|日志|资料|数据|档案)(?:包括|包含|含|有|是指|指|\(|:)|收集的?(?:个人)?(?:信息|资料|数据|字段|内容)[^,。;:]{0,6}?(?:有|包括|包含|为|是|:))(?:下|了)?(?:您|你|用户|玩家)?的?(?:(?!方式|使用|存储|保存|处理|共享|目的)[^、,。;:]{1,12}、){2,}[^、,。;:]{1,14}/;
/** No thing by itself: what is done with it, or the rest of the row. */
const NO_THING = /^(?:其[他它]|相关|任何|一切|所有|使用|存储|保存|处理|共享|方式|目的|用途|必要)|等$|的?方式$|^.$/;
/** 登录: 手机号、验证码, in the cell of a table or after a label. */
const A_FEW = /(?:^|:|(?:只|仅)(?:会)?收集(?:您的)?)[^、,。;:]{2,14}(?:、|和)[^、,。;:]{2,14}[。;]?$/;

/** Whether what stands at a place is one of several things in a row: then the others are names of information too. */
function enumerated(text: PolicyText, at: number): boolean {
  const sentence = sentenceAt(text.sentences, at);
  if (sentence === undefined || /等(?:相关|其他|必要)?(?:的)?(?:信息|数据|资料)/.test(sentence.lower)) return false;
  return IN_A_ROW.test(sentence.lower) || A_FEW.test(sentence.lower);
}

/** How many of the things in a row are more than the name of a kind. */
function thingsIn(row: string): number {
  const things = row.split(/[、和及与:(]/).slice(1);
  return things.filter((thing) => thing.length > 1 && !OF_A_KIND.test(thing) && !NO_THING.test(thing)).length;
}

/** Things in a row after a verb of taking, most of which no list of ours knows. */
function takenInARow({ sentences }: PolicyText): Mention[] {
  return sentences.flatMap(({ lower, start }): Mention[] => {
    const match = lower.includes('、') ? TAKEN_IN_A_ROW.exec(lower) : null;
    if (match === null || /不(?:会)?(?:收集|采集|获取)|敏感|是指/.test(lower) || thingsIn(match[0]) < NAMED) return [];
    return [{ range: [start + match.index, start + match.index + match[0].length], confidence: 0.7 }];
  });
}

/** Somebody refuses, leaves out or chooses. */
const REFUSES =
  /拒绝|不(?:想|愿意?|希望|一定)?(?:向我们)?(?:提供|同意|授权|授予|允许|填|开|打开|给|登[录陆]|注册|绑定|勾选|设置)|未(?:提供|授权|同意|开启)|没有(?:提供|授权)|关闭|取消|(?:可以?|自主|自行|自愿|有权)选择|由您(?:自行)?决定|跳过|选填|可填可不填|未完成|没有完成|非必[要填须需]|可选|自愿|(?:无[需须]|不需要?|不必|不用)(?:登[录陆]|注册|提供|填写?)|访客|游客|自主(?:选择|决定)/;
const REFUSES_ALL = /(?:不同意|拒绝|不接受)[^,。;]{0,12}(?:政策|协议|条款|声明|指引)/;
/** What happens then. */
const EFFECT =
  /不(?:会|受|致)?(?:因此)?(?:影响|妨碍|损害|拒绝|限制)|无法|不能|没法|用不了|不可用|仍(?:可|能|然|旧)|也(?:可|能)|[可能](?:以)?(?:继续|改|选择其[他它]|换)|改用|不耽误|不要紧|没关系|不碍事|(?:可|可以|有权)不(?:提供|填|开|授权)|自主(?:选择|决定)是否|必[要须需填](?:的)?(?:个人)?(?:信息|项)?:|都能|都可以|就能|直接能|(?:其余|其[他它])[^,。;]{0,8}(?:均|都)?(?:为|是)(?:选填|可选|非必填)|不会因[^,。;]{0,24}(?:停止|拒绝|影响|限制)|收不到|仅影响|只影响|可填可不填|照常|照样|正常使用|只(?:会|是)?使|仅[^,。;]{0,8}(?:受影响|不可)|[游访]客|仅(?:需)?(?:使用)?浏览|无损|没有影响|无影响|可以不/;
const BASIC = /[游访]客|仅(?:需)?浏览|浏览模式|基本(?:业务)?功能/;

/** A cell of a column that tells for each entry whether it must be given: | 完善资料 | 昵称 | 个性化展示 | 非必需 |. */
const MAY_BE_LEFT_OUT = /(?:^|[|│])[^\p{L}]*(?:非必[需须要填](?:项)?|可选|选填|选此[^,。;]{0,8}必[需须要填]|否)[^\p{L}]*$/u;
const WHETHER = /是否(?:为)?必|必要性|必[填选]项?\t/;
/** Cells of a table above the one that is read. */
const CELLS = 60;

/** PR-06 … PR-08: what is collected, why, and what may be left out. */
export const collectionItems: readonly ItemReader[] = [
  {
    item: 'PR-06',
    // Who says what something is for, in whatever words, has begun to tell; whether that is enough is for a person.
    cue: /(?<!适)用于|为了|用来|用途|以便|(?:如何|怎样)?收集(?:和|与|、|及)?使用|业务功能|收集(?:目的|范围|方式)|处理目的|为(?:了)?向您提供|我们(?:会|将|可能|需要)?收集|为什么/,
    // One pairing of information and purpose may be chance; two, or one of several kinds of information, are the beginning of a list.
    places: (facts, text) => {
      const places: Mention[] = [];
      const told = (mention: TypeMention | PermissionMention) => !mention.negated && mention.confidence >= 0.5;
      const collected = [...facts.types, ...facts.permissions].filter(told).sort((a, b) => a.range[0] - b.range[0]);
      let next = 0;
      let listed = false;
      for (const { lower, start, end } of text.sentences) {
        while (next < collected.length && collected[next]!.range[0] < start) next++;
        const named = next < collected.length && collected[next]!.range[0] < end;
        const generic =
          /(?:信息|号码|手机号|[户单卡证]号|姓名|电话|邮箱|头像|语音|位置|地址|照片|权限|内容|数据|[记纪]录|资料)/.test(lower);
        if (
          (named || generic || SPECIFIC.test(lower)) &&
          COLLECTS.test(lower) &&
          (hasPurpose(lower) || pairs(lower) || IN_A_FUNCTION.test(lower))
        ) {
          places.push({ range: [start, end], confidence: named ? 0.9 : 0.6 });
          if (!listed && pairs(lower) && (SPECIFIC.test(lower) || namesOne(text, collected, next, end))) listed = true;
          const kinds = kindsIn(collected, next, end);
          if (kinds >= (IN_A_FUNCTION.test(lower) ? SEVERAL - 1 : SEVERAL) || (named && IN_A_ROW.test(lower))) listed = true;
        }
      }
      const lines = purposeLines(text);
      const rows = purposeRows(text);
      places.push(...rows, ...labelledPurposes(text, collected), ...lines);
      // 绑卡：银行卡号→验证本人: one entry of such a list is a whole pairing.
      listed ||= text.sentences.some(({ lower }) => BY_FUNCTION.test(lower) && SPECIFIC.test(lower));
      if (listed || (lines.length + rows.length > 0 && collected.length > 0)) return places;
      return places.filter((place) => place.confidence >= 0.9).length >= 1 && places.length >= 2 ? places : [];
    },
  },
  {
    item: 'PR-07',
    cue: /个人信息|设备信息|日志信息|位置信息|手机号/,
    places: ({ types }, text) => {
      const concrete = types.filter(
        ({ negated, confidence, range }) =>
          !negated && confidence >= 0.5 && !DEFINES.test(sentenceAt(text.sentences, range[0])?.lower ?? ''),
      );
      const named = new Set(concrete.map(({ range }) => text.lower.slice(...range)).filter((term) => !OF_A_KIND.test(term)));
      if (named.size === 0 || !concrete.some(({ confidence }) => confidence >= 0.7)) return takenInARow(text);
      return named.size >= NAMED || enumerated(text, concrete[0]!.range[0]) ? concrete : takenInARow(text);
    },
  },
  {
    item: 'PR-08',
    cue: new RegExp(`扩展(?:业务)?功能|附加(?:业务)?功能|${BASIC.source}|${REFUSES.source}|^[^\\p{L}]*(?:否|选此)`, 'u'),
    // Who may not refuse the policy as a whole has not been told what may be left out, unless something works without.
    substance: ({ sentence, around }) =>
      (MAY_BE_LEFT_OUT.test(sentence) && WHETHER.test(around(CELLS, 0))) ||
      (REFUSES.test(sentence) && EFFECT.test(around(0, 1)) && (!REFUSES_ALL.test(sentence) || BASIC.test(around(0, 1)))),
  },
];

import { chineseNumber } from '../extract/chinese-number.ts';
import type { Found, StatementReader } from './statement.ts';

const KEEP = '(?:保存|存储|储存|保留|留存|存留|保管|存放|持有)';
const PERIOD =
  /(?<![\d.第])(?:(\d{1,4}|[一二三四五六七八九十百两]{1,5}) ?(?:个)?(?:自然)?(年|月|日|天|周|小时)|(半年))(?![岁度\d龄期初末中])(?!\d)/g;
/** The number belongs to a date, an age, an interval, an answer to a request or a deadline for somebody. */
const NO_PERIOD_BEFORE = /[*×x] ?$|[年月./-] ?$|第$|每(?:隔)?$|未满$|年满$|满$|(?:最近|近|前)$|于 ?\d{4}$/;
const NO_PERIOD_AFTER =
  /^(?:前|周?岁|以上的?(?:儿童|用户|未成年)|工作日|内?[^,。;]{0,8}(?:答复|回复|响应|反馈|处理完|登录))|^(?:一次|期间无)/;
const ANSWERS = /答复|回复|审核|处理您的(?:请求|申请)|受理|冷静期|反悔期|未登录|试用/;
const IS_KEPT = new RegExp(`${KEEP}|匿名化|删除|销毁`);
const LEAST = /必需|必要|必须|必备|所需|最短|最低|最少|最小|合理/;
const SHORTEST =
  /(?:最短|最低|最少|必需|必要|必须|必备|所需|所需要|合理)(?:的|且|和|、|合理|最短|最低|必要|必需|范围内){0,4}[^,。;]{0,6}(?:期限|时间|时限|期间|时长|期内|周期)|(?:期限|时间|时限|期间)[^,。;]{0,14}(?:最短|所必需|所必要|所需)|不(?:会)?超过[^,。;]{0,24}(?:必要|所需|必需)/;
const UNTIL =
  /(?:直[至到]|截至|至|到|除非|为止,?除非)(?:您|用户|你)[^,。;]{0,20}(?:注销|删除|撤回|清除|解绑)|(?:注销|删除|撤回)[^,。;]{0,12}(?:之前|前|为止)(?!往)|账[号户](?:的)?(?:存续|有效|使用)期|(?:您|用户|你)(?:使用|享受)[^,。;]{0,16}(?:期间|服务期)/;
const GONE = /(?:注销|删除)[^,。;]{0,16}(?:账[号户]|帐[号户])?[^,。;]{0,8}后[^。;]{0,50}(?:删除|匿名化|去标识化|销毁)/;
const LATER = /备份|(?:无法|不会|可能不)(?:会)?立即/;
const FOR_EVER =
  /(?:永久|无限期|永远|无期限)(?:性|地|的)?[^,。;]{0,6}(?:保存|存储|储存|保留|留存|存放|持有|留档)|(?:保存|存储|储存|保留|留存)(?:的)?(?:期限|时间|时长)?(?:为|是|:|设定为)?(?:永久|无限期|永远|无期限)/;
const NOT_EVER =
  /(?:不会|不|未|绝不|不再|并非|不得|禁止|避免|无法|不能)(?:被|将|会)?[^,。;]{0,10}(?:永久|无限期|永远)|永久(?:性)?(?:地)?(?:删除|清除|注销|停止)|(?:您|用户)(?:可以?|希望|选择|自行)[^,。;]{0,12}永久/;
const BY_LAW =
  /法律(?:、?(?:行政)?法规)?(?:及|或|和|、)?[^,。;]{0,14}(?:要求|规定|另有|允许|强制|许可|期限|义务)|法定[^,。;]{0,8}期|监管[^,。;]{0,12}(?:要求|规定)|依法[^,。;]{0,6}(?:留存|保存|保留)|《[^》]{2,30}(?:法|条例|规定|办法)》(?:等)?[^,。;]{0,10}(?:要求|规定)/;
const UNITS: Readonly<Record<string, 'day' | 'month' | 'year'>> = { 年: 'year', 月: 'month', 日: 'day', 天: 'day' };
/** What is kept is no information, or not by the operator. */
const OTHER_THING =
  /存储空间|存储权限|外置存储|(?:读取|写入|访问)[^,。;]{0,6}(?:存储|储存)|存储卡|保留(?:[^,。;]{0,8})权利|请(?:您)?(?:妥善)?(?:保存|保管|保留)|您(?:应|应当|须|需)(?:妥善)?(?:保存|保管)/;
const INFORMATION = /信息|数据|资料|记录|日志|内容|录音|账[号户]|帐[号户]|期限|时间|时限|号码|照片|图片/;

/** How long information is kept: for periods with amounts, the shortest time, until deletion, for ever, as the law says. */
export const retention: StatementReader = {
  cue: /保存|存储|储存|保留|留存|存留|保管|存放|注销|期满|届满|期限/,
  *read({ lower }) {
    const keep = new RegExp(KEEP).exec(lower);
    const gone = GONE.exec(lower);
    if (gone !== null && !ANSWERS.test(gone[0]) && !LATER.test(lower))
      yield found('until-deletion', gone.index, gone[0].length, 0.7);
    if (keep === null || !INFORMATION.test(lower)) return;
    yield* amounts(lower);
    if (OTHER_THING.test(lower)) return;
    if (LEAST.test(lower)) {
      const shortest = SHORTEST.exec(lower);
      if (shortest !== null && !/(?:超出|超过|违反)[^,。;]{0,14}$/.test(lower.slice(0, shortest.index)))
        yield found('shortest', shortest.index, shortest[0].length, 0.9);
    }
    const until = UNTIL.exec(lower);
    if (until !== null && gone === null) yield found('until-deletion', until.index, until[0].length, 0.8);
    const ever = /永久|无限期|永远|无期限/.test(lower) && !NOT_EVER.test(lower) ? FOR_EVER.exec(lower) : null;
    if (ever !== null) yield found('for-ever', ever.index, ever[0].length, 0.9);
    const law = /法|监管/.test(lower) ? BY_LAW.exec(lower) : null;
    if (law !== null && Math.abs(law.index - keep.index) < 60 && /期|时间|时限|留存|保留|至少|不少于/.test(lower)) {
      yield found('by-law', law.index, law[0].length, 0.8);
    }
  },
};

function* amounts(lower: string): Generator<Found> {
  if (!/[年月日天周时]/.test(lower)) return;
  for (const match of lower.matchAll(PERIOD)) {
    const before = lower.slice(Math.max(0, match.index - 50), match.index);
    const after = lower.slice(match.index + match[0].length, match.index + match[0].length + 24);
    if (NO_PERIOD_BEFORE.test(before) || NO_PERIOD_AFTER.test(after)) continue;
    // The period and the keeping stand near each other, with no answer to a request between them.
    const near = before + match[0] + after;
    if (!IS_KEPT.test(near) || ANSWERS.test(near)) continue;
    const period = periodOf(match[1], match[2]);
    if (period === null) continue;
    const stored = new RegExp(KEEP).test(near);
    const lead = /(?:至少|不少于|不低于|最短|最长|不超过|为|达|满|:|存|留|将|期限|后|在) ?$/.test(before);
    yield found(period, match.index, match[0].length, stored ? (lead ? 0.9 : 0.75) : 0.6);
  }
}

function periodOf(number: string | undefined, unit: string | undefined) {
  if (number === undefined || unit === undefined) return { amount: 6, unit: 'month' } as const;
  const amount = chineseNumber(number);
  if (amount === null || amount === 0 || (unit === '年' && amount > 100)) return null;
  if (unit === '小时') return amount % 24 === 0 ? ({ amount: amount / 24, unit: 'day' } as const) : null;
  if (unit === '周') return { amount: amount * 7, unit: 'day' } as const;
  return { amount, unit: UNITS[unit]! };
}

type Period = Extract<Found['means'], { kind: 'retention' }>['period'];

function found(period: Period, at: number, length: number, confidence: number): Found {
  return { means: { kind: 'retention', period }, at, length, confidence };
}

import type { ResponseTime } from '../../domain/facts/policy.ts';
import { around, type PolicyText } from '../text/policy-text.ts';
import { chineseNumber } from './chinese-number.ts';

const PERIOD =
  /([0-9]{1,4}|[一二三四五六七八九十百两]{1,5})(?: ?\([0-9一二三四五六七八九十]{1,5}\))?[】\]]? ?(?:个)?(工作日|自然日|工作天|日历日|小时|月|日|天|周)[】\]]?(?!期)/g;
/** A number before a unit of time, which few sentences have. */
const COUNTED = /[0-9一二三四五六七八九十百两)\]】] ?个?(?:工作|自然|日|月|天|小时|周)/;
const ANSWERS =
  /办妥|办结|办完|一定回|必回|给您回|内回(?![收退])|答复|回复|响应|反馈|处理|办理|完成|核查|受理|审核|回应|解决|注销|答覆/;
const REQUEST =
  /请求|申请|投诉|举报|申诉|意见|问题|建议|疑问|反馈|来信|邮件|权利|身份|验证|联系我们|注销|查阅|查询|更正|删除|撤回|主张|诉求|咨询/;
/** Periods that are about something else: how long data is kept, trials, deadlines for the user. */
const OTHER_PERIOD =
  /保存|存储(?!空间不足)|保留|留存|有效期|试用|退款|未登录|未使用|免费|备份|公示|提前|录音|冷静期|等待期|犹豫期|后悔期|锁定|冻结|日志|缓存|失效|过期|每(?:天|日|月|周)|最近|近\d|反悔|生效前|送达|发货|到账/;
/** The deadline is the user's or an authority's, not the operator's. */
const DUTY_OF_OTHERS =
  /(?:(?:您|用户|监护人)(?:应当?|须|需要?|可以?|必须|有权)|(?<!申)请(?!求)(?:您)?|(?:监管|主管|有关|行政)(?:部门|机构)[^,。;]{0,6}|法院|公安机关)[^,。;]{0,16}$/;
/** Data are removed some time after an account is gone: a period of keeping, not of answering. */
const REMOVED = /^(?:之|以)?内?[^,。;]{0,12}(?:删除|匿名|清除|销毁)/;
const REMOVED_AFTER_ALL =
  /^(?:之|以)?内?[^,。;]{0,12}注销(?:账号|账户|帐号|帐户)?(?:之?后|完成|成功)[^,。;]{0,10}(?:数据|信息|资料|内容)[^,。;]{0,4}(?:删除|匿名|清除|销毁)/;
/** The lower end of a range: 1-2个月, 15至30个工作日. */
const RANGE = /(?<![\d年月./-])\d{1,3} ?(?:-|~|—|至|到) ?$/;
const UNITS: Readonly<Record<string, ResponseTime['unit']>> = {
  工作日: 'working-day',
  工作天: 'working-day',
  自然日: 'day',
  日历日: 'day',
  日: 'day',
  天: 'day',
  月: 'month',
  小时: 'hour',
};

/** 如情况复杂, 最长不超过30日: more time for the hard cases, told right after the general limit. */
const HARD_CASES = /(?:复杂|特殊|疑难|困难|确有(?:需要|必要)|延长|延期)[^。;]{0,20}$/;
const GENERAL_LIMIT = { 'working-day': 15, day: 21, hour: 21 * 24, month: 0 } as const;
/** Characters between the two. */
const RIGHT_AFTER = 60;

function prolongs(before: string, general: ResponseTime | undefined, at: number): boolean {
  return (
    general !== undefined &&
    HARD_CASES.test(before) &&
    at - general.range[1] <= RIGHT_AFTER &&
    general.amount <= GENERAL_LIMIT[general.unit]
  );
}

/** Periods within which the operator promises to answer or handle users' requests; a week counts as seven days. */
export function extractResponseTimes(text: PolicyText): ResponseTime[] {
  const times: ResponseTime[] = [];
  for (const [index, { text: sentence, start }] of text.sentences.entries()) {
    if (!COUNTED.test(sentence) || !ANSWERS.test(sentence)) continue;
    for (const match of sentence.matchAll(PERIOD)) {
      const number = chineseNumber(match[1]!);
      if (number === null || number === 0) continue;
      const before = sentence.slice(Math.max(0, match.index - 24), match.index);
      const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 26);
      if (
        (/[年月./-]\s*$|第$/.test(before) && !RANGE.test(before)) ||
        OTHER_PERIOD.test(before.slice(-12)) ||
        /^(?:前|以上|起生效|一次|内(?:仍|尚)?未|后(?:自动)?(?:永久)?删除)/.test(after)
      )
        continue;
      if (OTHER_PERIOD.test(after.slice(0, 10)) || /^\d/.test(after)) continue;
      if (DUTY_OF_OTHERS.test(before)) continue;
      const removed =
        REMOVED_AFTER_ALL.test(after) ||
        (REMOVED.test(after) &&
          /注销(?:账号|账户|帐号|帐户)?(?:之?后|完成|成功)|停止运营|终止/.test(sentence.slice(0, match.index)));
      // 注销后15个工作日内删除 answers the request to close the account in time; longer it only says how long data are kept.
      const soon = removed && match[2] === '工作日' && number <= 15;
      if (removed && !soon) continue;
      const bounded =
        /^(?:之|以)?(?:内|里)|^(?:或|的时限|的期限|左右)/.test(after) ||
        /(?:时限|时效|期限|周期)[^,。;]{0,12}$/.test(before.replace(RANGE, '')) ||
        /(?:不超过|最长|最迟|最晚|约|需要?|(?:最长|最多|期限|时限)(?:为|是)|将在|会在|于|在)$/.test(
          before.replace(RANGE, '').trimEnd().slice(-4),
        );
      if (
        !bounded ||
        (!soon && !ANSWERS.test(after + (/期限|时限|时效|回复|答复|处理|审核|办理|核查|受理/.test(before) ? before : '')))
      )
        continue;
      if (prolongs(before, times.at(-1), start + match.index)) continue;
      const request = REQUEST.test(sentence) || REQUEST.test(around(text, index, 1, 1));
      const ours = /我们|我行|我方|我司|本公司|平台|客服|官方|本行|收到|通常|一般|原则上|负责人|专人/.test(sentence);
      const unit = match[2] === '周' ? 'day' : UNITS[match[2]!]!;
      times.push({
        amount: match[2] === '周' ? number * 7 : number,
        unit,
        range: [start + match.index, start + match.index + match[0].length],
        // 答复 is given to somebody who asked, also where the asking stands far away.
        confidence: request || (ours && /答复/.test(after)) ? (ours ? 0.9 : 0.8) : 0.6,
      });
    }
  }
  return times;
}

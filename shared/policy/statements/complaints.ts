import type { Found, StatementReader } from './statement.ts';
import { following } from './statement.ts';

const COMPLAIN = '(?:投诉|举报|申诉|反映|控告|维权|检举)';
const AUTHORITY =
  '(?:监管(?:部门|机构|机关)?|主管(?:部门|机关)|行政(?:部门|机关)|网信|公安|工信|工商|电信|通信管理局|市场监督|消费者(?:权益)?(?:保护)?(?:协会|委员会)|消协|国家机关|有关部门|相关部门|职责的部门|人民银行|银保监|金融监管)';
const TO_AUTHORITY = new RegExp(
  `(?:向|至|到)[^。;]{0,50}${AUTHORITY}[^。;]{0,30}${COMPLAIN}|(?<!\\d)12(?:321|377|315|300|345|378|363)(?!\\d)[^。;]{0,20}|${AUTHORITY}[^,。;]{0,14}(?:进行|提出|予以)?${COMPLAIN}`,
);
const TO_OPERATOR = new RegExp(
  `${COMPLAIN}[^。;]{0,60}(?:邮箱|电话|邮件|热线|联系我们|与我们(?:取得)?联系|客服|联系方式|点击|页面|【|“|入口|@|(?:以下|下列|如下|下述)[^,。;]{0,8}(?:方式|渠道|途径)|路径)|(?:通过|拨打|致电|发送|联系|点击|进入|向我们)[^。;]{0,60}${COMPLAIN}`,
);
const COURT =
  /(?:向|提交|由|交由|至|到|去)[^,。;]{0,40}法院[^,。;]{0,12}(?:起诉|诉讼|管辖|解决|裁决|处理|提起)?|法院[^,。;]{0,10}(?:提起|起诉|诉讼|管辖)|提起(?:民事)?诉讼|(?:提交|申请|提请)[^,。;]{0,20}仲裁/;
const NOT_COURT =
  /法院(?:的)?(?:命令|要求|判决|裁定|调查|强制|执行)|(?:按照|根据|响应|配合|遵守|依据|应)[^,。;]{0,20}法院|司法(?:机关|程序)|监管机构要求|向[^,。;]{0,16}法院[^,。;]{0,6}(?:提供|披露|共享)/;
/** Complaints among users, and those that the operator handles as a purpose of collecting. */
const ABOUT_OTHERS =
  /(?:用于|以便|应对|记录|处理|收集)[^,。;]{0,24}(?:投诉|举报|申诉)|(?:被|遭)[^,。;]{0,10}(?:投诉|举报)|发生(?:变化|变更)|缓存|需要(?:您|你)?提供|(?:当|在)(?:您|你)[^。;]{0,40}(?:投诉|申诉)[^。;]{0,30}(?:我们|可能|会)[^,。;]{0,10}(?:需要|收集|使用|记录)|举报(?:弹幕|评论|视频|用户|帖子|不良|违规)|(?:知识产权|侵权)[^,。;]{0,10}投诉|人身攻击/;

/** To whom one can complain: the operator, an authority, a court. */
export const complaints: StatementReader = {
  cue: /投诉|举报|申诉|反映|维权|控告|法院|诉讼|仲裁|12321|12377|12315/,
  *read(place) {
    const { lower } = place;
    const authority = TO_AUTHORITY.exec(lower);
    if (authority !== null && !/(?:披露|提供|共享)[^,。;]{0,20}$/.test(lower.slice(0, authority.index)))
      yield found('authority', authority, 0.9);
    const court = NOT_COURT.test(lower) ? null : COURT.exec(lower);
    if (court !== null && !/(?:可能|依法)(?:公开)?(?:披露|共享)/.test(lower)) yield found('court', court, 0.85);
    if (ABOUT_OTHERS.test(lower)) return;
    const own = TO_OPERATOR.exec(lower);
    if (own !== null && !new RegExp(AUTHORITY).test(own[0])) yield found('operator', own, 0.85);
    else if (own === null && authority === null && lower.endsWith(':') && /投诉|举报/.test(lower)) {
      const near = following(place, 3);
      const way = /@[a-z0-9-]+\.|\d{3,4}-\d{6,8}|[48]00-?\d{3}|电话|邮箱/.exec(near);
      if (way !== null) yield { means: { kind: 'complaint', channel: 'operator' }, at: 0, length: lower.length, confidence: 0.8 };
    }
  },
};

function found(channel: 'operator' | 'authority' | 'court', match: RegExpExecArray, confidence: number): Found {
  return { means: { kind: 'complaint', channel }, at: match.index, length: match[0].length, confidence };
}

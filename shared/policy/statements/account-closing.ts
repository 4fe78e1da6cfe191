import type { Found, StatementReader } from './statement.ts';

const CLOSES = /注销|销户|关闭(?:您的)?(?:账[号户]|帐[号户])|删除(?:您的)?(?:账[号户]|帐[号户])/;
const NEEDS = /需|须|应当?|要求|请(?!求)|必须|提供|提交|满足|符合|条件|前提|确保|确认|验证|核实|核验|保证/;
/** Papers and ways that nobody needs who opened the account on a telephone; a reason that must be proven. */
const UNREASONABLE: readonly (readonly [number, RegExp])[] = [
  [0.9, /手[持举](?:本人)?[^,。;]{0,8}(?:身份证|证件|照片|拍照)|(?:身份证|证件)[^,。;]{0,6}手[持举]/],
  [0.9, /(?:邮寄|快递|寄送|寄至|寄到)[^,。;]{0,20}/],
  [0.9, /公证(?:书|处|文件|材料)?|加盖公章/],
  [
    0.8,
    /(?:纸质|书面)[^,。;]{0,12}(?:原件|申请|材料|盖章|签字)|亲自(?:到|前往)|前往[^,。;]{0,14}(?:现场|线下|营业厅|公司|柜台|网点)|(?:到|至)[^,。;]{0,14}(?:现场|营业厅|柜台|网点)[^,。;]{0,8}(?:办理|注销)/,
  ],
  [
    0.85,
    /(?:说明|提供|提交|证明)[^,。;]{0,8}(?:注销)?(?:的)?(?:正当|合理|充分)?(?:原因|理由)[^,。;]{0,10}(?:证明|材料|审核|批准)|(?:注销)?(?:原因|理由)[^,。;]{0,6}(?:须|需)?经[^,。;]{0,6}(?:审核|批准|同意)/,
  ],
  [0.7, /(?:身份证|户口)(?:件)?(?:的)?(?:正反面|照片|复印件|扫描件|原件)/],
];
const NO_NEED = /无需|无须|不需要|不会要求|不要求|不必|不得要求|或者?(?:短信|验证码|密码)|也可|任选|任一/;
const REASONABLE =
  /(?:验证|核实|核验|确认|校验)[^,。;]{0,20}(?:身份|验证码|密码|手机号码?|安全状态|本人|设备|信息|资格)|身份(?:验证|核验|核实|认证|信息)|短信验证码|输入[^,。;]{0,8}(?:验证码|密码)|(?:没有|无(?!法|需|论|须|权)|不存在|已经?|均已|确保|确认|不得有|未处于|尚未)[^,。;]{0,16}(?:余额|纠纷|争议|交易|订单|欠费|欠款|投诉|封禁|冻结|违规|被盗|清零|结清|解除|解绑|完成|权益|资产|服务|提现|备份|处理)|(?:余额|订单|交易|欠款|权益|资产|优惠券|会员)[^,。;]{0,12}(?:结清|清零|处理|完成|使用完毕|提取|提现|解绑|放弃)|安全状态|(?:满足|符合)[^,。;]{0,20}(?:条件|要求|约定)|(?:人脸|面部)(?:识别|验证|核验)|备份(?!系统)/;
/** What closing brings, what others must do, and numbers that are given up. */
const OTHER =
  /(?:企业|机构|商家|商户|员工|第三方)(?:账|帐|用户|客户)|手机号(?:码)?(?:已)?注销|号卡|继承|逝|去世|近亲属|是指|(?:注册|登录|开通|使用|修改)、[^,。;]{0,8}注销/;

/** Conditions set for closing the account: reasonable checks, and demands that nobody needs. */
export const accountClosing: StatementReader = {
  cue: /注销|销户|关闭|删除|手[持举]|邮寄|公证|验证|核实|余额|纠纷|交易|绑|安全状态|书面|纸质|原因|理由/,
  *read({ lower, heading, lead, text, index }) {
    const own = CLOSES.test(lower);
    const listed = CLOSES.test(lead) && /条件|满足|符合|确认|确保|前|要求|材料|以下/.test(lead) && !/后/.test(lead);
    const before = text.sentences[index - 1]?.lower ?? '';
    const near =
      own ||
      listed ||
      (CLOSES.test(heading) && CLOSES.test(before)) ||
      (CLOSES.test(before) && /^(?:您|需|届时|同时|此外|为)/.test(lower));
    if (!near || OTHER.test(lower) || !(NEEDS.test(lower) || listed)) return;
    const sure = own || listed ? 0 : 0.15;
    if (!NO_NEED.test(lower)) {
      for (const [confidence, says] of UNREASONABLE) {
        const match = says.exec(lower);
        if (match === null || (!own && /投诉|建议|疑问|儿童|监护/.test(lower))) continue;
        yield found(true, match, confidence - sure);
        return;
      }
    }
    const match = REASONABLE.exec(lower);
    if (match !== null && !isOutcome(lower, match.index)) yield found(false, match, 0.85 - sure);
  },
};

/** What follows once the account is gone is no condition: 注销后, 我们将…. */
function isOutcome(lower: string, at: number): boolean {
  return /注销[^,。;]{0,16}(?:之后|后|成功|完成)[^。;]*$/.test(lower.slice(0, at));
}

function found(unreasonable: boolean, match: RegExpExecArray, confidence: number): Found {
  return { means: { kind: 'deletion-condition', unreasonable }, at: match.index, length: match[0].length, confidence };
}

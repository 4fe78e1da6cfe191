import { around, type PolicyText } from '../text/policy-text.ts';
import type { AdmissionReader } from './pattern.ts';

const HARD: readonly (readonly [number, RegExp])[] = [
  [0.9, /手[持举](?:本人)?(?:有效)?(?:身份证|证件|身份证件)|(?:身份证|证件)[^,。;]{0,6}手[持举]/],
  [0.9, /邮寄|快递(?:至|到)|寄(?:送|至|到)[^,。;]{0,16}(?:材料|申请|原件|复印件|公司)/],
  [
    0.85,
    /公证|户口[本簿]|(?:录制|拍摄)[^,。;]{0,6}视频|(?:纸质|书面)[^,。;]{0,10}(?:原件|盖章|签字)|加盖公章|(?:仅|只)(?:支持|能|可)?(?:在|到)?线下|亲自(?:到|前往)|前往[^,。;]{0,14}(?:现场|线下|营业厅|公司)[^,。;]{0,10}(?:办理|注销)|(?:到|至)[^,。;]{0,14}(?:现场|营业厅|柜台)[^,。;]{0,6}(?:办理|注销)/,
  ],
  [0.75, /注销(?:您的)?(?:账号|账户|帐号|帐户)[^。;]{0,40}(?:(?:人脸|面部)(?:识别|验证|认证|核验)|刷脸)/],
];
const NEEDS = /需|须|应当?|要求|请(?:您)?|必须|提供|提交|发送|办理/;
const NO_NEED =
  /无需|无须|不需要|不会要求|不要求|不必|不得要求|不再要求|(?:可以?|也可)(?:选择)?(?:通过)?(?:人脸|刷脸)|(?:也|亦)可|可选择|可以选择|任选|任一|或者?(?:短信|验证码|密码)|问题|投诉|建议|疑问|企业(?:账|帐|用户|客户)|机构(?:账|帐|用户)|儿童|监护人|继承|逝|去世|近亲属/;

const CLOSES = /注销(?:您的|用户)?(?:账[号户]|帐[号户])?|(?:账[号户]|帐[号户])(?:的)?注销|删除(?:您的)?(?:账[号户]|帐[号户])/;
/** No closing at all: 账号一经注册不支持注销. */
const NEVER =
  /(?:账[号户]|帐[号户]|注册)[^。;]{0,20}(?:不支持|不提供|不予|不可|不得|不能|不允许|无法|概不)(?:自行|在线)?(?:办理)?(?:注销|删除账)|(?:不支持|不提供|不予|不允许|概不|恕不)(?:任何形式的)?(?:账[号户]|帐[号户])?(?:的)?注销(?:账[号户]|帐[号户]|功能|服务|入口)?|注销(?:账[号户])?(?:的)?(?:功能|入口|服务)?(?:暂未|尚未|未|暂不|不)(?:开放|开通|上线|提供|支持)/;
const NEVER_UNLESS =
  /如果?|若|在线|自助|情[形况]|条件|期间|未(?:完成|结清|满足)|联系|客服|邮|部分|某些|第三方|恢复|撤[回销]|不会|违规|处罚|封/;
/** 如不再使用请自行停用: no other way to close it. */
const JUST_STOP = /,(?:如果?|若)[^,。;]{0,12},?[^,。;]{0,8}(?:停用|卸载|停止使用|闲置|弃用)[^,。;]*/;
/** By telephone and in no other way. */
const TELEPHONE = /拨打|致电|来电|电话|传真|热线/;
const ONLY = /(?:只能|仅能|仅可|仅支持|只支持|必须|只接受|唯一)[^,。;]{0,12}(?:拨打|致电|电话|来电|传真|热线|信函|客服)/;
const OTHER_WAY =
  /设置|点击|我的|个人中心|页面|菜单|进入|在线|邮箱|邮件|@|→|>|“[^”]{1,20}”[-—]|【[^】]{1,20}】|app内|客户端内|自助|自行|反馈|微信|公众号|登录/;

/** Whether closing the account is only possible by telephone: said so, or the only way that the whole text gives. */
function onlyByTelephone(lower: string, text: PolicyText, index: number): number | null {
  if (!TELEPHONE.test(lower) || !CLOSES.test(lower)) return null;
  if (ONLY.test(lower)) return 0.75;
  if (
    OTHER_WAY.test(around(text, index, 0, 1)) ||
    !/(?:注销|删除账)[^。]{0,24}(?:拨打|致电|电话|热线)|(?:拨打|致电|电话|热线)[^。]{0,24}(?:注销|删除账)/.test(lower)
  )
    return null;
  const elsewhere = text.sentences.some(
    (sentence, at) => at !== index && CLOSES.test(sentence.lower) && OTHER_WAY.test(around(text, at, 0, 2).toLowerCase()),
  );
  return elsewhere ? null : 0.6;
}

/** Deleting the account is made harder than opening it: a photograph holding the identity card, papers by post, a visit. */
export const deletionObstacle: AdmissionReader = {
  kind: 'deletion-obstacle',
  cue: /注销|手[持举]|线下|现场|柜台|邮寄|快递|寄|公证|纸质|书面|公章|亲自|前往|人脸|面部|刷脸/,
  read({ lower }, text, index) {
    if (NO_NEED.test(lower)) return null;
    const never = NEVER.exec(lower);
    if (never !== null && !NEVER_UNLESS.test(lower.replace(JUST_STOP, '')))
      return { at: never.index, length: never[0].length, confidence: 0.75 };
    const telephone = onlyByTelephone(lower, text, index);
    if (telephone !== null) return { at: 0, length: lower.length, confidence: telephone };
    const own = /注销|删除(?:您的)?(?:账号|账户|帐号|帐户)/.test(lower);
    const near = own || /注销(?:您的)?(?:账号|账户|帐号|帐户)|账[号户]注销|帐[号户]注销/.test(around(text, index, 1, 0));
    if (!near || !NEEDS.test(lower) || /手机号码?(?:入网|注销)|销户|号卡/.test(lower)) return null;
    for (const [confidence, pattern] of HARD) {
      const match = pattern.exec(lower);
      if (match !== null)
        return { at: match.index, length: match[0].length, confidence: own ? confidence : Math.min(confidence, 0.75) };
    }
    return null;
  },
};

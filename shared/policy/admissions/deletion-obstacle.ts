import { around } from '../text/policy-text.ts';
import type { AdmissionReader } from './pattern.ts';

const HARD: readonly (readonly [number, RegExp])[] = [
  [0.9, /手[持举](?:本人)?(?:有效)?(?:身份证|证件|身份证件)|(?:身份证|证件)[^,。;]{0,6}手[持举]/],
  [0.9, /邮寄|快递(?:至|到)|寄(?:送|至|到)[^,。;]{0,16}(?:材料|申请|原件|复印件|公司)/],
  [
    0.85,
    /公证|(?:纸质|书面)[^,。;]{0,10}(?:原件|盖章|签字)|加盖公章|(?:仅|只)(?:支持|能|可)?(?:在|到)?线下|亲自(?:到|前往)|前往[^,。;]{0,14}(?:现场|线下|营业厅|公司)[^,。;]{0,10}(?:办理|注销)|(?:到|至)[^,。;]{0,14}(?:现场|营业厅|柜台)[^,。;]{0,6}(?:办理|注销)/,
  ],
  [0.75, /注销(?:您的)?(?:账号|账户|帐号|帐户)[^。;]{0,40}(?:(?:人脸|面部)(?:识别|验证|认证|核验)|刷脸)/],
];
const NEEDS = /需|须|应当?|要求|请(?:您)?|必须|提供|提交|发送|办理/;
const NO_NEED =
  /无需|无须|不需要|不会要求|不要求|不必|不得要求|不再要求|(?:可以?|也可)(?:选择)?(?:通过)?(?:人脸|刷脸)|(?:也|亦)可|可选择|可以选择|任选|任一|或者?(?:短信|验证码|密码)|问题|投诉|建议|疑问|企业(?:账|帐|用户|客户)|机构(?:账|帐|用户)|儿童|监护人|继承|逝|去世|近亲属/;

/** Deleting the account is made harder than opening it: a photograph holding the identity card, papers by post, a visit. */
export const deletionObstacle: AdmissionReader = {
  kind: 'deletion-obstacle',
  cue: /手[持举]|线下|现场|柜台|邮寄|快递|寄|公证|纸质|书面|公章|亲自|前往|人脸|面部|刷脸/,
  read({ lower }, text, index) {
    if (NO_NEED.test(lower)) return null;
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

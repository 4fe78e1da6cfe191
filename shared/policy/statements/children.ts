import type { Found, StatementReader } from './statement.ts';

const AGE =
  /(?:未满|不满|不到|不足|未达到?|低于|小于|年满|已满|满|以下|以上)? ?(?:(?:1[2-8]|十[二三四五六七八]) ?(?:周)?岁)(?:\((?:含|不含)?\))?(?:及?(?:以下|以上|或以下))?/;
const CONSENT =
  /(?:监护人|父母|爸爸妈妈|家长|法定代理人)[^。;]{0,30}(?:同意|授权|许可|认可|陪同|指导下|允许)|(?:征得|取得|获得|经过?|得到|事先)[^,。;]{0,10}(?:监护人|父母|家长)/;
const OWN_RULES =
  /《[^《》]{0,30}(?:儿童|未成年人|青少年)[^《》]{0,30}》|(?:儿童|未成年人)(?:个人信息|隐私)?(?:保护)?(?:专门|单独|专项)?(?:规则|政策|声明|指引|条款)(?=及|和|以|,|。|\(|$)|(?:制定|设置|设立)[^,。;]{0,16}(?:专门|单独|专项)[^,。;]{0,16}(?:儿童|未成年人)/;
const LAW =
  /《[^《》]{0,12}(?:中华人民共和国)?(?:未成年人保护法|儿童个人信息网络保护规定|预防未成年人[^》]{0,6}|网络安全法|未成年人网络保护条例)》/g;
const NOT_FOR =
  /(?:不(?:会)?(?:面向|针对|向|适用于|允许|提供给|对|打算|主要面向)|并非(?:面向|针对)|主要面向成[年人]|仅(?:面向|向|供|对)[^,。;]{0,6}(?:成年人|18|十八))[^,。;]{0,16}(?:儿童|未成年人|1[468]|十[四六八]|成年人|成人|使用)/;
const PROFILE = /入住|同行|年龄段|以上(?:会员|用户可领)|实名认证的?年龄|乘车|购票/;

/** What is said of children: from which age, the consent of guardians, rules of their own, that the service is not for them. */
export const children: StatementReader = {
  cue: /儿童|未成年|周岁|岁|监护人|父母|家长|青少年|小朋友|爸爸妈妈/,
  *read({ lower, text, sentence }) {
    const about = /儿童|未成年|青少年|监护人|父母|家长|孩子|小朋友|爸爸妈妈|成年人/.test(lower);
    const age = about && !PROFILE.test(lower) ? AGE.exec(lower) : null;
    if (age !== null) yield found('age', age, 0.9);
    if (!text.lines[sentence.line] || about) {
      const consent = CONSENT.exec(lower);
      if (consent !== null && !/(?:撤回|撤销)[^,。;]{0,6}同意$/.test(consent[0]))
        yield found('guardian-consent', consent, age === null ? 0.8 : 0.9);
    }
    const rules = OWN_RULES.exec(
      lower.includes('法》') || lower.includes('规定》') || lower.includes('条例》')
        ? lower.replace(LAW, (law) => ' '.repeat(law.length))
        : lower,
    );
    if (rules !== null) yield found('own-rules', rules, rules[0].startsWith('《') ? 0.9 : 0.75);
    const not = about ? NOT_FOR.exec(lower) : null;
    if (
      not !== null &&
      !/营销|推送|广告|收集|共享|披露|转让|公开|分享|收费|转移|委托|第三方|提供(?!服务)/.test(
        lower.slice(not.index, not.index + not[0].length + 8),
      )
    )
      yield found('not-addressed', not, 0.8);
  },
};

function found(
  matter: 'age' | 'guardian-consent' | 'own-rules' | 'not-addressed',
  match: RegExpExecArray,
  confidence: number,
): Found {
  return { means: { kind: 'children', matter }, at: match.index, length: match[0].length, confidence };
}

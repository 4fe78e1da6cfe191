import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

/** Papers, photographs and visits; the telephone, a face check or a plain no are another matter. */
const PAPERS = /手[持举]|邮寄|快递|寄|公证|户口|原件|复印件|视频|纸质|书面|盖章|公章|线下|亲自|前往|现场|营业厅|柜台/u;

export default rule({
  id: 'privacy-policy/account-deletion-obstacle',
  clauses: ['sz2025-15', 'pledge2021-7'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '六.1-4', verified: false },
    { instrument: 'miit-337-2019', verified: false },
    { instrument: 'network-data-regulation', article: '23', verified: true },
    { instrument: 'gbt-35273-2020', article: '8.5', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '注销账号设置了不合理条件', en: 'Deleting the account is made unreasonably hard' },
  explanation: {
    zh: '查找隐私政策自己写明的注销门槛：手持证件照片、邮寄或纸质材料、公证、到现场办理、人脸验证等。便捷地支持个人行使权利、不设置不合理条件是行政法规的要求（《网络数据安全管理条例》第二十三条）；为注销设置不必要或不合理条件也是执法认定的情形（《App违法违规收集使用个人信息行为认定方法》第六类、信管函〔2019〕337号，条号须核对）。判断的标准是注销不应比注册更难：用注册时已有的手机号、密码核验身份不算门槛。“无需提供手持证件”这样的否定句、可以任选其一的方式、企业账号以及逝者账号的特殊手续不算。只能打电话办理、只提到人脸核验的，把握不足，交人工复核。应用里实际的注销流程静态检测看不到。',
    en: 'Looks for hurdles to deleting an account that the policy itself states: a photograph holding an identity card, papers by post, a notary, a visit, a face check. Requests must be easy to make and free of unreasonable conditions (article 23 of the Regulation on Network Data Security, a regulation); unnecessary conditions for deletion are also listed in enforcement (section 6 of the 2019 identification methods, MIIT notice 337 of 2019, verify the items). The measure is that leaving must not be harder than joining: verifying by the phone number or password that registration took is no hurdle. Denials (“no photograph is needed”), a free choice among several ways, and special cases such as company accounts or those of the deceased do not count. A face check alone, or the telephone as the only way, is not sure enough and goes to a person. What the app really asks for cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '注销要求手持身份证照片和邮寄材料，注册时并没有收集过。',
          en: 'Deletion asks for a photograph holding the identity card and papers by post, none of which registration took.',
        },
        kind: 'policy',
        code: '申请注销账号时，您需提供手持身份证照片，并将书面申请邮寄至我公司。',
      },
    ],
    good: [
      {
        text: {
          zh: '用注册时已有的手机号核验即可。',
          en: 'The phone number given at registration is enough to verify who asks.',
        },
        kind: 'policy',
        code: '您可以在“设置-账号与安全”申请注销账号，我们通过短信验证码核验您的身份，无需提供手持身份证等额外材料。',
      },
    ],
  },
  messages: {
    obstacle: {
      zh: '隐私政策写明“{quote}”；注销账号应当便捷，不得设置不合理条件，手持证件照片、邮寄或者到现场提交材料等一般超出注册时提供的信息（《网络数据安全管理条例》第二十三条；《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）',
      en: 'The policy says “{quote}”; closing an account must be easy and free of unreasonable conditions, and photographs with an identity card, papers by post or a visit usually go beyond what registration took (article 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item)',
    },
    inconvenient: {
      zh: '隐私政策写明“{quote}”，看起来只能通过电话、人脸核验等方式注销账号或者不支持注销；处理者应当提供便捷的注销方法和途径（《网络数据安全管理条例》第二十三条；《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对），请核对应用内是否有其他途径',
      en: 'The policy says “{quote}”, as if an account could be closed only by telephone, with a face check or not at all; there must be an easy way (article 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item): check whether the app has another',
    },
  },
  remedy: {
    zh: '删除手持证件、邮寄、现场办理等要求，改为在App内用注册时已提供的信息核验',
    en: 'Drop photographs with papers, post and visits; verify in the app with what registration already has',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'deletion-obstacle');
    if (found === null) return;
    const { severity, evidence } = found;
    const message = PAPERS.test(found.sentence) ? 'obstacle' : 'inconvenient';
    yield { message, subject: 'PR-31', severity, data: { quote: found.quote }, evidence };
  },
});

import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

/** An act of consent that the policy describes elsewhere: then the sentence is a bad term, but perhaps not how the app asks. */
const ACT_OF_CONSENT =
  /勾选|点击[^。;\n]{0,8}同意|选中[^。;\n]{0,10}同意|点选[^。;\n]{0,8}同意|选择\s?[「“"‘【]同意[」”"’】]|(?:首次|第一次)[^。\n]{0,60}弹窗[^。\n]{0,60}同意/;

export default rule({
  id: 'privacy-policy/consent-by-use',
  clauses: ['sz2025-4', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '14', verified: true },
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.4, 四.6', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '以使用或默认代替同意', en: 'Use or default is taken for consent' },
  explanation: {
    zh: '查找把使用、注册、下载等行为当作同意，或者以默认方式取得同意的句子。同意应当由个人在充分知情的前提下自愿、明确作出（《个人信息保护法》第十四条，《网络数据安全管理条例》第二十二条，法律、行政法规）；默认勾选等非明示方式也是执法认定的情形（《App违法违规收集使用个人信息行为认定方法》第三类，条号须核对）。政策自己写明的，属于自认，可以驳回；如果政策另处写有主动勾选、点击同意的做法，这句话是坏条款但未必是实际做法，降为人工复核。“勾选并点击同意后使用”“开启某权限即授权该功能”“继续使用更新后的政策”以及否定句、被引用的说法不算。应用首次启动时实际怎样征求同意，静态检测看不到。',
    en: 'Looks for sentences that take using, registering or downloading for consent, or that obtain consent by default. Consent must be voluntary, explicit and informed (article 14 of the Personal Information Protection Law; article 22 of the Regulation on Network Data Security, law and regulation); preselection and the like are also listed in enforcement (section 3 of the 2019 identification methods, verify the item). What the policy itself states is an admission and may reject; where the policy describes an act of consent elsewhere (ticking, pressing “agree”), the sentence is a bad term but perhaps not what happens, and a person looks. “After ticking and agreeing you may use”, “switching a permission on allows that function”, going on after an update, denials and quotations do not count. How the app really asks at first start cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '把使用当作同意。', en: 'Using the software is taken for agreeing to the whole policy.' },
        kind: 'policy',
        code: '您使用本软件即视为同意本隐私政策的全部内容。',
      },
      {
        text: { zh: '注册页面替用户默认勾选。', en: 'The page of registration ticks the box for the user.' },
        kind: 'policy',
        code: '注册页面已为您默认勾选同意本协议和隐私政策。',
      },
    ],
    good: [
      {
        text: {
          zh: '由用户主动勾选、点击，并可以拒绝。',
          en: 'The user ticks and presses “agree” by an act of their own, and may refuse.',
        },
        kind: 'policy',
        code: '首次启动时，我们以弹窗展示本政策，您主动勾选并点击“同意”后我们才开始收集信息；您也可以拒绝，仍可浏览公开内容。',
      },
    ],
  },
  messages: {
    use: {
      zh: '隐私政策写明“{quote}”，把使用、注册等行为当作同意；同意应当由个人在充分知情的前提下自愿、明确作出（《个人信息保护法》第十四条）',
      en: 'The policy says “{quote}” and takes use or registration for consent; consent must be voluntary, explicit and informed (article 14 of the Personal Information Protection Law)',
    },
    default: {
      zh: '隐私政策写明“{quote}”，以默认方式取得同意；不得以默认勾选等非明示方式征求同意（《个人信息保护法》第十四条，《App违法违规收集使用个人信息行为认定方法》第三类，条号须核对）',
      en: 'The policy says “{quote}” and obtains consent by default; consent may not be asked for by preselection (article 14 of the Personal Information Protection Law; section 3 of the 2019 identification methods, verify the item)',
    },
  },
  remedy: {
    zh: '删除“使用即同意”“默认同意”等表述；在首次运行时以弹窗告知，由用户主动点击或勾选同意，并允许拒绝',
    en: 'Remove such sentences; tell users at first start and let them agree by an act of their own, or refuse',
  },
  *evaluate({ policy }) {
    const use = admitted(policy, 'consent-by-use');
    if (use !== null) {
      const severity = ACT_OF_CONSENT.test(policy.text) ? 'review' : use.severity;
      yield { message: 'use', subject: 'PR-48', severity, data: { quote: use.quote }, evidence: use.evidence };
    }
    const preset = admitted(policy, 'default-consent');
    if (preset !== null) {
      const { severity, evidence } = preset;
      yield { message: 'default', subject: 'PR-48', severity, data: { quote: preset.quote }, evidence };
    }
  },
});

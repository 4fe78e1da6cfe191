import { arePagesRead, speaksOf, textsAbsence } from '../app-texts.ts';
import { handlingOf } from '../information-handled.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'behaviour/complaint-entry-missing',
  clauses: ['pledge2021-8', 'sz2025-15'],
  basis: [
    { instrument: 'pipl', article: '50', verified: true },
    { instrument: 'app-violation-identification-2019', article: '六.5', verified: false },
    { instrument: 'pledge-2021', article: '8', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package', 'listing'],
  title: { zh: '应用内没有发现投诉、反馈入口', en: 'No way to complain was found in the app' },
  explanation: {
    zh: '处理个人信息的应用应当有便捷的投诉、申诉途径，2021年自律承诺要求在应用内醒目处公布。本规则在资源、代码和脚本的文字中寻找投诉、举报、意见反馈、客服等字样；应用处理个人信息、资源与代码完整读取而没有找到的，提示开发者补充。隐私政策中有没有渠道由隐私政策检查判断；是否“醒目”须人工查看。',
    en: 'An app that handles personal information needs an easy way to complain, and the 2021 pledge wants it in a prominent place in the app. This rule looks in the texts of resources, code and scripts for complaints, reports, feedback and customer service; it reminds developers where the app handles personal information, was read whole and has none. Whether the policy names a channel is for the privacy-policy check; whether it is prominent, for a person.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '只在隐私政策末尾有一个邮箱，应用内没有任何反馈入口',
          en: 'A mailbox at the end of the policy is all there is',
        },
      },
    ],
    good: [{ text: { zh: '“我的-意见反馈”“联系客服”', en: 'Me – Feedback, Contact us' } }],
  },
  messages: {
    missing: {
      zh: '{why}，但应用文字中没有找到投诉、举报、意见反馈或客服入口；处理者应当建立便捷的申请受理机制（《个人信息保护法》第五十条），请在应用内醒目处提供',
      en: 'No text of the app leads to complaints, reports, feedback or customer service, although {why}; handlers must set up an easy way for requests (article 50 of the Personal Information Protection Law): offer it in a prominent place',
    },
  },
  remedy: {
    zh: '在“我的”“设置”等醒目位置提供投诉、反馈入口，写明联系方式和处理时限（不超过15个工作日）',
    en: 'Offer complaints and feedback in a prominent place such as Me or Settings, with contact details and the time to answer (at most 15 working days)',
  },
  *evaluate(context) {
    const { package: facts } = context;
    if (!arePagesRead(facts) || speaksOf(facts, 'complaint')) return;
    const handling = handlingOf(context);
    if (handling === null || !handling.certain) return;
    yield {
      message: 'missing',
      subject: 'complaint',
      data: { why: handling.why },
      evidence: [
        ...handling.evidence,
        textsAbsence(facts, { zh: '投诉、举报、意见反馈、客服', en: 'complaints, reports, feedback' }),
      ],
    };
  },
});

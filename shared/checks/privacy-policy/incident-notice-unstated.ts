import { advisedProvision } from '../policy-advice.ts';
import { rule } from '../rule.ts';

/** 如发生泄露，我们会及时通知您: short, and still what the law asks to be done. */
const TOLD = /(?:泄[露漏]|安全(?:事件|事故|问题)|漏洞)[^。;!\n]{0,60}(?:告知|通知|告诉|知会|公告|公布|报告|上报|说明|补救|提示)/u;

export default rule({
  id: 'privacy-policy/incident-notice-unstated',
  clauses: ['sz2025-2', 'pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '57', verified: true },
    { instrument: 'network-data-regulation', article: '11', verified: true },
    { instrument: 'gbt-35273-2020', article: '10', verified: false },
  ],
  ceiling: 'warn',
  needs: ['policy'],
  title: { zh: '隐私政策没有写泄露后怎样通知', en: 'The policy does not say what happens after a leak' },
  explanation: {
    zh: '在隐私政策中寻找发生个人信息泄露等安全事件后怎样补救、通知个人和报告监管部门的说明。发生或者可能发生泄露、篡改、丢失的，应当立即补救并通知履行个人信息保护职责的部门和个人（《个人信息保护法》第五十七条，《网络数据安全管理条例》第十一条，法律、行政法规）；义务在事件发生时产生，事先写进政策来自推荐性标准，所以只作提示，不影响上架。“如发生泄露会及时通知您”即算写明；只提到“泄露”而没有补救或者通知的，算只有词语。没有完整读到的政策、不收集任何个人信息的政策不提示。出了事件是否真的通知，静态检测看不到。',
    en: 'Looks in the policy for what happens after a leak or another incident: remedy, notice to the people concerned, report to the authorities. Whoever has or may have had one must remedy it at once and tell the authority and the people (article 57 of the Personal Information Protection Law; article 11 of the Regulation on Network Data Security, law and regulation); the duty arises with the incident, and stating it beforehand comes from a recommended standard, so this is a warning and holds no app. “Should there be a leak we tell you” is enough; a text that speaks of leaks but not of remedy or notice has the word only. Policies that were not read whole or collect nothing are left alone. Whether anybody is really told cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '提到泄露风险，没有通知和补救。', en: 'Speaks of the risk of leaks, not of notice or remedy.' },
        kind: 'policy',
        code: '我们采用传输加密、访问控制等措施，尽力防止您的信息泄露。',
      },
    ],
    good: [
      {
        text: { zh: '补救、通知个人、报告监管部门。', en: 'Remedy, notice to the people, report to the authority.' },
        kind: 'policy',
        code: '一旦发生个人信息泄露等安全事件，我们将立即采取补救措施，通过站内信或短信告知您事件情况、可能的影响和应对建议，并报告监管部门。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有写发生个人信息泄露后怎样补救和通知，建议补充（《个人信息保护法》第五十七条，《网络数据安全管理条例》第十一条）',
      en: 'The policy does not say how a leak is remedied and whom it is told: better state it (article 57 of the Personal Information Protection Law; article 11 of the Regulation on Network Data Security)',
    },
    empty: {
      zh: '隐私政策提到泄露或者安全事件，但没有写怎样补救和通知，建议补充（《个人信息保护法》第五十七条，《网络数据安全管理条例》第十一条）',
      en: 'The policy speaks of leaks or incidents but not of remedy and notice: better state it (article 57 of the Personal Information Protection Law; article 11 of the Regulation on Network Data Security)',
    },
  },
  remedy: {
    zh: '写明发生安全事件后立即补救，以推送、短信、邮件等方式通知用户事件情况、影响和建议，并报告监管部门',
    en: 'State that incidents are remedied at once, that users learn what happened, what it may mean and what to do, by message or mail, and that the authority is told',
  },
  *evaluate({ policy }) {
    if (TOLD.test(policy.text)) return;
    yield* advisedProvision(policy, 'PR-26', '安全事件、泄露、补救措施、通知、报告监管部门');
  },
});

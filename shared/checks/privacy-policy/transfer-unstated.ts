import { provisionOf } from '../disclosure.ts';
import { advisedProvision } from '../policy-advice.ts';
import { rule } from '../rule.ts';

/** 我们不会转让您的个人信息: whoever transfers nothing has said what there is to say. */
const NOT_TRANSFERRED = /(?:不(?!得)|从未)[^。;\n]{0,40}转让/u;
/** 转移 alone may be the right to take one’s information elsewhere. */
const OF_A_MERGER = /合并|分立|收购|兼并|破产|解散|清算|重组|转让/u;

export default rule({
  id: 'privacy-policy/transfer-unstated',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '22', verified: true },
    { instrument: 'gbt-35273-2020', article: '9.3', verified: false },
  ],
  ceiling: 'warn',
  needs: ['policy'],
  title: { zh: '隐私政策没有写合并、分立时的转移', en: 'The policy does not say what happens on a merger' },
  explanation: {
    zh: '在隐私政策中寻找合并、分立、解散、破产等情形下个人信息怎样转移的说明。因这些原因转移个人信息的，应当告知接收方的名称和联系方式，接收方继续履行义务，变更目的、方式的重新取得同意（《个人信息保护法》第二十二条，法律）；义务在转移发生时才产生，事先写进政策来自推荐性标准 GB/T 35273-2020（条款须核对），所以只作提示，不影响上架。写明不转让个人信息的视为已经说明。没有完整读到的政策、不收集任何个人信息的政策不提示。',
    en: 'Looks in the policy for what becomes of personal information on a merger, division, dissolution or bankruptcy. Whoever transfers it then must tell the recipient’s name and contact, the recipient keeps the obligations, and new purposes or means need consent anew (article 22 of the Personal Information Protection Law, a law); the duty arises with the transfer, and stating it beforehand comes from a recommended standard (GB/T 35273-2020, verify the clause), so this is a warning and holds no app. “We do not transfer your information” has said it. Policies that were not read whole or collect nothing are left alone.',
  },
  examples: {
    bad: [
      {
        text: { zh: '提到合并，没有说怎样告知和继续履行。', en: 'Speaks of a merger and not of notice or obligations.' },
        kind: 'policy',
        code: '如公司发生合并、分立或者重组，您的个人信息将作为资产的一部分。',
      },
    ],
    good: [
      {
        text: {
          zh: '告知接收方，继续履行，变更重新征得同意。',
          en: 'Recipient told, obligations kept, consent anew for changes.',
        },
        kind: 'policy',
        code: '如发生合并、分立、解散或者破产，我们会告知您接收方的名称和联系方式，接收方继续履行本政策，变更处理目的、方式的须重新征得您的同意。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有写合并、分立、解散、破产时个人信息怎样转移，建议补充（《个人信息保护法》第二十二条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy does not say what becomes of information on a merger, division, dissolution or bankruptcy: better state it (article 22 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
    empty: {
      zh: '隐私政策提到转让或者合并，但没有写告知接收方、继续履行和重新征得同意，建议补充（《个人信息保护法》第二十二条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy speaks of transfer or merger but not of telling the recipient, of obligations that go on, or of consent anew: better state it (article 22 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
  },
  remedy: {
    zh: '写明发生合并、分立、解散、破产时告知接收方的名称和联系方式，接收方继续履行义务，变更目的、方式的重新取得同意',
    en: 'Say that on a merger, division, dissolution or bankruptcy the recipient’s name and contact are told, that obligations go on, and that new purposes or means need consent anew',
  },
  *evaluate({ policy }) {
    if (NOT_TRANSFERRED.test(policy.text)) return;
    const { places } = provisionOf(policy, 'PR-20');
    const speaks = places.some(({ range }) => OF_A_MERGER.test(policy.text.slice(...range)));
    for (const missing of advisedProvision(policy, 'PR-20', '合并、分立、解散、破产、转让、接收方继续履行')) {
      yield speaks ? missing : { ...missing, message: 'absent' };
    }
  },
});

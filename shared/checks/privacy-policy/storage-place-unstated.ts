import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/storage-place-unstated',
  clauses: ['sz2025-2', 'pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策没有写存储地点', en: 'The policy does not say where information is stored' },
  explanation: {
    zh: '在隐私政策中寻找个人信息存储地点的说明：境内、境外，或者仅存储在用户设备本地。存储属于处理方式，应当告知（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条，法律、行政法规），但法条没有单列存储地点，逐项要求来自推荐性标准 GB/T 35273-2020（条款须核对），所以最多交人工复核。“存储于中华人民共和国境内”“仅保存在您的手机本地”都算写明；只说“安全存储”不算。写明不收集任何个人信息的，也只交人工复核。数据实际存在哪里、是否出境，静态检测看不到。',
    en: 'Looks in the policy for where personal information is stored: inside the country, abroad, or only on the user’s device. Storing is a way of processing and must be told (article 17 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation), but no article names the place on its own; that comes from a recommended standard (GB/T 35273-2020, verify the clause), so a person looks at most. “Stored within the People’s Republic of China” and “kept only on your phone” count; “stored safely” does not. Where data really lies and whether it leaves the country cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '没有说存在哪里。', en: 'Stored safely, and not said where.' },
        kind: 'policy',
        code: '我们会采取措施安全存储您的个人信息。',
      },
    ],
    good: [
      {
        text: { zh: '写明存储在境内。', en: 'Stored inside the country.' },
        kind: 'policy',
        code: '我们在中华人民共和国境内收集的个人信息，存储于境内的服务器，不向境外提供。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有写个人信息的存储地点（境内或境外），请要求补充（处理方式的告知，《个人信息保护法》第十七条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy does not say where personal information is stored (inside the country or abroad): ask for it (notice of the means of processing, article 17 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
    empty: {
      zh: '隐私政策提到存储，但没有写明存储地点（境内或境外），请要求补充（处理方式的告知，《个人信息保护法》第十七条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy speaks of storage but not of its place (inside the country or abroad): ask for it (notice of the means of processing, article 17 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
  },
  remedy: {
    zh: '写明个人信息存储在境内；确需出境的，写明接收方和依据',
    en: 'State that information is stored inside the country, or the recipient and legal ground where it goes abroad',
  },
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-22', '存储地点、境内、中国大陆');
  },
});

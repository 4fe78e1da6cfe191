import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/training-without-consent',
  clauses: ['sz2025-11', 'sz2025-12', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '13, 14', verified: true },
    { instrument: 'genai-measures-2023', article: '7, 11', verified: false },
    { instrument: 'sz-guideline-2025', article: '11, 12', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy', 'listing'],
  title: { zh: '未经同意将用户输入用于训练', en: 'What users type is used for training without consent' },
  messages: {
    training: {
      zh: '应用声明提供生成式人工智能服务，隐私政策写明“{quote}”，没有征得同意、去标识或退出的说明；处理个人信息须取得同意或者另有法定依据（《个人信息保护法》第十三条；《生成式人工智能服务管理暂行办法》第七条、第十一条，须核对）',
      en: 'The app declares a generative AI service and the policy says “{quote}” without consent, removal of identity or a way out; processing needs consent or another legal ground (article 13 of the Personal Information Protection Law; articles 7 and 11 of the generative AI measures, verify)',
    },
  },
  remedy: {
    zh: '默认不将可识别身份的输入用于训练；确需使用的，单独征得同意并提供退出方式',
    en: 'Do not train on identifiable input by default; where needed, ask for separate consent and offer a way out',
  },
  applies: ({ listing }) => listing.app.features?.generativeAi === true,
  *evaluate({ policy }) {
    const found = admitted(policy, 'training-without-consent');
    if (found === null) return;
    const { severity, evidence } = found;
    yield { message: 'training', subject: 'PR-44', severity, data: { quote: found.quote }, evidence };
  },
});

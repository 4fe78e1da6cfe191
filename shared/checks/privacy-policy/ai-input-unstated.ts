import { declaresGenerativeAi } from '../generative-ai.ts';
import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/ai-input-unstated',
  clauses: ['sz2025-11'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'genai-measures-2023', article: '11', verified: false },
    { instrument: 'sz-guideline-2025', article: '11', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy', 'listing'],
  title: { zh: '隐私政策没有写AI输入信息和使用记录怎样处理', en: 'The policy is silent on what users type into the AI' },
  explanation: {
    zh: '上架信息声明提供生成式人工智能服务的，在隐私政策中寻找用户的输入、对话、上传内容和使用记录怎样处理：用来做什么、保存多久、怎样删除、是否提供给他人。处理的目的、方式和信息种类应当告知（《个人信息保护法》第十七条，法律）；提供者对输入信息和使用记录负有保护义务，不得收集非必要信息、非法留存能够识别身份的输入和使用记录（《生成式人工智能服务管理暂行办法》第十一条、深圳市指引第十一条，条款须核对）。没有写的交人工复核，因为说明可能在服务协议或者另一份规则里。未声明提供生成式人工智能服务的应用不适用。服务器上实际保存什么，静态检测看不到。',
    en: 'Where the listing declares a generative AI service, looks in the policy for what becomes of what users type, say or upload and of the records of use: what it is for, how long it is kept, how it is deleted, who else gets it. Purpose, manner and kinds must be told (article 17 of the Personal Information Protection Law, a law); providers must protect inputs and records, collect nothing unnecessary and not unlawfully keep what identifies people (article 11 of the Interim Measures for Generative AI Services and article 11 of the Shenzhen guideline, verify). Where it is missing a person looks, because a service agreement or other rules may say it. Apps that declare no such service are not concerned. What servers keep cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '提供AI问答，没有写输入内容怎样处理。', en: 'Offers AI answers and does not say what becomes of questions.' },
        kind: 'policy',
        code: '本应用提供人工智能服务，为您带来更好的体验。',
      },
    ],
    good: [
      {
        text: { zh: '写明输入内容的用途、保存和删除。', en: 'What inputs are for, how long they stay, how they are deleted.' },
        kind: 'policy',
        code: '您使用智能问答时输入的内容仅用于生成回答，未经您同意不用于训练；对话记录保存至您删除为止，您可以在“历史记录”删除对话。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '应用声明提供生成式人工智能服务，隐私政策没有写用户输入的内容和使用记录怎样处理，请要求补充（《个人信息保护法》第十七条；《生成式人工智能服务管理暂行办法》第十一条，须核对）',
      en: 'The app declares a generative AI service, and the policy does not say what becomes of inputs and records of use: ask for it (article 17 of the Personal Information Protection Law; article 11 of the Interim Measures for Generative AI Services, verify)',
    },
    empty: {
      zh: '应用声明提供生成式人工智能服务，隐私政策提到人工智能，但没有写用户输入的内容和使用记录怎样处理，请要求补充（《个人信息保护法》第十七条；《生成式人工智能服务管理暂行办法》第十一条，须核对）',
      en: 'The app declares a generative AI service, and the policy mentions AI without what becomes of inputs and records of use: ask for it (article 17 of the Personal Information Protection Law; article 11 of the Interim Measures for Generative AI Services, verify)',
    },
  },
  remedy: {
    zh: '写明输入内容、对话和使用记录的用途、保存期限、删除方式，以及是否提供给模型服务方等第三方',
    en: 'State what inputs, conversations and records of use are for, how long they are kept, how to delete them, and whether a provider of models or others get them',
  },
  applies: ({ listing }) => declaresGenerativeAi(listing),
  *evaluate({ policy }) {
    for (const missing of missingProvision(policy, 'PR-44', '生成式、大模型、输入内容、对话记录、使用记录、删除对话')) {
      yield { ...missing, severity: 'review' };
    }
  },
});

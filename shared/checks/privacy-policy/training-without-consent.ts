import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

/** What users give to a generative service, or the model of one: 图片识别算法 is something else. */
const OF_INPUT = /输入|对话|聊天|提问|问答|提示词|上传|生成|大模型|语言模型|使用记录|(?<!识别|匹配)模型/u;
/** A switch or consent in the sentences behind it, which may be for this. */
const WAY_OUT = /关闭|退出|拒绝|单独同意|征得|去标识|匿名/u;
/** So far behind. */
const BEHIND = 120;

function behindOf({ text }: PolicyFacts, sentence: string): string {
  const at = text.indexOf(sentence);
  return at < 0 ? '' : text.slice(at + sentence.length, at + sentence.length + BEHIND).split('\n', 1)[0]!;
}

export default rule({
  id: 'privacy-policy/training-without-consent',
  clauses: ['sz2025-11', 'sz2025-12', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '13, 14', verified: true },
    { instrument: 'genai-measures-2023', article: '7, 11', verified: false },
    { instrument: 'sz-guideline-2025', article: '11, 12', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy', 'listing'],
  title: { zh: '未经同意将用户输入用于训练', en: 'What users type is used for training without consent' },
  explanation: {
    zh: '上架信息声明提供生成式人工智能服务时，查找隐私政策中把用户输入、对话或上传内容用于训练模型，而没有提到同意、去标识化或退出方式的句子。处理个人信息应当取得同意或者有其他法定依据（《个人信息保护法》第十三条、第十四条，法律）；生成式人工智能服务的训练数据和用户输入另有规定（《生成式人工智能服务管理暂行办法》第七条、第十一条，须核对）。这样写属于政策自认，可以驳回；训练的是识别、推荐等其他算法的，或者紧接着写有关闭、同意方式的，交人工复核。“经您同意后用于训练”“去标识化后使用，您可以退出”“不会用于训练”都不算。服务器上的训练数据从哪里来、是否真的去标识化，静态检测看不到；未声明提供生成式人工智能服务的应用不适用。',
    en: 'Where the listing declares a generative AI service, looks for sentences that use what people type, say or upload to train models without a word on consent, removal of identity or a way out. Processing needs consent or another legal ground (articles 13 and 14 of the Personal Information Protection Law, a law); training data and users’ input of such services have rules of their own (articles 7 and 11 of the Interim Measures for Generative AI Services, verify). Such a sentence is an admission and may reject; where it trains other algorithms (recognition, recommendation), or a switch or consent is told right behind it, a person looks. “With your consent”, “after removal of identity, and you may opt out” and “not used for training” do not count. Where training data on servers comes from cannot be seen statically; apps that declare no such service are not concerned.',
  },
  examples: {
    bad: [
      {
        text: { zh: '默认把对话内容用于训练。', en: 'Conversations train the model by default.' },
        kind: 'policy',
        code: '我们默认使用您的对话内容训练大模型。',
      },
    ],
    good: [
      {
        text: { zh: '征得同意并可以退出。', en: 'Only with consent, and with a way out.' },
        kind: 'policy',
        code: '经您单独同意后，我们才会将去标识化的对话内容用于训练模型，您可以随时在“设置-数据使用”退出。',
      },
    ],
  },
  messages: {
    training: {
      zh: '应用声明提供生成式人工智能服务，隐私政策写明“{quote}”，没有征得同意、去标识或退出的说明；处理个人信息须取得同意或者另有法定依据（《个人信息保护法》第十三条；《生成式人工智能服务管理暂行办法》第七条、第十一条，须核对）',
      en: 'The app declares a generative AI service and the policy says “{quote}” without consent, removal of identity or a way out; processing needs consent or another legal ground (article 13 of the Personal Information Protection Law; articles 7 and 11 of the Interim Measures for Generative AI Services, verify)',
    },
    unclear: {
      zh: '应用声明提供生成式人工智能服务，隐私政策写明“{quote}”；请复核用什么训练什么模型、附近写明的关闭或者同意方式是否适用，处理个人信息须取得同意或者另有法定依据（《个人信息保护法》第十三条；《生成式人工智能服务管理暂行办法》第七条，须核对）',
      en: 'The app declares a generative AI service, and the policy says “{quote}”: review what trains which model and whether the switch or consent told nearby is for it; personal information rests on consent or another legal ground (article 13 of the Personal Information Protection Law; article 7 of the Interim Measures for Generative AI Services, verify)',
    },
    undeclared: {
      zh: '隐私政策写明“{quote}”，没有征得同意、去标识或退出的说明，而上架信息没有声明生成式人工智能；请复核用什么训练什么模型，处理个人信息须取得同意或者另有法定依据（《个人信息保护法》第十三条）',
      en: 'The policy says “{quote}” without consent, removal of identity or a way out, and the listing declares no generative AI; find out what is trained with what. Processing needs consent or another legal ground (article 13 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '默认不将可识别身份的输入用于训练；确需使用的，单独征得同意并提供退出方式',
    en: 'Do not train on identifiable input by default; where needed, ask for separate consent and offer a way out',
  },
  // Who hides that there is a model still admits it where the policy says what feeds it.
  applies: ({ policy, listing }) =>
    listing.app.features?.generativeAi === true || admitted(policy, 'training-without-consent') !== null,
  *evaluate({ policy, listing }) {
    const found = admitted(policy, 'training-without-consent');
    if (found === null) return;
    const { severity, evidence } = found;
    const data = { quote: found.quote };
    const isDeclared = listing.app.features?.generativeAi === true;
    const behind = behindOf(policy, found.sentence);
    if (isDeclared && severity === 'reject' && (!OF_INPUT.test(found.sentence) || WAY_OUT.test(behind))) {
      yield { message: 'unclear', subject: 'PR-44', severity: 'review', data, evidence };
    } else if (isDeclared) yield { message: 'training', subject: 'PR-44', severity, data, evidence };
    else yield { message: 'undeclared', subject: 'PR-44', severity: 'review', data, evidence };
  },
});

import type { Mention } from '../../domain/facts/policy.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { declaresGenerativeAi } from '../generative-ai.ts';
import { admitted } from '../policy-admissions.ts';
import { absenceSeverity } from '../policy-presence.ts';
import { rule } from '../rule.ts';

/** Models are trained or improved: 运动健身训练, 课程训练 are something else. */
const OF_MODELS =
  /(?:模型|算法|机器学习|人工智能|语料|\bai\b)[^。;\n]{0,24}(?:训练|优化|改进|学习)|(?:训练|优化|改进|学习)[^。;\n]{0,24}(?:模型|算法|人工智能|语料|\bai\b)|机器学习/iu;
/** 匿名数据, 去标识化后, 经您同意: what is asked for is there, in whatever words. */
const SAID = /匿名|去标识|脱敏|同意|授权|退出|关闭|不(?:会)?用于/u;

export default rule({
  id: 'privacy-policy/training-unstated',
  clauses: ['sz2025-12'],
  basis: [
    { instrument: 'pipl', article: '13', verified: true },
    { instrument: 'genai-measures-2023', article: '7', verified: false },
    { instrument: 'sz-guideline-2025', article: '12', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy', 'listing'],
  title: { zh: '隐私政策没有写清用户内容是否用于训练', en: 'The policy leaves open whether users’ content trains models' },
  explanation: {
    zh: '上架信息声明提供生成式人工智能服务的，在隐私政策中寻找用户内容是否用于训练、用于训练时怎样取得同意、去标识化或退出。训练数据涉及个人信息的应当取得同意或者具备其他法定依据（《个人信息保护法》第十三条，法律；《生成式人工智能服务管理暂行办法》第七条、深圳市指引第十二条，条款须核对）。写到训练、优化模型而没有写同意、去标识或退出的，交人工复核；完全没有提到的只作提示，因为应用可能不训练模型，只调用他人的模型；与模型无关的“训练”（运动、课程）不算。写明不用于训练的即可。政策自己写明未经同意用于训练的，由“未经同意将用户输入用于训练”判断。训练数据实际从哪里来，静态检测看不到。',
    en: 'Where the listing declares a generative AI service, looks in the policy for whether users’ content trains models, and if so for consent, removal of identity or a way out. Personal information in training data rests on consent or another legal ground (article 13 of the Personal Information Protection Law, a law; article 7 of the Interim Measures for Generative AI Services and article 12 of the Shenzhen guideline, verify). A policy that speaks of training or improving models without consent, removal of identity or a way out goes to a person; one that never mentions it is warned about, because the app may train nothing and only call a model of others; training of other kinds (sports, courses) does not count. “Not used for training” settles it. A policy that says that training goes without consent is the business of privacy-policy/training-without-consent. Where training data really comes from cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '写到优化模型，没有写同意或退出。', en: 'Improves models, without a word of consent or a way out.' },
        kind: 'policy',
        code: '我们致力于提供更好的回答。我们会持续进行模型优化，提升回答质量。感谢您的支持。',
      },
    ],
    good: [
      {
        text: { zh: '写明用于训练须单独同意并可退出。', en: 'Training takes separate consent, and one may leave.' },
        kind: 'policy',
        code: '若使用您的内容训练模型，我们将事先征得您的单独同意，并在“设置-数据”提供退出训练的方式。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '应用声明提供生成式人工智能服务，隐私政策没有写用户的输入和内容是否用于训练模型，建议写明；用于训练的须取得同意或者另有法定依据（《个人信息保护法》第十三条；《生成式人工智能服务管理暂行办法》第七条，须核对）',
      en: 'The app declares a generative AI service, and the policy does not say whether inputs and content train models: better say so; training needs consent or another legal ground (article 13 of the Personal Information Protection Law; article 7 of the Interim Measures for Generative AI Services, verify)',
    },
    empty: {
      zh: '应用声明提供生成式人工智能服务，隐私政策提到训练或优化模型，但没有写是否取得同意、去标识化或怎样退出，请复核（《个人信息保护法》第十三条；《生成式人工智能服务管理暂行办法》第七条，须核对）',
      en: 'The app declares a generative AI service, and the policy speaks of training or improving models without consent, removal of identity or a way out: to be reviewed (article 13 of the Personal Information Protection Law; article 7 of the Interim Measures for Generative AI Services, verify)',
    },
  },
  remedy: {
    zh: '写明用户的输入和内容是否用于训练；用于训练的，写明单独同意、去标识化和退出的方式',
    en: 'Say whether inputs and content train models; where they do, state separate consent, removal of identity and the way out',
  },
  applies: ({ listing }) => declaresGenerativeAi(listing),
  *evaluate({ policy }) {
    const provision = provisionOf(policy, 'PR-45');
    if (provision.state === 'substance' || admitted(policy, 'training-without-consent') !== null) return;
    const words = ({ range }: Mention) => policy.text.slice(...range);
    const places = provision.places.filter((place) => OF_MODELS.test(words(place)));
    if (places.some((place) => SAID.test(words(place)))) return;
    const isSilent = places.length === 0;
    if (isSilent && absenceSeverity(policy) !== 'reject') return;
    yield {
      message: isSilent ? 'absent' : 'empty',
      subject: 'PR-45',
      severity: isSilent ? 'warn' : 'review',
      evidence: [...policyEvidence(policy, places, 2), policyAbsence(policy, '不用于训练、同意后用于训练、去标识化、退出训练')],
    };
  },
});

import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted, SURE } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/background-unexplained',
  clauses: ['sz2025-7', 'sz2025-8', 'pledge2021-5'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.4', verified: false },
    { instrument: 'miit-164-2020', article: '1.2', verified: false },
    { instrument: 'app-collection-draft-2026', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策写有后台收集而没有说明必要性', en: 'The policy tells of collecting in the background without a reason' },
  explanation: {
    zh: '查找隐私政策写明在后台持续收集位置等信息的句子，看有没有说明必要性、场景和频率。收集应当限于实现处理目的的最小范围，并告知处理方式（《个人信息保护法》第六条、第十七条，法律）；收集频率超出业务需要、静默收集在执法中另有列明（《App违法违规收集使用个人信息行为认定方法》第四类第4项、信管函〔2020〕164号，条号须核对）。为优化推荐、广告等与用户当时使用的功能无关的目的在后台持续收集的，交人工复核；写到后台定位而没有写场景和频率的作提示。导航、运动记录期间的后台定位和“不会在后台收集”的否定句不算。安装包声明了后台能力而政策没有提到的，由“可在后台持续收集而政策没有说明”判断。实际频率静态检测看不到。',
    en: 'Looks for sentences by which the policy collects location or other information in the background all the time, and for their need, occasion and frequency. Collection must keep to the least that the purpose needs, and the means must be told (articles 6 and 17 of the Personal Information Protection Law, a law); collecting more often than the service needs, or silently, is also listed in enforcement (section 4(4) of the 2019 identification methods and MIIT Notice Xinguanhan [2020] No. 164, verify the items). Background collection for recommendation, advertising and other ends that no function in use needs goes to a person; location in the background without occasion and frequency is a warning. Navigation, the recording of a run, and denials do not count. What a package declares and its policy never mentions is the business of behaviour/background-collection-unexplained. The real frequency cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '为优化推荐而在后台持续定位，没有必要性说明。',
          en: 'Locates in the background all the time to improve recommendation.',
        },
        kind: 'policy',
        code: '我们会在后台持续获取您的位置信息，用于优化推荐内容。',
      },
    ],
    good: [
      {
        text: { zh: '写明场景、频率和停止方式。', en: 'Says when, how often and how it ends.' },
        kind: 'policy',
        code: '您开始导航后，应用在后台每秒获取一次位置信息，用于路线指引，结束导航即停止；其他时间我们不会在后台收集您的位置信息。',
      },
    ],
  },
  messages: {
    tracks: {
      zh: '隐私政策写明“{quote}”，在后台持续收集而没有说明必要性；收集应当限于实现处理目的的最小范围（《个人信息保护法》第六条），请复核',
      en: 'The policy says “{quote}” and so collects in the background without saying why it must; collection keeps to the least that its purpose needs (article 6 of the Personal Information Protection Law): to be reviewed',
    },
    vague: {
      zh: '隐私政策提到在后台获取位置，没有写清场景和频率，建议补充（《个人信息保护法》第十七条）',
      en: 'The policy speaks of location in the background but not of when and how often: better state it (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不需要后台收集的，停止收集并删除相应表述；确需的，写明触发场景、频率、停止方式和关闭方式',
    en: 'Stop it and remove the sentence where no function needs it; otherwise state when it starts, how often, when it ends and how to switch it off',
  },
  *evaluate({ policy }) {
    const tracking = admitted(policy, 'tracks-in-background');
    if (tracking !== null) {
      const { quote, evidence } = tracking;
      yield { message: 'tracks', subject: 'PR-14', severity: 'review', data: { quote }, evidence };
      return;
    }
    const told = policy.types.filter(
      ({ type, negated, confidence }) => type === 'location.background' && !negated && confidence >= SURE,
    );
    if (told.length === 0 || provisionOf(policy, 'PR-14').state === 'substance') return;
    yield {
      message: 'vague',
      subject: 'PR-14',
      severity: 'warn',
      evidence: [...policyEvidence(policy, told, 2), policyAbsence(policy, '后台收集的场景、频率、间隔')],
    };
  },
});

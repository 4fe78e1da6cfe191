import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted } from '../policy-admissions.ts';
import { absenceSeverity } from '../policy-presence.ts';
import { rule } from '../rule.ts';
import { sensitiveTold } from '../sensitive-information.ts';

/** Need, effect or consent of its own, in whatever context: what is told may not be enough, but is not nothing. */
const BEGUN =
  /单独(?:地|的|向您|再次|进行)?(?:同意|授权|征得|征求|取得|获得|弹窗|告知)|明示同意|书面同意|权益(?:的|造成|产生)?[^,。;\n]{0,6}影响|一旦[^,。;\n]{0,8}泄[露漏]|必要性|为(?:了)?(?:满足|遵守|履行|符合|落实)[^,。;\n]{0,24}(?:法律|法规|监管|主管部门|实名)|(?:法律|法规|监管)[^,。;\n]{0,16}(?:要求|规定)[^。;\n]{0,40}(?:实名|身份|核验|认证)/u;
/** What shows the beginning of it; 单独的隐私政策, 本政策相关的问题 do not. */
const SHOWS_IT =
  /敏感|单独(?!的?(?:隐私|个人信息保护)?(?:政策|协议|规则|设置|设立|制定))|明示同意|书面同意|必要|影响|泄[露漏]|法律|法规|监管/u;

export default rule({
  id: 'privacy-policy/sensitive-consent-unstated',
  clauses: ['sz2025-5', 'pledge2021-4'],
  basis: [
    { instrument: 'pipl', article: '28, 29, 30', verified: true },
    { instrument: 'network-data-regulation', article: '21, 22', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.3', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: {
    zh: '没有写处理敏感信息的必要性、影响和单独同意',
    en: 'Nothing on need, effect and separate consent for sensitive information',
  },
  explanation: {
    zh: '隐私政策提到人脸、证件、金融账户、健康、行踪等敏感个人信息时，查看是否写明处理的必要性、对个人权益的影响，或者单独征得同意；同时查找“使用本服务即同意我们收集您的身份证、人脸”这样把敏感信息捆绑在概括同意里的句子。处理敏感个人信息应当告知必要性和影响，并取得单独同意（《个人信息保护法》第二十九条、第三十条，《网络数据安全管理条例》第二十一条、第二十二条，法律、行政法规）。对敏感信息写到其中任何一项就视为已经说明，是否充分由人判断；只有“明示同意”“一旦泄露”“为满足实名制要求”等字样而没有落到这些信息上的作提示。法律定义里的列举、第三方SDK清单里的、侵权投诉所需的证明材料不算处理这些信息；只写“位置信息”的不当作精准位置。完全没有写的，提到前述信息的交人工复核，只提到精准位置、短信、通话记录的作提示；捆绑同意的句子交人工复核。否定句和“不会以概括同意取得”的说法不算。应用是否真的单独弹窗、能否拒绝，静态检测看不到。',
    en: 'Where a policy names faces, identity documents, financial accounts, health, tracks and other sensitive information, looks for why it is needed, what it means for people, or that consent is asked for it alone; and for sentences that bundle it into a general consent (“using the service you agree that we collect your identity card and face”). Need and effect must be told and separate consent obtained (articles 29 and 30 of the Personal Information Protection Law; articles 21 and 22 of the Regulation on Network Data Security, law and regulation). Any one of the three counts where it is told of sensitive information; the bare words elsewhere in the text, or that the law wants people identified, are a warning. Lists in a definition, rows about SDKs and papers that somebody who complains of an infringement sends in are not handled; “location” alone is not precise location. Where none is told, a text that names the above goes to a person and one that names precise location, messages or call logs only is a warning; a bundled consent goes to a person. Denials do not count. Whether the app really asks on its own, and takes no for an answer, cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '把身份证、人脸捆绑在概括同意里。', en: 'Identity card and face bundled into the use of the service.' },
        kind: 'policy',
        code: '使用本服务即表示同意我们收集您的身份证、人脸信息。',
      },
    ],
    good: [
      {
        text: { zh: '必要性、影响、单独同意和替代方式。', en: 'Need, effect, separate consent and another way.' },
        kind: 'policy',
        code: '仅在您办理实名认证时，我们经您单独同意收集您的身份证号，用于法律要求的身份核验；该信息一旦泄露可能造成财产风险，您可以选择不认证，仅不能提现。',
      },
    ],
  },
  messages: {
    bundled: {
      zh: '隐私政策写明“{quote}”，以概括、捆绑的方式取得处理敏感个人信息的同意；处理敏感个人信息应当取得单独同意（《个人信息保护法》第二十九条），请复核',
      en: 'The policy says “{quote}” and so bundles consent to sensitive information; it needs separate consent (article 29 of the Personal Information Protection Law): to be reviewed',
    },
    absent: {
      zh: '隐私政策提到{types}，没有写处理的必要性、对个人权益的影响，也没有写单独征得同意；处理敏感个人信息应当告知并取得单独同意（《个人信息保护法》第二十九条、第三十条），请要求补充',
      en: 'The policy names {types} and tells neither why they are needed, nor what that means for people, nor that consent is asked for them alone; sensitive information needs all of it (articles 29 and 30 of the Personal Information Protection Law): ask for it',
    },
    partial: {
      zh: '隐私政策提到{types}，也有单独同意、影响或者必要性的字样，但没有写明处理这些敏感个人信息的必要性、影响和单独同意，建议补充（《个人信息保护法》第二十九条、第三十条）',
      en: 'The policy names {types} and has words on separate consent, effect or need, but does not tell them of this information: better state it (articles 29 and 30 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '逐类写明处理敏感个人信息的必要性、对个人权益的影响和保护措施，在收集前以弹窗等方式单独征得同意，并提供不同意时的替代方式；删除概括同意的表述',
    en: 'State for each kind why it is needed, what it means for people and how it is protected, ask consent for it alone before collecting and offer another way; remove bundled consent',
  },
  applies: ({ policy, knowledge }) =>
    sensitiveTold(policy, knowledge) !== null || admitted(policy, 'sensitive-by-bundle') !== null,
  *evaluate({ policy, knowledge }) {
    const bundle = admitted(policy, 'sensitive-by-bundle');
    if (bundle !== null) {
      const { quote, evidence } = bundle;
      yield { message: 'bundled', subject: 'PR-10', severity: 'review', data: { quote }, evidence };
      return;
    }
    const told = sensitiveTold(policy, knowledge);
    const { state, places } = provisionOf(policy, 'PR-10');
    if (told === null || state === 'substance') return;
    const begun = BEGUN.test(policy.text);
    yield {
      message: begun ? 'partial' : 'absent',
      subject: 'PR-10',
      severity: told.isWeighty && !begun && absenceSeverity(policy) === 'reject' ? 'review' : 'warn',
      data: { types: told.names },
      evidence: [
        ...policyEvidence(policy, told.mentions, 3),
        ...policyEvidence(
          policy,
          places.filter(({ range }) => SHOWS_IT.test(policy.text.slice(...range))),
          1,
        ),
        policyAbsence(policy, '必要性、对个人权益的影响、单独同意、单独授权'),
      ],
    };
  },
});

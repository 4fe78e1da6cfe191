import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted } from '../policy-admissions.ts';
import { collectsNothing } from '../policy-presence.ts';
import { rule } from '../rule.ts';

/** Short, and still what a person needs to know: 不影响基本功能, 拒绝后可以手动填写. */
const SAID =
  /不(?:会)?影响|(?:拒绝|不同意|不提供|不授权|不允许|关闭)(?:后|的|时|,)?[^。;!\n]{0,12}(?:也|仍|可以|可继续|只|仅|无法|不能)/u;

export default rule({
  id: 'privacy-policy/optional-unstated',
  clauses: ['sz2025-4', 'sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '16', verified: true },
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'necessary-info-39', article: '4, 5', verified: false },
    { instrument: 'gbt-35273-2020', article: '5.3', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策没有区分必要与可选信息', en: 'The policy does not tell necessary from optional information' },
  explanation: {
    zh: '在隐私政策中寻找哪些信息可以不提供、拒绝后有什么影响的说明，以及“不同意收集以上全部信息则无法使用”这样的全有或全无条款。不得以个人不同意处理或者撤回同意为由拒绝提供产品或者服务，处理属于提供所必需的除外（《个人信息保护法》第十六条，《网络数据安全管理条例》第二十二条，法律、行政法规）；《常见类型移动互联网应用程序必要个人信息范围规定》（条号须核对）对基本功能另有规定。法律没有要求政策单列“必要与可选”，所以完全没有提到的交人工复核，只有词语的作提示；写明不同意全部信息就不能使用的，也只交人工复核，因为被拒绝的信息是否必需要看业务。“不提供则无法使用该项功能”“不同意本政策则不能注册账号”是正常的说明，不算。写明不收集任何个人信息的不作要求。拒绝后应用实际怎样，静态检测看不到。',
    en: 'Looks in the policy for what may be left out and what happens then, and for all-or-nothing terms (“who does not agree to all of the above may not use the product”). Service may not be refused because somebody does not agree or withdraws, unless the processing is necessary for it (article 16 of the Personal Information Protection Law; article 22 of the Regulation on Network Data Security, law and regulation); the provisions on necessary information of 39 types of apps (verify the articles) say more of basic functions. No law asks the policy for a list of its own, so a text that never speaks of it goes to a person and one with the words only is a warning; all-or-nothing terms go to a person too, because whether the information is necessary depends on the service. “Without it this function does not work” is a fair statement and does not count. Where nothing is collected nothing is asked for. What the app does on refusal cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '不同意全部收集就不能使用。', en: 'Who does not agree to all collection may not use the product.' },
        kind: 'policy',
        code: '您必须同意我们收集以上全部信息，否则无法使用本产品的任何功能。',
      },
    ],
    good: [
      {
        text: { zh: '写明可以拒绝以及拒绝的影响。', en: 'Says what may be refused and what follows.' },
        kind: 'policy',
        code: '手机号码为注册所必需；头像、昵称和位置信息您可以选择不提供，若您拒绝授权位置，仅无法使用“附近”推荐，其余功能不受影响。',
      },
    ],
  },
  messages: {
    allOrNothing: {
      zh: '隐私政策写明“{quote}”；不得以个人不同意处理非必需的信息为由拒绝提供产品或者服务（《个人信息保护法》第十六条，《网络数据安全管理条例》第二十二条），请复核这些信息是否都为提供服务所必需',
      en: 'The policy says “{quote}”; service may not be refused because somebody does not agree to what is not necessary (article 16 of the Personal Information Protection Law; article 22 of the Regulation on Network Data Security): review whether all of it is',
    },
    absent: {
      zh: '隐私政策没有写哪些信息可以不提供，也没有写不提供的影响，看不出是否允许拒绝非必需的信息，请要求补充（《个人信息保护法》第十六条，《网络数据安全管理条例》第二十二条）',
      en: 'The policy says neither what may be left out nor what happens then, so that nobody can tell whether what is not necessary may be refused: ask for it (article 16 of the Personal Information Protection Law; article 22 of the Regulation on Network Data Security)',
    },
    empty: {
      zh: '隐私政策提到拒绝或者选择，但没有写明拒绝提供哪些信息有什么影响，建议补充（《个人信息保护法》第十六条）',
      en: 'The policy speaks of refusing or choosing but not of what follows for which information: better state it (article 16 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '分清基本功能必需的信息和可选信息，写明用户可以拒绝可选信息、拒绝后仅影响对应功能；删除“不同意全部则无法使用”的条款',
    en: 'Tell what the basic functions need from what is optional, say that the latter may be refused and that only its own function is affected, and remove all-or-nothing terms',
  },
  *evaluate({ policy }) {
    const terms = admitted(policy, 'all-or-nothing');
    if (terms !== null) {
      const { quote, evidence } = terms;
      yield { message: 'allOrNothing', subject: 'PR-08', severity: 'review', data: { quote }, evidence };
      return;
    }
    const { state, places } = provisionOf(policy, 'PR-08');
    if (state === 'substance' || (state === 'word-only' && SAID.test(policy.text)) || collectsNothing(policy)) return;
    yield {
      message: state === 'absent' ? 'absent' : 'empty',
      subject: 'PR-08',
      severity: state === 'absent' ? 'review' : 'warn',
      evidence: [
        ...policyEvidence(policy, places, 2),
        policyAbsence(policy, '可以拒绝、不提供的影响、基本功能、附加功能、不影响'),
      ],
    };
  },
});

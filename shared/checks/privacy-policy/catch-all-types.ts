import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted } from '../policy-admissions.ts';
import { collectsNothing } from '../policy-presence.ts';
import { rule } from '../rule.ts';

/** So many catch-alls are a way of writing and no slip. */
const A_HABIT = 3;
/** Below this a word is so general that it may speak of something else. */
const TELLING = 0.6;

/** 我们会收集一些信息: collects, whatever it may be; 不收集 does not. */
const COLLECTS = /(?<![不未没有])(?:会|将|可能会?|需要|仅)?(?:收集|获取|采集)[^,。;\n]{0,12}(?:信息|数据|资料)/u;

export default rule({
  id: 'privacy-policy/catch-all-types',
  clauses: ['sz2025-2', 'sz2025-4', 'pledge2021-2'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '二.1, 二.4', verified: true },
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策用兜底词概括收集的信息', en: 'The policy collects information of unbounded kinds' },
  explanation: {
    zh: '查看隐私政策是否把收集的信息种类写清楚：有没有“等一切相关信息”“包括但不限于”“其他必要信息”这样的兜底词，有没有通篇只说“相关信息”“设备信息”而不写任何具体种类。个人信息的种类必须告知，并应当集中、清晰、逐一列明（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条，法律、行政法规；《App违法违规收集使用个人信息行为认定方法》第二类，执法认定依据）。兜底词在政策中十分常见，也常常跟在已经列明的种类后面，所以最多交人工复核：兜底词反复出现，或者列不出具体种类的，交人工复核；已经列明种类而偶有一两处的，只作提示。“我们不会收集其他信息”之类的否定、对法律定义的引用、讲第三方的句子不算。实际收集了哪些，由权限、SDK 和行为规则以及动态检测判断。',
    en: 'Looks whether the policy makes plain which kinds of information it collects: catch-alls such as “and all related information”, “including but not limited to”, “other necessary information”, and texts that never name a kind but speak of “related” or “device information”. Kinds must be told, clearly and one by one (article 17 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation; section 2 of the 2019 identification methods, enforcement). Catch-alls are very common and often follow kinds that were listed, so a person looks at most: where they come again and again, or no concrete kind is named; one or two beside a list are a warning. Denials, definitions quoted from the law and sentences about third parties do not count. What is really collected is for the rules on permissions, SDKs and behaviour.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '用“包括但不限于”“等一切相关信息”兜底。',
          en: 'Ends in “all related information, including but not limited to”.',
        },
        kind: 'policy',
        code: '我们会收集您的信息，包括但不限于设备信息、位置信息等一切相关信息。',
      },
    ],
    good: [
      {
        text: { zh: '逐项列明种类。', en: 'Lists the kinds one by one.' },
        kind: 'policy',
        code: '为保障账号安全，我们收集以下设备信息：设备型号、操作系统版本、OAID、IP地址。除此之外，我们不会收集其他设备信息。',
      },
    ],
  },
  messages: {
    catchAll: {
      zh: '隐私政策写明“{quote}”（共{count}处），用兜底词概括收集的信息；个人信息的种类应当逐一列明（《个人信息保护法》第十七条，《App违法违规收集使用个人信息行为认定方法》第二类）',
      en: 'The policy says “{quote}” (places of this kind: {count}) and so leaves open what is collected; kinds of information must be listed one by one (article 17 of the Personal Information Protection Law; section 2 of the 2019 identification methods)',
    },
    vague: {
      zh: '隐私政策提到收集个人信息，但没有写出任何具体的信息种类；个人信息的种类应当逐一列明，请要求补充（《个人信息保护法》第十七条，《App违法违规收集使用个人信息行为认定方法》第二类）',
      en: 'The policy speaks of collecting personal information and names not one concrete kind; kinds must be listed one by one: ask for it (article 17 of the Personal Information Protection Law; section 2 of the 2019 identification methods)',
    },
  },
  remedy: {
    zh: '删除“包括但不限于”“等相关信息”等兜底词，逐项写明收集的信息种类（例如“设备型号、操作系统版本、OAID”）',
    en: 'Drop “including but not limited to” and “related information”, and list the kinds (such as model, version of the system, OAID)',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'unbounded-collection');
    const { state, places } = provisionOf(policy, 'PR-07');
    if (found !== null) {
      const count = policy.admissions.filter(({ kind }) => kind === 'unbounded-collection').length;
      const isSure = found.severity === 'reject';
      yield {
        message: 'catchAll',
        subject: 'PR-07',
        severity: isSure && (state !== 'substance' || count >= A_HABIT) ? 'review' : 'warn',
        data: { quote: found.quote, count },
        evidence: found.evidence,
      };
    }
    const named = policy.types.some(({ negated, confidence }) => !negated && confidence >= TELLING);
    if (found !== null || state === 'substance' || named || collectsNothing(policy) || !COLLECTS.test(policy.text)) return;
    yield {
      message: 'vague',
      subject: 'PR-07',
      // Where function and purpose are told, the kinds are there too, in words that the reader does not know.
      severity: provisionOf(policy, 'PR-06').state === 'substance' ? 'warn' : 'review',
      evidence: [...policyEvidence(policy, places, 2), policyAbsence(policy, '具体的信息种类（手机号码、设备型号、IP地址等）')],
    };
  },
});

import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Bilingual } from '../../domain/text.ts';
import { policyAbsence, provisionOf } from '../disclosure.ts';
import { admitted } from '../policy-admissions.ts';
import { absenceSeverity, collectsNothing, missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

/** 更新日期, 政策更新后: what is brought up to date is the policy, and nobody’s information. */
const OF_THE_POLICY =
  /更新(?:日期|时间)|(?:政策|协议|声明|规则|指引|版本)[^。;]{0,8}更新|更新[^。;]{0,8}(?:政策|协议|声明|规则|指引|版本)/u;
/** Words that mean the right whatever stands beside them. */
const CORRECTS = /更正|修改|补充|完善|编辑|纠正|更改|correct|edit/iu;

interface Right {
  readonly item: string;
  readonly right: Bilingual;
  readonly searched: string;
}

const RIGHTS: readonly Right[] = [
  { item: 'PR-27', right: { zh: '查阅、复制', en: 'seeing and copying' }, searched: '查阅、查询、访问、复制、副本及其途径' },
  { item: 'PR-28', right: { zh: '更正、补充', en: 'correcting and completing' }, searched: '更正、修改、补充及其途径' },
  { item: 'PR-29', right: { zh: '删除', en: 'deleting' }, searched: '删除、清除及其途径' },
];

export default rule({
  id: 'privacy-policy/rights-missing',
  clauses: ['sz2025-14', 'pledge2021-6'],
  basis: [
    { instrument: 'pipl', article: '45, 46, 47', verified: true },
    { instrument: 'network-data-regulation', article: '21, 23', verified: true },
    { instrument: 'app-violation-identification-2019', article: '六.1', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策缺少个人权利的行使途径', en: 'The policy gives no way to exercise a right' },
  explanation: {
    zh: '在隐私政策中逐项寻找查阅和复制、更正和补充、删除个人信息的途径。这些权利由《个人信息保护法》第四十五条至第四十七条规定（法律），处理规则中应当写明行使的方法和途径，并便捷地支持行使（《网络数据安全管理条例》第二十一条、第二十三条，行政法规），缺少的可以驳回。应用内路径、可以提出请求的联系方式，或者“行使上述权利请联系……”这样的总说明都算途径；提到权利而看不出怎样行使的，交人工复核，全文连联系方式也没有的按没有处理。政策写明“一经提交不可修改”等拒绝行使权利的，属于自认；订单、实名信息等依法不能修改的例外不算。写明不收集任何个人信息的，缺少途径只交人工复核。途径是否真的可用，静态检测看不到。',
    en: 'Looks in the policy for a way to see and copy, to correct and complete, and to delete one’s information, each on its own. Articles 45 to 47 of the Personal Information Protection Law (a law) give these rights; the rules must tell the ways and handlers must make them easy (articles 21 and 23 of the Regulation on Network Data Security, a regulation), so a missing one may reject. A path in the app, a contact that takes requests, or one way for all of them (“to exercise these rights contact …”) counts; a right that is named without how goes to a person, unless the text holds no contact of anybody, which is as good as no way. “Cannot be changed once submitted” and other refusals are admissions; lawful exceptions for orders or verified identities are not. Where the policy says that nothing is collected, a missing way goes to a person. Whether the ways work cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '拒绝修改和删除。', en: 'Information cannot be changed once it was submitted.' },
        kind: 'policy',
        code: '个人信息一经提交不可修改。',
      },
    ],
    good: [
      {
        text: { zh: '三项权利各有途径。', en: 'Each of the three rights has its way.' },
        kind: 'policy',
        code: '您可以在“我的-设置-个人信息”查阅、导出您的个人信息副本。\n信息有误的，您可以在“我的-编辑资料”更正或补充您的资料。\n您可以在“我的-设置-个人信息”申请删除您的个人信息。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '读到的隐私政策中没有{right}个人信息的途径；处理者应当提供（《个人信息保护法》第四十五条至第四十七条，《网络数据安全管理条例》第二十三条）',
      en: 'The policy gives no way of {right} one’s information; handlers must offer it (articles 45 to 47 of the Personal Information Protection Law; article 23 of the Regulation on Network Data Security)',
    },
    empty: {
      zh: '隐私政策提到{right}，但没有写怎样操作或向谁提出，等于没有途径（《个人信息保护法》第四十五条至第四十七条，《网络数据安全管理条例》第二十三条）',
      en: 'The policy speaks of {right} but not of how or to whom, which is as good as no way (articles 45 to 47 of the Personal Information Protection Law; article 23 of the Regulation on Network Data Security)',
    },
    refused: {
      zh: '隐私政策写明“{quote}”，拒绝个人行使查阅、更正或删除的权利（《个人信息保护法》第四十五条至第四十七条）',
      en: 'The policy says “{quote}” and so refuses the right to see, correct or delete (articles 45 to 47 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '逐项写明查阅、复制、更正、补充、删除的操作路径（例如“我的-设置-个人信息”）或受理渠道和时限',
    en: 'State for each right the path in the app or the channel that takes requests, and the time to answer',
  },
  *evaluate({ policy }) {
    for (const { item, right, searched } of RIGHTS) {
      const isOfPolicy = onlyOfThePolicy(policy, item);
      for (const missing of missingProvision(policy, item, searched)) {
        yield isOfPolicy && !collectsNothing(policy)
          ? {
              message: 'absent',
              subject: item,
              severity: absenceSeverity(policy),
              evidence: [policyAbsence(policy, searched)],
              data: { right },
            }
          : { ...missing, data: { right } };
      }
    }
    const found = admitted(policy, 'no-access-or-correction');
    if (found === null) return;
    const { severity, evidence } = found;
    yield { message: 'refused', subject: 'refused', severity, data: { quote: found.quote }, evidence };
  },
});

/** Whether all that was read of a right is about the policy itself. */
function onlyOfThePolicy(policy: PolicyFacts, item: string): boolean {
  const { state, places } = provisionOf(policy, item);
  if (state !== 'word-only' || places.length === 0) return false;
  return places.every(({ range }) => {
    const words = policy.text.slice(...range);
    return OF_THE_POLICY.test(words) && !CORRECTS.test(words);
  });
}

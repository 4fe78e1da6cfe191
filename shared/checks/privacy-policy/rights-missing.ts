import type { Bilingual } from '../../domain/text.ts';
import { admitted } from '../policy-admissions.ts';
import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

const RIGHTS: readonly { readonly item: string; readonly right: Bilingual; readonly searched: string }[] = [
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
  messages: {
    absent: {
      zh: '隐私政策全文没有{right}个人信息的途径；处理者应当提供（《个人信息保护法》第四十五条至第四十七条，《网络数据安全管理条例》第二十三条）',
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
      for (const missing of missingProvision(policy, item, searched)) yield { ...missing, data: { right } };
    }
    const found = admitted(policy, 'no-access-or-correction');
    if (found === null) return;
    const { severity, evidence } = found;
    yield { message: 'refused', subject: 'refused', severity, data: { quote: found.quote }, evidence };
  },
});

import { policyAbsence } from '../disclosure.ts';
import { rule } from '../rule.ts';

/** Characters below which no text has room for all that the law wants told. */
const ROOM_FOR_ALL = 800;

export default rule({
  id: 'privacy-policy/too-short',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '一.1, 二.1', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策过短', en: 'The privacy policy is too short' },
  messages: {
    short: {
      zh: '读到的隐私政策只有 {characters} 个字符，难以容纳法定的告知事项（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条）；请核对是否提交了全文',
      en: 'The policy that was read has only {characters} characters, hardly room for what must be told (article 17 of the Personal Information Protection Law, article 21 of the Regulation on Network Data Security); check whether all of it was handed in',
    },
  },
  remedy: {
    zh: '提交完整的隐私政策全文；用户协议、摘要或链接页不能代替',
    en: 'Hand in the whole policy; terms of use, a summary or a page of links is no substitute',
  },
  *evaluate({ policy }) {
    const characters = policy.text.trim().length;
    if (characters >= ROOM_FOR_ALL) return;
    yield { message: 'short', subject: 'PR-01', data: { characters }, evidence: [policyAbsence(policy, '隐私政策全文')] };
  },
});

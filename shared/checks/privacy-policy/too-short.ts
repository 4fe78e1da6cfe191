import type { Evidence } from '../../domain/evidence.ts';
import type { Mention, PolicyFacts } from '../../domain/facts/policy.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { quote } from '../policy-admissions.ts';
import { chaptersNotThere } from '../policy-contents.ts';
import { collectsNothing } from '../policy-presence.ts';
import { rule } from '../rule.ts';

/** Characters below which no text has room for all that the law wants told. */
const ROOM_FOR_ALL = 800;
/** Characters in which somebody who collects little can say it all. */
const ROOM_FOR_SOME = 300;
/** How to reach somebody (who it is has a rule of its own), what for, how long, the rights, complaints: with these a short text is a whole one. */
const MUST = ['PR-03', 'PR-06', 'PR-23', 'PR-27', 'PR-28', 'PR-29', 'PR-35'];

/** Where the contents name what is missing, and that it was looked for. */
function contentsEvidence(policy: PolicyFacts, chapters: readonly string[]): Evidence[] {
  const places = chapters.slice(0, 2).flatMap((chapter): Mention[] => {
    const at = policy.text.indexOf(chapter);
    return at < 0 ? [] : [{ range: [at, at + chapter.length], confidence: 1 }];
  });
  return [...policyEvidence(policy, places), policyAbsence(policy, quote(chapters.slice(0, 3).join('、')))];
}

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
  title: { zh: '隐私政策过短或者不完整', en: 'The privacy policy is too short or incomplete' },
  explanation: {
    zh: '统计读到的隐私政策的字符数。法定的告知事项很多（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条，法律、行政法规），不足800个字符的文本几乎不可能写全，常见原因是只提交了摘要、链接页、用户协议，或者页面的正文没有被读到。字数少不等于违法，缺少的内容由各自的规则判断，所以本规则最多交人工复核；文本不足500字符时，不会因为缺少某项法定内容而驳回；安装包声明的权限、含有的SDK在其中没有写到的，仍按矛盾判断。写得短而各项必备内容都读到了的不提；声明不收集任何个人信息的应用可以写得很短，只作提示。另外核对政策自己的目录：目录列出的章节有三章以上在正文中找不到的，文本可能被截断或者只提交了一部分，交人工复核，此时也不会因为“没有写”而驳回；个别章节标题与目录用词不同的不提。',
    en: 'Counts the characters of the policy that was read. The law wants many things told (article 17 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation), and fewer than 800 characters hardly hold them; most often a summary, a page of links or the terms of use was handed in, or the body of a page was not read. Being short is no breach, and what is missing is for the other rules to say, so a person looks at most; below 500 characters nothing is rejected because the law wants it said; permissions that the package declares and SDKs that it holds are still held against the text. A short text in which all that must be told was read is not mentioned; the short policy of an app that says it collects nothing is only noted. Also compares the policy with its own table of contents: where three or more of the chapters that it names are nowhere behind it, the text was cut or only part of it was handed in, so a person looks, and nothing is rejected for not being said; a chapter or two under another heading are not mentioned.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只提交了一段摘要。', en: 'Only a summary was handed in.' },
        kind: 'policy',
        code: '示例应用隐私政策\n我们重视您的隐私，只收集必要的信息，详情请访问官网查看完整版本。',
      },
    ],
    good: [
      {
        text: {
          zh: '提交全文：处理者、目的、种类、期限、权利、投诉等逐项写明。',
          en: 'The whole policy: handler, purposes, kinds, periods, rights and complaints, one by one.',
        },
      },
    ],
  },
  messages: {
    short: {
      zh: '读到的隐私政策只有 {characters} 个字符，难以容纳法定的告知事项（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条）；请核对是否提交了全文',
      en: 'The policy that was read has only {characters} characters, hardly room for what must be told (article 17 of the Personal Information Protection Law, article 21 of the Regulation on Network Data Security); check whether all of it was handed in',
    },
    cut: {
      zh: '隐私政策的目录列有“{chapters}”等 {count} 个章节，正文中没有读到，告知是否完整无法判断（《个人信息保护法》第十七条）；请核对是否提交了全文',
      en: 'The contents of the policy name {count} chapters (“{chapters}”) that were not found in the text, so nobody can tell whether the notice is complete (article 17 of the Personal Information Protection Law); check whether all of it was handed in',
    },
  },
  remedy: {
    zh: '提交完整的隐私政策全文；用户协议、摘要或链接页不能代替',
    en: 'Hand in the whole policy; terms of use, a summary or a page of links is no substitute',
  },
  *evaluate({ policy }) {
    const chapters = chaptersNotThere(policy);
    if (chapters.length > 0) {
      const data = { chapters: quote(chapters.slice(0, 3).join('、')), count: chapters.length };
      yield { message: 'cut', subject: 'contents', severity: 'review', data, evidence: contentsEvidence(policy, chapters) };
    }
    const characters = policy.text.trim().length;
    if (characters >= ROOM_FOR_ALL) return;
    if (characters >= ROOM_FOR_SOME && MUST.every((item) => provisionOf(policy, item).state === 'substance')) return;
    const severity = characters >= ROOM_FOR_SOME && collectsNothing(policy) ? 'warn' : 'review';
    yield {
      message: 'short',
      subject: 'PR-01',
      severity,
      data: { characters },
      evidence: [policyAbsence(policy, '隐私政策全文')],
    };
  },
});

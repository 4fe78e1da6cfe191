import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Bilingual } from '../../domain/text.ts';
import { policyEvidence, policyMaySayMore } from '../disclosure.ts';
import { rule } from '../rule.ts';

/** Fewer characters say too little about the language of a document. */
const ENOUGH = 200;

/** Han characters that make a policy of their own. */
const WHOLE_POLICY = 1_000;

/** Up to this share Chinese is a title and a few names; above, part of the text is Chinese. */
const HARDLY_ANY = 0.2;

/** A way to a Chinese version, as pages in several languages show it. */
const CHINESE_VERSION = /简体中文|简体版|中文版|中文简体|Simplified Chinese|Chinese version|zh[-_](?:CN|Hans)/iu;

export default rule({
  id: 'privacy-policy/not-simplified-chinese',
  clauses: ['sz2025-1', 'sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '一.4', verified: true },
    { instrument: 'pipl', article: '17', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策不是简体中文', en: 'The privacy policy is not in simplified Chinese' },
  explanation: {
    zh: '判断读到的隐私政策用什么文字写成：汉字比例和繁简用字。未提供简体中文版属于执法认定的“难以阅读”情形（《App违法违规收集使用个人信息行为认定方法》第一类第4项，执法认定依据），告知还应当语言清晰易懂（《个人信息保护法》第十七条，法律），因此可以驳回。不足200字的文字不足以判断语言，不作结论；中英文并列的文件，中文部分达到1000字即视为有中文版，有一部分中文、提到中文版或者另有内容没有读到的交人工复核；个别英文名词、SDK名称和表格不影响判断。只看送审的这一份：别处另有中文版的，应提交中文版。',
    en: 'Tells the writing of the policy that was read: the share of Han characters, and whether they are simplified. Having no simplified Chinese version is listed in enforcement as “hard to read” (section 1(4) of the 2019 identification methods), and notice must be clear and easy to understand (article 17 of the Personal Information Protection Law, a law); so the rule may reject. Fewer than 200 characters say too little to tell; a document in two languages holds a Chinese version where it has 1,000 Han characters, and goes to a person where part of it is Chinese, a Chinese version is spoken of or parts were not read; English terms, names of SDKs and tables do not matter. Only the document handed in is judged: where a Chinese version exists elsewhere, hand in that one.',
  },
  examples: {
    bad: [{ text: { zh: '只有英文。', en: 'The policy is in English only.' } }],
    good: [
      {
        text: {
          zh: '完整的简体中文版，可以附外文译本。',
          en: 'A complete simplified Chinese version; a translation may follow.',
        },
      },
    ],
  },
  messages: {
    foreign: {
      zh: '隐私政策不是中文（汉字约占 {share}%）；未提供简体中文版属于《App违法违规收集使用个人信息行为认定方法》第一类列明的难以阅读情形',
      en: 'The policy is not in Chinese (about {share}% Han characters); having no simplified Chinese version is listed in section 1 of the 2019 identification methods as hard to read',
    },
    partly: {
      zh: '读到的隐私政策不以简体中文为主，但{why}；请人工核对是否提供了完整的简体中文版（《App违法违规收集使用个人信息行为认定方法》第一类，难以阅读）',
      en: 'What was read of the policy is not mainly in simplified Chinese, but {why}: see whether there is a complete simplified Chinese version (section 1 of the 2019 identification methods, hard to read)',
    },
    traditional: {
      zh: '隐私政策使用繁体中文；未提供简体中文版属于《App违法违规收集使用个人信息行为认定方法》第一类列明的难以阅读情形',
      en: 'The policy is in traditional Chinese; having no simplified Chinese version is listed in section 1 of the 2019 identification methods as hard to read',
    },
  },
  remedy: { zh: '提供完整的简体中文版隐私政策', en: 'Provide a complete version in simplified Chinese' },
  *evaluate({ policy }) {
    if (policy.script === 'simplified' || policy.text.length < ENOUGH) return;
    // A page in two languages holds a whole Chinese policy, whatever its share.
    if (policy.script === 'other' && (policy.text.match(/\p{Script=Han}/gu)?.length ?? 0) >= WHOLE_POLICY) return;
    const evidence = policyEvidence(policy, [{ range: [0, Math.min(80, policy.text.length)], confidence: 1 }]);
    const why = whyPartly(policy);
    if (why !== null) {
      yield { message: 'partly', subject: 'PR-01', severity: 'review', data: { why }, evidence };
      return;
    }
    const message = policy.script === 'traditional' ? 'traditional' : 'foreign';
    yield { message, subject: 'PR-01', data: { share: Math.round(policy.hanShare * 100) }, evidence };
  },
});

/** Why there may be a version in simplified Chinese all the same; null where nothing points to one. */
function whyPartly(policy: PolicyFacts): Bilingual | null {
  if (CHINESE_VERSION.test(policy.text)) return { zh: '文中提到中文版', en: 'it speaks of a Chinese version' };
  if (policy.script === 'other' && policy.hanShare >= HARDLY_ANY)
    return { zh: '其中一部分是中文', en: 'part of it is in Chinese' };
  return policyMaySayMore(policy) ? { zh: '另有内容未能读取', en: 'other parts could not be read' } : null;
}

import { policyEvidence } from '../disclosure.ts';
import { rule } from '../rule.ts';

/** Fewer characters say too little about the language of a document. */
const ENOUGH = 200;

/** Han characters that make a policy of their own. */
const WHOLE_POLICY = 1_000;

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
  messages: {
    foreign: {
      zh: '隐私政策不是中文（汉字约占 {share}%）；未提供简体中文版属于《App违法违规收集使用个人信息行为认定方法》第一类列明的难以阅读情形',
      en: 'The policy is not in Chinese (about {share}% Han characters); having no simplified Chinese version is listed in section 1 of the 2019 identification methods as hard to read',
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
    yield {
      message: policy.script === 'traditional' ? 'traditional' : 'foreign',
      subject: 'PR-01',
      data: { share: Math.round(policy.hanShare * 100) },
      evidence: policyEvidence(policy, [{ range: [0, Math.min(80, policy.text.length)], confidence: 1 }]),
    };
  },
});

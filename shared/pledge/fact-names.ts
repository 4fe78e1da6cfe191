import type { Bilingual } from '../domain/text.ts';

/** Names of the facts that rules need, as a reviewer calls them. */
export const FACT_NAMES: Readonly<Record<string, Bilingual>> = {
  package: { zh: '安装包事实', en: 'the facts of the package' },
  android: { zh: '安卓应用的事实（该应用属于其他平台）', en: 'the facts of an Android app (this one is for another platform)' },
  listing: { zh: '上架信息', en: 'the listing' },
  policy: { zh: '可读取的隐私政策', en: 'a privacy policy that could be read' },
  'policy-outcome': { zh: '隐私政策的读取结果', en: 'the outcome of reading the privacy policy' },
  filing: { zh: '备案登记的查询结果（登记机构未答复）', en: 'an answer of the filing registry' },
  'rule-result': { zh: '该规则的评估结果', en: 'a result of the rule' },
  'rule-failed': { zh: '规则的运行结果（规则运行出错）', en: 'a result of the rule (it failed)' },
};

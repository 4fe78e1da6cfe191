import type { Mention } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';

const NOUN = '(?:公司|应用|软件|产品|app|平台|科技|网络|信息技术|集团|开发者|主体|邮箱|电话|地址|名称|市|年|月|日|号码|团队)';
const FORMS: readonly (readonly [confidence: number, form: RegExp])[] = [
  // XX公司, ××App, 某某科技
  [
    0.9,
    new RegExp(
      `(?:(?<![a-z])[x×✕╳]{2,8}(?![a-z])|某某|\\*{2,6}(?=(?:公司|科技)(?!名称|全称|简称|简介|地址|信息|主体|资质|介绍|:))|○{2,}|□{2,})\\s?${NOUN}`,
      'gi',
    ),
  ],
  // 【应用名称】 [公司名称] {{company}} <App名称>
  [
    0.9,
    /[[【{<「]{1,2}\s?(?:(?:请(?:填写|插入|填入|补充|替换|输入)|填写|插入|填入|替换为|输入(?=公司|应用|产品|名称|邮箱|电话|地址)|补充(?=公司|应用|产品|名称|邮箱|电话|地址))[^\]】}>」]{0,20}|(?:您的|贵)?(?:公司|应用|软件|产品|app|开发者|平台|运营者?|企业)\s?(?:名称?|全称|简称)|(?:app|company|your|developer|product)[ _-]?(?:name|email|company|address)?|(?:联系)?(?:邮箱|电话|地址)地?址?待?填?|生效日期|更新日期|日期)\s?[\]】}>」]{1,2}/gi,
  ],
  [0.9, /(?<![a-z])yyyy ?[年\-/.] ?mm ?[月\-/.] ?dd/gi],
  [0.85, /(?:x{2,4}|×{2,4}|_{2,6}|\*{2,4}) ?年 ?(?:x{1,2}|×{1,2}|_{1,6}|\*{1,2}) ?月/gi],
  [0.8, /[\w.]{1,30}@(?:example\.(?:com|org|cn)|xxx?\.com|domain\.com|公司域名)/gi],
  // 邮箱 ______, ____年__月__日, ___ 日内删除: blanks of what the operator has to fill in; who signs a form fills in others.
  [
    0.85,
    /(?:邮箱|电子邮件|电话|热线|地址|负责人|联系人|公司|运营者|主体|应用|产品|app|名称|日期|网址|时间|期限|备案号|版本号?)(?:地址|名称|全称)?(?:为|是)?[: (“"]{0,3}_{3,40}|_{2,10} ?(?:年|个月|月|个工作日|工作日|日|天|小时)|_{2,40} ?(?:有限公司|公司)/gi,
  ],
  // What the writers tell each other: not yet gone over, not to be published.
  [
    0.85,
    /[[【{(<]{1,2}\s?(?:待(?:填写?|补充?|定|完善|确认|更新|替换)|todo|tbd)[^\]】})>]{0,20}[\]】})>]{1,2}|不得直接上线|未经法律审核|法务(?:审核|确认)前|仅供参考,请(?:根据|按照?)(?:实际|自身)/gi,
  ],
  [0.8, /lorem ipsum|待补充|此处填写|请在此(?:处)?填|模板说明/gi],
];

/** What every form has some of: most sentences have none. */
const MARKS =
  /[[【{<「_*×✕╳○□]|x{2}|某某|yyyy|@(?:example|domain|公司域名)|待(?:填|补|定|完善|确认|更新|替换)|todo|tbd|不得直接上线|未经法律审核|法务|仅供参考|lorem|此处|模板说明/;

/** Forms that the person fills in and signs. */
const SIGNED = /签[名字章]|申请人|填表|盖章|身份证号码?: ?_|本人/;

/** Leftovers of a template. In an invented example (“如XX公司”) the same letters are meant: less sure. */
export function extractPlaceholders(text: PolicyText): Mention[] {
  const mentions: Mention[] = [];
  for (const { lower, start } of text.sentences) {
    if (!MARKS.test(lower)) continue;
    for (const [confidence, form] of FORMS) {
      for (const match of lower.matchAll(form)) {
        // 【生效日期】2026年…, 【邮箱】a@b.cn: a label with its value.
        if (/^[ :：]?(?:\d|[\w.+-]+@)/.test(lower.slice(match.index + match[0].length))) continue;
        if (match[0].includes('__') && SIGNED.test(lower)) continue;
        const example = /(?:例如|比如|如|譬如)[^,。]{0,10}$/.test(lower.slice(0, match.index));
        const place: Mention = {
          range: [start + match.index, start + match.index + match[0].length],
          confidence: example ? 0.5 : confidence,
        };
        if (mentions.length < 50) mentions.push(place);
      }
    }
  }
  return mentions;
}

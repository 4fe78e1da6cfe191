import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Range } from '../../domain/text.ts';
import { policyEvidence, provisionOf } from '../disclosure.ts';
import { advisedProvision } from '../policy-advice.ts';
import { rule } from '../rule.ts';

/** Whom only those need who have others process for them: 存于阿里云, 使用云服务器托管, 外包客服, 短信服务商. */
const OTHERS_AT_WORK =
  /(?:阿里|腾讯|华为|百度|天翼|移动|联通|金山|火山|京东|七牛|又拍|ucloud)云(?!端|盘|相册|音乐|课堂|闪付)|云(?:服务(?:器|商|提供商|平台)|主机|存储服务)|(?:短信|推送|客服|物流|技术|数据|云|支付)服务(?:提供)?商|服务器托管|外包/iu;
/** Processing for the operator: not 受您的委托, 委托代扣, those who entrust the operator, 互联网服务供应商 in a log, who sold the telephone. */
const ENTRUSTED =
  /(?<!受[^,。;\n]{0,8})委托(?!我们|人|方|代扣|代收|书|\/合作)|受托(?:方|人|处理|公司)|外包|(?<!互联网|网络|电信|通[讯信]|设备的?|相关|汽车|软硬件)(?:服务(?:提供)?商|(?<!互联网服务|网络服务)供应商)/u;
/** 与其签署保密协定, 要求其按照我们的说明处理, 与服务商约定保密义务: an agreement, in whatever words and wherever it stands. */
const AGREED =
  /(?:第三方|服务(?:提供)?商|供应商|合作(?:伙伴|方|机构)|受托[方人]|公司、组织和个人|机构)[^。\n]{0,60}(?:签[署订]|订立|约定|协议(?:约束|要求))|(?:签[署订]|订立)[^。;\n]{0,16}(?:保密|数据|信息|委托|处理|隐私)[^。;\n]{0,8}(?:协议|协定|条款|合同)|(?:要求|约束)(?:他们|其|对方|受托方|第三方|合作(?:伙伴|方))[^。;\n]{0,20}(?:按照|遵守|遵循|依照|不得)/u;
/** 我们不会将您的信息委托处理, 也不委托他人. */
const NOBODY_ENTRUSTED = /(?:不(?!得|能|可)|没有|从未|未)(?:会|曾)?[^,。;\n]{0,24}(?:委托(?:处理|他人|第三方|任何)|外包)/u;
/** 不使用云服务器, 没有外包: says that there is nobody. */
const NOBODY = /(?:不|没有|未|无|非)[^,。;!\n]{0,10}$/u;

export default rule({
  id: 'privacy-policy/entrusting-unstated',
  clauses: ['sz2025-13', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '21', verified: true },
    { instrument: 'network-data-regulation', article: '12', verified: true },
  ],
  ceiling: 'warn',
  needs: ['policy'],
  title: { zh: '隐私政策没有说明委托处理', en: 'The policy does not tell of entrusted processing' },
  explanation: {
    zh: '隐私政策提到云服务、服务商、外包、受托方等明显由他人代为处理的情形时，查看是否说明委托处理：与受托方有约定、受托方只按要求处理、对其监督；在政策任何位置写明与第三方签订协议、要求其按照约定处理的都算。委托处理应当与受托人约定目的、期限、方式等并监督其处理活动（《个人信息保护法》第二十一条，《网络数据安全管理条例》第十二条，法律、行政法规）；法律要求的是约定和监督，没有要求政策逐一写明，所以只作提示，不影响上架。政策中看不出有他人代为处理的，不提示；没有完整读到的政策、不收集任何个人信息的政策，也不提示。协议是否真的签订、服务商是否守约，静态检测看不到。',
    en: 'Where a policy shows that others process on its behalf (a cloud, service providers, outsourcing, processors), looks for what it says of entrusting: an agreement, processing as instructed only, supervision; an agreement with third parties that is told anywhere counts. Purpose, term and manner must be agreed with the processor, who is to be supervised (article 21 of the Personal Information Protection Law; article 12 of the Regulation on Network Data Security, law and regulation); the law asks for the agreement and not that the policy tell of each, so this is a warning and holds no app. Policies that show nobody at work, were not read whole or collect nothing are left alone. Whether agreements exist and are kept cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '使用云服务商存储数据，没有提到委托处理。', en: 'Stores in a cloud and says nothing of entrusting.' },
        kind: 'policy',
        code: '二、存储\n您的账号信息保存在阿里云服务器上。',
      },
    ],
    good: [
      {
        text: { zh: '写明与受托方的约定和监督。', en: 'The agreement with the processor, and its supervision.' },
        kind: 'policy',
        code: '我们委托云服务商存储数据，与其签署协议，约定处理目的、期限和保护措施；受托方只能按照我们的要求处理，我们对其处理活动进行监督。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策显示由他人代为存储或者处理个人信息，但没有说明委托处理的约定和监督，建议补充（《个人信息保护法》第二十一条，《网络数据安全管理条例》第十二条）',
      en: 'The policy shows that others store or process information on its behalf, and says nothing of agreement and supervision: better state it (article 21 of the Personal Information Protection Law; article 12 of the Regulation on Network Data Security)',
    },
    empty: {
      zh: '隐私政策提到受托方或者服务商，但没有说明委托处理的约定和监督，建议补充（《个人信息保护法》第二十一条，《网络数据安全管理条例》第十二条）',
      en: 'The policy speaks of processors or service providers but not of agreement and supervision: better state it (article 21 of the Personal Information Protection Law; article 12 of the Regulation on Network Data Security)',
    },
  },
  remedy: {
    zh: '写明委托哪类服务商处理哪些信息、与其签订协议并监督其处理活动',
    en: 'State what kinds of providers process which information, that there is an agreement, and that they are supervised',
  },
  *evaluate({ policy }) {
    const at = othersAtWork(policy);
    if (at === null || AGREED.test(policy.text)) return;
    for (const missing of advisedProvision(policy, 'PR-18', '委托处理、受托方、协议、监督')) {
      const shown = policyEvidence(policy, [{ range: at, confidence: 0.7 }], 1);
      yield provisionOf(policy, 'PR-18').state === 'absent' ? { ...missing, evidence: [...shown, ...missing.evidence] } : missing;
    }
  },
});

/** Where the policy shows that others process for the operator; null where it does not. */
function othersAtWork(policy: PolicyFacts): Range | null {
  const { text } = policy;
  if (NOBODY_ENTRUSTED.test(text)) return null;
  const spoken = provisionOf(policy, 'PR-18').places.find(({ range }) => isOfOthers(text.slice(...range)));
  if (spoken !== undefined) return spoken.range;
  const found = OTHERS_AT_WORK.exec(text);
  if (found === null || NOBODY.test(text.slice(Math.max(0, found.index - 12), found.index))) return null;
  return [found.index, found.index + found[0].length];
}

/** 对外提供、委托处理和公开, 我们如何委托处理: headings say that something follows, and not that somebody is at work. */
function isOfOthers(sentence: string): boolean {
  return ENTRUSTED.test(sentence) && /[我由向与将会可为]/u.test(sentence) && !/如何|怎样/u.test(sentence);
}

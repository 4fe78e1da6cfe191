import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Knowledge, SdkEntry } from '../../knowledge/types.ts';
import { callEvidence } from '../callers.ts';
import { isTooShortForSilence, policyAbsence, policyEvidence, policyMaySayMore } from '../disclosure.ts';
import { listElsewhere } from '../policy-lists-elsewhere.ts';
import { rule } from '../rule.ts';
import { sdkDisclosures } from '../sdk-disclosure.ts';
import { sdkEvidence, startEvidence, whereFound } from '../sdk-evidence.ts';
import { collectorsWithoutList, isListRead, isWholeListMissing } from '../sdk-list.ts';
import { isCollector, isProven } from '../sdk-presence.ts';
import { readingsBySdk, type SdkReading, typeNames } from '../sdk-reads.ts';

/**
 * Rejects only what a person would reject at sight: real code of an SDK whose collecting its vendor states, and not one word about it
 * in a policy that was read whole. A stub is no presence; a component or native library alone, code that only prints show, or an SDK that
 * we know less well, is for a reviewer, and so is one that comes within another that the policy names.
 */
export default rule({
  id: 'sdk/undisclosed',
  clauses: ['sz2025-2', 'sz2025-13', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '17, 23', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'miit-26-2023', verified: false },
    { instrument: 'gbt-43435-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package', 'android', 'policy', 'listing'],
  title: { zh: '收集个人信息的第三方SDK未披露', en: 'Third-party SDK that collects personal information is not disclosed' },
  explanation: {
    zh: '把安装包中识别出的、会收集个人信息的第三方SDK与隐私政策和上架信息比对。嵌入的第三方代码收集个人信息的目的、方式、范围也应当逐一列明（《App违法违规收集使用个人信息行为认定方法》第二类第1项，执法认定依据），并告知接收方（《个人信息保护法》第十七条、第二十三条，《网络数据安全管理条例》第二十一条，法律、行政法规）。只有包内确有代码、识别把握高、提供者公开说明会收集，而政策全文读到且只字未提，才会驳回；只有组件、原生库、改名后按代码特征识别或把握较低的，随另一个已披露的SDK（如聚合广告平台）带入的，政策部分没有读到、短得可能只是摘要或者写明清单另在别处而没有读到的，只提到同一运营方的，都交人工复核；只在上架信息中申报的作提示。政策没有任何SDK清单、而各SDK都不由本规则判断时，由“隐私政策没有第三方SDK清单”一并提出，不重复。代码中看得到它读取哪些信息的，一并写明。名称、别名、英文名和运营方名称都会比对；开源工具库、几个类的残桩以及SDK厂商自己的应用不算。包内有代码不等于运行时收集，开发者可以说明未启用。',
    en: 'Compares the collecting third-party SDKs found in the package with policy and listing. Purpose, manner and scope must be listed for embedded third-party code too (section 2(1) of the 2019 identification methods, applied in enforcement), and recipients must be told (articles 17 and 23 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation). It rejects only where code is really there and surely identified, the vendor says publicly that it collects, and a policy that was read whole has no word on it; mere components, native libraries, renamed code known by its features or weaker traces, an SDK that came within another which the policy names (an advertising platform that aggregates others), a policy read in part, so short that it may be a summary, or that points at a list elsewhere which was not read, or one that names only the operator, go to a person; an SDK declared in the listing only is a warning. Where the policy has no list at all and none of the SDKs is judged here, privacy-policy/sdk-list-missing speaks of all of them, so that nothing is said twice. What the code of the SDK is seen to read is told with it. Names, aliases, English names and operators are compared; open-source libraries, stubs of a few classes and the vendor’s own app do not count. Code in a package does not prove collection at run time: a developer may show that it is not enabled.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '包内有极光推送的代码，政策只字未提。',
          en: 'The package holds the code of a push SDK, and the policy has no word on it.',
        },
        kind: 'policy',
        code: '我们仅在您使用相应功能时处理所需的个人信息。',
      },
    ],
    good: [
      {
        text: {
          zh: '清单写明该SDK的运营方、目的和收集的信息。',
          en: 'The list names the SDK with operator, purpose and information.',
        },
        kind: 'policy',
        code: 'SDK名称：极光推送SDK；运营方：深圳市和讯华谷信息技术有限公司；使用目的：消息推送；收集的个人信息：设备标识符、网络信息',
      },
    ],
  },
  messages: {
    silent: {
      zh: '安装包包含{sdk}（运营方：{operator}）的代码：{where}；该SDK公开说明会收集个人信息{reads}，而隐私政策和上架信息均未提及，不符合《App违法违规收集使用个人信息行为认定方法》第二类第1项关于第三方代码也须逐一列明收集目的、方式、范围的要求',
      en: 'The package contains code of {sdk} (operator: {operator}): {where}. The SDK publicly states that it collects personal information{reads}, and neither policy nor listing mentions it; section 2(1) of the 2019 identification methods wants purpose, manner and scope listed for every third-party code',
    },
    unsure: {
      zh: '安装包中发现{sdk}（运营方：{operator}）的痕迹：{where}{reads}；隐私政策能读取的部分和上架信息均未提及，请复核其是否收集个人信息、政策其他部分是否已说明（《个人信息保护法》第十七条）',
      en: 'The package holds traces of {sdk} (operator: {operator}): {where}{reads}. Neither the readable part of the policy nor the listing mentions it: check whether it collects personal information and whether other parts of the policy explain it (article 17 of the Personal Information Protection Law)',
    },
    carried: {
      zh: '安装包包含{sdk}（运营方：{operator}）的代码：{where}{reads}；它随{carrier}带入，隐私政策只列出了{carrier}，没有写到它；由它收集个人信息的，接收方和收集的信息也应当逐一列明（《App违法违规收集使用个人信息行为认定方法》第二类第1项），请复核',
      en: 'The package contains code of {sdk} (operator: {operator}): {where}{reads}. It comes with {carrier}; the policy lists {carrier} and does not mention it. Where it collects too, the recipient and what it collects are to be listed (section 2(1) of the 2019 identification methods): to be reviewed',
    },
    denied: {
      zh: '安装包包含{sdk}的代码：{where}；隐私政策提到该SDK时写的是没有接入，二者矛盾，请复核哪一个不实（《个人信息保护法》第十七条要求告知真实、准确）',
      en: 'The package contains code of {sdk}: {where}. The policy names it to say that it is not there; find out which of the two is wrong (article 17 of the Personal Information Protection Law wants notice to be true and accurate)',
    },
    operatorOnly: {
      zh: '安装包包含{sdk}的代码：{where}；隐私政策或上架信息只提到其运营方{operator}或该运营方的其他产品，没有列出该SDK，请复核其收集的信息和目的是否已逐一说明（《个人信息保护法》第十七条）',
      en: 'The package contains code of {sdk}: {where}. Policy or listing name its operator {operator} or another of its products, not this SDK: check whether what it collects and why is explained (article 17 of the Personal Information Protection Law)',
    },
    listingOnly: {
      zh: '{sdk}只在上架信息中申报，隐私政策没有列出；应当向用户告知的内容须写入隐私政策（《个人信息保护法》第十七条）',
      en: '{sdk} is declared in the listing only, the policy does not list it; what users must be told belongs in the policy (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在隐私政策的第三方SDK清单中逐一列出该SDK的名称、运营方、使用目的、收集的个人信息种类与方式和其隐私政策链接，并在上架信息中同步申报；不再使用的，从安装包中移除',
    en: 'List the SDK in the policy with name, operator, purpose, kinds and manner of collection and a link to its own policy, and declare it in the listing; remove it from the package if it is no longer used',
  },
  *evaluate(context) {
    const { package: facts, policy, listing, knowledge, sdks } = context;
    const disclosureOf = sdkDisclosures(policy, listing, knowledge);
    const elsewhere = listElsewhere(policy, 'sdk');
    // In another language an SDK may go by a name that we do not know.
    const readable =
      policy.script !== 'other' && !policyMaySayMore(policy) && !isTooShortForSilence(policy) && elsewhere === null;
    const spokenOf = new Set(isWholeListMissing(context) ? collectorsWithoutList(sdks) : []);
    const readings = readingsBySdk(facts, knowledge);
    for (const detected of sdks) {
      const { sdk } = detected;
      if (!isCollector(detected) || spokenOf.has(detected)) continue;
      const disclosure = disclosureOf(sdk);
      if (disclosure === 'policy') continue;
      const carrier = sdks.find(({ sdk: other }) => other.id === detected.within)?.sdk;
      const isUnnamed = disclosure === 'silent' || disclosure === 'operator';
      const isCarried = isUnnamed && carrier !== undefined && disclosureOf(carrier) === 'policy';
      const read = readings.get(sdk.id) ?? [];
      const proven = sdk.confidence === 'high' && isProven(detected);
      yield {
        ...WEIGHTS[
          isCarried
            ? isOneOperator(carrier, sdk)
              ? 'part'
              : 'carried'
            : disclosure === 'silent' && proven && readable
              ? 'proven'
              : disclosure
        ],
        subject: sdk.id,
        data: {
          sdk: sdk.name,
          operator: sdk.operator ?? { zh: '未知', en: 'unknown' },
          where: whereFound(detected),
          reads: readsText(read, knowledge),
          carrier: carrier?.name,
        },
        evidence: [
          ...sdkEvidence(detected, facts),
          ...startEvidence(detected),
          ...read.slice(0, READINGS).flatMap(({ uses }) => callEvidence(uses[0]!, facts, knowledge, 1)),
          ...(disclosure === 'denied'
            ? policyEvidence(
                policy,
                policy.sdkMentions.filter((mention) => mention.sdk === sdk.id),
              )
            : [
                ...policyEvidence(policy, elsewhere === null ? [] : [elsewhere]),
                policyAbsence(policy, searchedFor(sdk, policy)),
              ]),
        ],
      };
    }
  },
});

/** Kinds of information that are shown of what an SDK's code reads. */
const READINGS = 3;

/** What is said of each way in which an SDK is not disclosed, and how much it weighs. */
const WEIGHTS = {
  proven: { message: 'silent', severity: 'reject' },
  silent: { message: 'unsure', severity: 'review' },
  carried: { message: 'carried', severity: 'review' },
  /** The recipient is named, and its notice on the whole covers the part. */
  part: { message: 'carried', severity: 'warn' },
  denied: { message: 'denied', severity: 'review' },
  operator: { message: 'operatorOnly', severity: 'review' },
  listing: { message: 'listingOnly', severity: 'warn' },
} as const;

function isOneOperator({ operator: a }: SdkEntry, { operator: b }: SdkEntry): boolean {
  return a !== null && b !== null && (a.zh === b.zh || a.en === b.en);
}

function readsText(read: readonly SdkReading[], knowledge: Knowledge): Bilingual {
  if (read.length === 0) return { zh: '', en: '' };
  const { zh, en } = typeNames(
    read.map(({ type }) => type),
    knowledge,
  );
  return { zh: `，其代码中有读取${zh}的调用`, en: `, and its code has calls that read ${en}` };
}

function searchedFor({ name, aliases }: SdkEntry, policy: PolicyFacts): string {
  return [...new Set([...(isListRead(policy) ? [] : ['第三方SDK清单']), name.zh, ...aliases])].join('、');
}

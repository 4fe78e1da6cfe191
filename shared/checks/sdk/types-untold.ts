import type { Evidence } from '../../domain/evidence.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Knowledge, SdkEntry } from '../../knowledge/types.ts';
import { callEvidence } from '../callers.ts';
import { policyAbsence, policyEvidence, policyMaySayMore } from '../disclosure.ts';
import { mayRun } from '../reachability.ts';
import { typesInWords } from '../row-types.ts';
import { rule } from '../rule.ts';
import { isFound } from '../sdk-presence.ts';
import { isTellingType, readingsBySdk, type SdkReading, typeNames } from '../sdk-reads.ts';
import { readRows } from '../sdk-rows.ts';
import { typeDisclosure } from '../type-disclosure.ts';

/** From here on the reader is sure which cell is whose. */
const SURE = 0.8;
/** What a vendor says of one version and one way of use is not what every app has: so many types at least are more than a detail. */
const SEVERAL = 2;
const SHOWN = 3;

export default rule({
  id: 'sdk/types-untold',
  clauses: ['sz2025-2', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: 'SDK收集的信息没有写全', en: 'What an SDK collects is not told in full' },
  explanation: {
    zh: '对安装包中确有、政策已经列出的第三方SDK，把清单该项写的信息与SDK代码中读取信息的调用、提供者公开说明的收集范围比对。第三方代码收集的信息也应当逐一列明（《App违法违规收集使用个人信息行为认定方法》第二类第1项，执法认定依据；《网络数据安全管理条例》第二十一条，行政法规）。代码中有调用、而该项没有写到的才提出：系统入口能够到达、读取不可重置标识、敏感信息或者应用列表的交人工复核，其余只作提示；只有提供者公开说明的，因版本和配置而异，两项以上全文都没有写到的作提示。“设备信息”“位置信息”等概括写法算写到同类信息；政策全文都没有写到的类型由行为和权限的规则判断，这里不重复。代码存在不等于执行，也可能被开关关闭。',
    en: 'For third-party SDKs that are in the package and listed in the policy, compares what the entry says with the calls in the SDK’s own code and with what its vendor publicly says that it collects. What third-party code collects must be listed item by item too (section 2(1) of the 2019 identification methods, applied in enforcement; article 21 of the Regulation on Network Data Security, a regulation). Calls that the entry does not cover are told: those that entry points reach and that read identifiers which cannot be reset, sensitive information or the list of apps go to a person, others are a warning; what only the vendor says depends on version and configuration and is a warning where two kinds or more are nowhere in the policy. General words such as device or location information cover their kind; types of which the whole policy has no word are left to the rules on behaviour and permissions. Code that exists need not run, and may be switched off.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: 'SDK代码读取应用列表，清单该项只写了网络类型。',
          en: 'The code of the SDK reads the list of apps; its entry tells of the type of network only.',
        },
        code: 'SDK名称：某某统计SDK；收集的个人信息：网络类型',
      },
    ],
    good: [
      {
        text: { zh: '逐项写明SDK收集的信息。', en: 'The entry tells every kind of information.' },
        code: 'SDK名称：某某统计SDK；收集的个人信息：设备标识符（IMEI、Android ID）、应用安装列表、网络类型',
      },
    ],
  },
  messages: {
    read: {
      zh: '{sdk}的代码中有读取{types}的调用，隐私政策清单的该项没有写到；第三方代码收集的信息也应当逐一列明（《App违法违规收集使用个人信息行为认定方法》第二类第1项），请核对是否收集并补充',
      en: 'The code of {sdk} has calls that read {types}, which its entry in the policy’s list does not tell; what third-party code collects must be listed item by item (section 2(1) of the 2019 identification methods): find out whether it is collected, and complete the entry',
    },
    stated: {
      zh: '{sdk}的提供者公开说明会收集{types}，隐私政策没有写到；请按所用版本和功能核对并补充（《网络数据安全管理条例》第二十一条）',
      en: 'The vendor of {sdk} publicly says that it collects {types}, of which the policy has no word: check by the version and functions in use, and complete the policy (article 21 of the Regulation on Network Data Security)',
    },
  },
  remedy: {
    zh: '按SDK提供者的隐私政策和实际配置，在清单该项写全收集的信息种类；不需要的，用SDK的开关关闭采集',
    en: 'Complete the entry by the vendor’s policy and the configuration in use; switch off by the SDK’s own means what is not needed',
  },
  applies: ({ sdks, policy }) => sdks.some(isFound) && (policy.sdkRows.length > 0 || policy.sdkMentions.length > 0),
  *evaluate({ package: facts, policy, sdks, knowledge }) {
    const readings = readingsBySdk(facts, knowledge);
    const mentioned = new Set(policy.sdkMentions.filter(({ confidence }) => confidence >= SURE).map(({ sdk }) => sdk));
    for (const detected of sdks) {
      const { sdk } = detected;
      if (!isFound(detected) || detected.stub) continue;
      const rows = readRows(policy, knowledge).filter(({ named, row }) => named.includes(sdk) && row.confidence >= SURE);
      if (rows.length === 0 && !mentioned.has(sdk.id)) continue;
      const told = typesInWords(rows.map(({ row }) => `${row.types} ${row.purpose} ${row.way ?? ''}`).join(' '), knowledge);
      // An entry without any information is what privacy-policy/sdk-list-incomplete tells.
      const entries = rows.filter(({ row }) => row.types !== '');
      if (rows.length > 0 && entries.length === 0) continue;
      const missing = (entries.length === 0 ? [] : (readings.get(sdk.id) ?? [])).filter(
        ({ type }) => !told.tells(type) && typeDisclosure(policy, type).state === 'told',
      );
      const evidence = policyEvidence(
        policy,
        entries.map(({ row }) => row),
        1,
      );
      if (missing.length > 0) {
        yield {
          message: 'read',
          subject: sdk.id,
          severity: missing.some((reading) => isTelling(reading, knowledge)) ? 'review' : 'warn',
          data: {
            sdk: sdk.name,
            types: typeNames(
              missing.map(({ type }) => type),
              knowledge,
            ),
          },
          evidence: [...missing.slice(0, SHOWN).flatMap(({ uses }) => callEvidence(uses[0]!, facts, knowledge, 1)), ...evidence],
        };
        continue;
      }
      const stated = untold(sdk, policy).filter((type) => !told.tells(type) && knowledge.piTypes.has(type));
      if (stated.length < SEVERAL || policyMaySayMore(policy)) continue;
      yield {
        message: 'stated',
        subject: sdk.id,
        severity: 'warn',
        data: { sdk: sdk.name, types: typeNames(stated, knowledge) },
        evidence: [...evidence, vendorEvidence(sdk, policy, typeNames(stated, knowledge).zh)],
      };
    }
  },
});

/** Whether calls that entry points reach read what cannot be reset, is sensitive by law, or tells all apps. */
function isTelling({ type, uses }: SdkReading, { piTypes }: Knowledge): boolean {
  const entry = piTypes.get(type);
  const telling = entry?.nonResettable === true || entry?.sensitive === 'yes' || type === 'device.installed_apps';
  return telling && uses.some((use) => mayRun(use) && use.callers.some(isReached));
}

function isReached({ paths }: SdkReading['uses'][number]['callers'][number]): boolean {
  return paths !== undefined && paths.length > 0;
}

/** Types that the vendor says of an SDK and of which the whole policy has no word. */
function untold({ piTypes }: SdkEntry, policy: PolicyFacts): string[] {
  return piTypes.filter((type) => isTellingType(type) && typeDisclosure(policy, type).state === 'silent');
}

function vendorEvidence({ privacyUrl }: SdkEntry, policy: PolicyFacts, searched: string): Evidence {
  return privacyUrl === null
    ? policyAbsence(policy, searched)
    : { type: 'network', url: privacyUrl, detail: '提供者的隐私政策 / the vendor’s own policy' };
}

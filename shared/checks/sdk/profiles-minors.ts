import type { Evidence } from '../../domain/evidence.ts';
import type { DetectedSdk } from '../../knowledge/sdks/detection/detected.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { callEvidence } from '../callers.ts';
import { rule } from '../rule.ts';
import { sdkEvidence, whereFound } from '../sdk-evidence.ts';
import { isCollector } from '../sdk-presence.ts';
import { readingsBySdk, type SdkReading, typeNames } from '../sdk-reads.ts';

/** Kinds of information that are shown of what an SDK's code reads. */
const SHOWN = 2;

export default rule({
  id: 'sdk/profiles-minors',
  clauses: ['sz2025-3', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '6, 28, 31', verified: true },
    { instrument: 'sz-data-regulation', article: '30', verified: true },
    { instrument: 'minors-online-regulation', article: '24', verified: false },
    { instrument: 'children-pi-provisions', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '面向未成年人的应用含有画像或收集标识的SDK', en: 'SDK that profiles or identifies in an app for minors' },
  explanation: {
    zh: '上架信息声明面向儿童或青少年的应用，查看其中会收集个人信息的第三方SDK。不满十四周岁未成年人的个人信息是敏感信息，处理须有充分的必要性并取得监护人同意（《个人信息保护法》第二十八条、第三十一条，法律）；深圳条例不允许为推荐而对其画像（第三十条）；未成年人网络保护和儿童个人信息的规定另有要求（须核对）。提供者说明会形成用户画像的交人工复核，青少年应用从轻；代码中有读取不可重置标识、精确位置、应用列表、通讯录等调用的，提示核对是否必需。广告SDK由“面向未成年人的应用含有广告SDK”判断，不重复。SDK可以配置为不画像、不收集，静态看不到配置是否生效。',
    en: 'In apps that are listed for children or teenagers, looks at third-party SDKs that collect. Information on those under fourteen is sensitive and may be handled only where it is really needed and the guardian consents (articles 28 and 31 of the Personal Information Protection Law, a law); the Shenzhen regulation forbids profiling them for recommendation (article 30); the rules on minors online and on children’s information add to it (verify). SDKs whose vendors say that they build profiles go to a person, less so for teenagers; calls in their code that read identifiers that cannot be reset, the precise location, the list of apps or contacts are told, so that their need is looked into. Advertising SDKs are judged by behaviour/children-advertising. An SDK can be set neither to profile nor to collect, which cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '儿童故事应用接入形成用户画像的统计SDK。',
          en: 'A storybook for children has an analytics SDK that builds profiles.',
        },
      },
    ],
    good: [
      {
        text: {
          zh: '只用汇总统计，不采集设备标识，并写入儿童个人信息保护规则。',
          en: 'Only totals are counted, without identifiers, as the rules for children say.',
        },
      },
    ],
  },
  messages: {
    profiling: {
      zh: '上架信息声明面向{audience}，安装包含有{sdk}（{where}），其提供者说明会形成用户画像；不满十四周岁未成年人的信息属于敏感个人信息（《个人信息保护法》第二十八条、第三十一条），不得为推荐而对其画像（《深圳经济特区数据条例》第三十条），请复核',
      en: 'The listing says that the app is for {audience}; the package has {sdk} ({where}), whose vendor says that it builds profiles of users. Information on those under fourteen is sensitive (articles 28 and 31 of the Personal Information Protection Law), and they may not be profiled for recommendation (article 30 of the Data Regulation of the Shenzhen Special Economic Zone): to be reviewed',
    },
    identifying: {
      zh: '上架信息声明面向{audience}，安装包中的{sdk}（{where}）有读取{types}的调用；处理不满十四周岁未成年人的信息应当具有充分的必要性（《个人信息保护法》第二十八条），请确认确需收集或者关闭采集',
      en: 'The listing says that the app is for {audience}; {sdk} in the package ({where}) has calls that read {types}. Information on those under fourteen may be handled only where it is really needed (article 28 of the Personal Information Protection Law): make sure that it is, or switch it off',
    },
  },
  remedy: {
    zh: '面向未成年人的应用移除形成画像的SDK，或关闭画像和标识采集并提交配置说明；确需的，写入儿童个人信息保护规则并取得监护人同意',
    en: 'Remove SDKs that build profiles from apps for minors, or switch profiling and the collection of identifiers off and explain the settings; what is needed belongs in the rules for children, with the guardian’s consent',
  },
  applies: ({ listing }) => listing.app.audience === 'children' || listing.app.audience === 'teenagers',
  *evaluate({ package: facts, listing, sdks, knowledge }) {
    const children = listing.app.audience === 'children';
    const audience = children ? { zh: '儿童', en: 'children' } : { zh: '青少年', en: 'teenagers' };
    const said: Evidence = { type: 'listing', field: 'app.audience', value: listing.app.audience };
    const readings = readingsBySdk(facts, knowledge);
    for (const detected of sdks) {
      const { sdk } = detected;
      if (!isCollector(detected) || detected.stub || sdk.category === 'advertising') continue;
      const read = (readings.get(sdk.id) ?? []).filter((reading) => isTelling(reading, knowledge));
      if (!sdk.profiling && read.length === 0) continue;
      yield {
        message: sdk.profiling ? 'profiling' : 'identifying',
        subject: sdk.id,
        severity: severityOf(detected, children),
        data: { audience, sdk: sdk.name, where: whereFound(detected), types: typeNames(namesOf(read), knowledge) },
        evidence: [
          said,
          ...sdkEvidence(detected, facts, 3),
          ...read.slice(0, SHOWN).flatMap(({ uses }) => callEvidence(uses[0]!, facts, knowledge, 1)),
        ],
      };
    }
  },
});

function severityOf({ sdk, confidence }: DetectedSdk, children: boolean): 'review' | 'warn' {
  return sdk.profiling && children && confidence === 'high' && sdk.confidence !== 'low' ? 'review' : 'warn';
}

function namesOf(read: readonly SdkReading[]): string[] {
  return read.map(({ type }) => type);
}

function isTelling({ type }: SdkReading, { piTypes }: Knowledge): boolean {
  const entry = piTypes.get(type);
  return entry?.nonResettable === true || entry?.sensitive === 'yes' || type === 'device.installed_apps' || type === 'contacts';
}

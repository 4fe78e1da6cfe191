import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { DetectedSdk } from '../../knowledge/sdks/detection/detected.ts';
import type { SdkEntry } from '../../knowledge/types.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';
import { isCollector, isFound } from '../sdk-presence.ts';

/** A content provider is created before `Application.onCreate`, so before any consent dialogue can be shown. */
export default rule({
  id: 'sdk/pre-consent-component',
  clauses: ['sz2025-4', 'pledge2021-9'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '三.1', verified: true },
    { instrument: 'pipl', article: '14, 17', verified: true },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '第三方SDK可能在用户同意前自动启动', en: 'Third-party SDK may start before the user consents' },
  explanation: {
    zh: '查看安卓清单中由第三方SDK声明、系统会自动创建的内容提供者（ContentProvider）。系统在应用自己的代码运行之前创建它，早于任何隐私弹窗；征得同意之前就开始收集是执法认定的情形（《App违法违规收集使用个人信息行为认定方法》第三类第1项，执法认定依据；《个人信息保护法》第十四条、第十七条，法律；信管函〔2020〕164号，须核对）。只看已知会自动初始化的组件，停用的（android:enabled="false"）、被合并规则移除的、按SDK自己的开关关闭了自动采集的，不提示。组件存在不等于已经收集：SDK（或者带入它的SDK）公开说明会收集的交人工复核，其余只作提示，是否在同意前联网要靠动态检测。其他平台没有这种机制，不适用。',
    en: 'Looks in the Android manifest for content providers of third-party SDKs, which the system creates before the code of the app runs and so before any dialogue. Collecting before consent is listed in enforcement (section 3(1) of the 2019 identification methods; articles 14 and 17 of the Personal Information Protection Law, a law; MIIT notice 164 of 2020, verify). Only components known to initialise by themselves are looked at; disabled ones (android:enabled="false"), those removed when manifests are merged, and SDKs whose own switch turns automatic collection off are not reported. That the component is there does not prove that anything is collected: where the vendor says that the SDK, or the one that brings it along, collects, a person looks, otherwise it is a warning; whether it reaches the network before consent takes a test of the running app. Other platforms have no such mechanism.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: 'SDK的自启动组件随清单合并进来。',
          en: 'A component that starts by itself came in when manifests were merged.',
        },
        kind: 'manifest',
        code: '<provider\n    android:name="com.google.firebase.provider.FirebaseInitProvider"\n    android:authorities="com.example.app.firebaseinitprovider" />',
      },
    ],
    good: [
      {
        text: {
          zh: '移除自启动组件，在用户同意之后再初始化。',
          en: 'The component is removed, and the SDK initialised after consent.',
        },
        kind: 'manifest',
        code: '<provider\n    android:name="com.google.firebase.provider.FirebaseInitProvider"\n    android:authorities="com.example.app.firebaseinitprovider"\n    tools:node="remove" />',
      },
    ],
  },
  messages: {
    collecting: {
      zh: '清单文件声明了{sdk}的自启动组件 {component}：系统在应用代码运行之前创建它，早于隐私政策弹窗；该SDK公开说明会收集个人信息，请核实其在用户同意前是否收集（《App违法违规收集使用个人信息行为认定方法》第三类第1项）',
      en: 'The manifest declares {component} of {sdk}: the system creates it before the code of the app runs, so before any consent dialogue. The SDK publicly states that it collects personal information: verify whether it does so before consent (section 3(1) of the 2019 identification methods)',
    },
    starting: {
      zh: '清单文件声明了{sdk}的自启动组件 {component}，系统在应用代码运行之前创建它，早于隐私政策弹窗；请确认其在用户同意前不收集个人信息（《App违法违规收集使用个人信息行为认定方法》第三类第1项）',
      en: 'The manifest declares {component} of {sdk}; the system creates it before the code of the app runs, so before any consent dialogue. Make sure that it collects nothing before consent (section 3(1) of the 2019 identification methods)',
    },
  },
  remedy: {
    zh: '用 tools:node="remove" 移除该自启动组件（或按SDK文档关闭自动初始化），在用户同意隐私政策之后再手动初始化；升级到提供合规初始化接口的SDK版本',
    en: 'Remove the component with tools:node="remove" (or switch automatic initialisation off as the SDK documents) and initialise by hand after the user has consented; use an SDK version with a consent-aware initialisation',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, sdks }) {
    for (const detected of sdks) {
      const { sdk, components } = detected;
      if (sdk.collects === 'no' || !isFound(detected) || isSwitchedOff(sdk, facts)) continue;
      const started = components.filter(
        ({ name, kind, enabled }) => kind === 'provider' && enabled && sdk.autoStart.includes(name),
      );
      // The core of a vendor's SDKs collects for those that bring it along.
      const collector = sdk.collects === 'yes' ? sdk : bringerOf(sdk, sdks);
      for (const { name, place } of started) {
        yield {
          message: collector === null ? 'starting' : 'collecting',
          subject: `${sdk.id} ${name}`,
          data: { sdk: collector === null || collector === sdk ? sdk.name : withPart(collector, sdk), component: name },
          severity: collector === null ? 'warn' : 'review',
          evidence: [{ type: 'manifest', element: place, attribute: 'android:name', value: name }],
        };
      }
    }
  },
});

/** The first SDK in the package that brings another along and collects, as its vendor says. */
function bringerOf({ id }: SdkEntry, sdks: readonly DetectedSdk[]): SdkEntry | null {
  return sdks.find((other) => other.sdk.brings.includes(id) && isCollector(other) && other.level !== 'declared')?.sdk ?? null;
}

function withPart({ name }: SdkEntry, part: SdkEntry): Bilingual {
  return { zh: `${name.zh}（含${part.name.zh}）`, en: `${name.en} (with ${part.name.en})` };
}

/** The manifest says, by the SDK's own switch, that the automatic start is not to collect. */
function isSwitchedOff({ autoStartSwitch }: SdkEntry, { application }: PackageFacts): boolean {
  return (
    autoStartSwitch !== null && application.metaData.some(({ name, value }) => name === autoStartSwitch && value === 'false')
  );
}

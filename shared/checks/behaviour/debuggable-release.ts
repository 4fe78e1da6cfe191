import type { Evidence } from '../../domain/evidence.ts';
import { canHoldInformation } from '../information-handled.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'behaviour/debuggable-release',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '提交的是调试或测试版本', en: 'A debug or test build was submitted' },
  explanation: {
    zh: '可调试的应用，接触到设备的人用调试工具就能读取其私有数据。本规则查看安卓清单的 debuggable 和 testOnly、鸿蒙应用声明的 debug 和签名 Profile 的类型。既没有敏感权限也不联网的安卓应用没有多少可泄露的信息，只作提示。仅凭这些标记不能说明信息已经泄露，多数是误传了调试版本，重新提交正式版本即可。',
    en: 'The private data of an app that can be debugged can be read by whoever holds the device. This rule looks at debuggable and testOnly of Android’s manifest and, on HarmonyOS, at debug in the declaration and at the type of the signing profile. An Android app without sensitive permissions and network access has little to leak and gets a warning. The marks do not show that anything leaked; mostly the debug build was sent by mistake, and submitting the release settles it.',
  },
  examples: {
    bad: [
      {
        text: { zh: '发布版本可调试', en: 'A release that can be debugged' },
        code: '<application android:debuggable="true">',
      },
    ],
    good: [
      {
        text: { zh: '发布版本不写该属性', en: 'The attribute is left out' },
        code: '<application android:label="@string/app_name">',
      },
    ],
  },
  messages: {
    debuggable: {
      zh: '清单中 android:debuggable="true"，能接触到设备的人用调试工具即可读取应用的私有数据；处理者应当采取措施防止个人信息泄露（《个人信息保护法》第五十一条），请确认是否误传了调试版本',
      en: 'The manifest says android:debuggable="true": whoever holds the device can read the app’s private data with a debugger. Handlers must take measures against leaks (article 51 of the Personal Information Protection Law); was a debug build submitted by mistake?',
    },
    testOnly: {
      zh: '清单中 android:testOnly="true"，这是测试版本，用户不能以普通方式安装，其安全设置也未必与正式版本相同（《个人信息保护法》第五十一条）；请提交正式版本',
      en: 'The manifest says android:testOnly="true": a test build that users cannot install by ordinary means and whose security settings need not be the release’s (article 51 of the Personal Information Protection Law); submit the release',
    },
    harmonyDebug: {
      zh: '应用声明为调试版本（debug 为 true），调试工具可以接触其私有数据；处理者应当采取措施防止个人信息泄露（《个人信息保护法》第五十一条），请提交正式版本',
      en: 'The app declares itself a debug build (debug is true), whose private data debuggers can reach; handlers must take measures against leaks (article 51 of the Personal Information Protection Law): submit the release',
    },
    debugProfile: {
      zh: '签名 Profile 的类型为 debug，只能安装到登记的调试设备，不能正式分发（《个人信息保护法》第五十一条要求采取安全措施）；请使用发布 Profile 签名',
      en: 'The signing profile is of type debug: it installs on registered devices only and is not for distribution (article 51 of the Personal Information Protection Law wants security measures); sign with a release profile',
    },
  },
  remedy: {
    zh: '提交正式发布版本：删除 debuggable、testOnly 等标记或设为 false，并使用发布证书（鸿蒙为发布 Profile）签名',
    en: 'Submit the release build: remove debuggable and testOnly or set them to false, and sign with the release certificate (and, on HarmonyOS, the release profile)',
  },
  applies: ({ package: facts }) => isAndroid(facts) || facts.platform === 'harmony',
  *evaluate({ package: facts, knowledge }) {
    const { application, harmony, signing } = facts;
    if (facts.platform === 'harmony') {
      if (harmony?.debug === true) {
        const evidence: Evidence = { type: 'manifest', element: '/app', attribute: 'debug', value: 'true' };
        yield { message: 'harmonyDebug', subject: 'application', evidence: [evidence] };
      }
      if (signing.profile?.type === 'debug') {
        const certificate = signing.signers[0]?.certificates[0]?.sha256 ?? '';
        yield {
          message: 'debugProfile',
          subject: 'profile',
          evidence: [{ type: 'signature', certificate, detail: 'profile: debug' }],
        };
      }
      return;
    }
    // An app that can neither ask for personal information nor exchange any has little that could leak.
    const severity = canHoldInformation(facts, knowledge) ? 'review' : 'warn';
    const mark = (attribute: string): Evidence[] => [
      { type: 'manifest', element: '/manifest/application', attribute, value: 'true' },
    ];
    if (application.debuggable) {
      yield { message: 'debuggable', subject: 'application', severity, evidence: mark('android:debuggable') };
    }
    if (application.testOnly === true) {
      yield { message: 'testOnly', subject: 'testOnly', severity, evidence: mark('android:testOnly') };
    }
  },
});

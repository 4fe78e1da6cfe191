import { readAtStart } from '../before-consent.ts';
import { arrivalEvidence } from '../callers.ts';
import { isAndroid } from '../platform.ts';
import { ENTRY_NAMES } from '../reachability.ts';
import { rule } from '../rule.ts';
import { startEvidence } from '../sdk-evidence.ts';
import { isCollector } from '../sdk-presence.ts';
import { areCallsKnown, isAtStart, kindOfStart, switchesOf, toldAtStart } from '../sdk-starts.ts';

/** Static facts show that an SDK can be started before consent, never that it is: this rule never rejects. */
export default rule({
  id: 'sdk/started-before-consent',
  clauses: ['sz2025-4', 'pledge2021-9'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '三.1', verified: true },
    { instrument: 'pipl', article: '14, 17', verified: true },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '用户同意前即初始化第三方SDK', en: 'Third-party SDK is initialised before the user consents' },
  explanation: {
    zh: '检查公开说明会收集个人信息的第三方SDK从哪里初始化。从 Application 等早于任何界面的入口不经任何判断就走到初始化调用，而且没有使用提供者为此设的合规接口（如预初始化、告知已同意）的，首次启动时用户不可能已经同意（《App违法违规收集使用个人信息行为认定方法》第三类第1项，执法认定依据；《个人信息保护法》第十四条，法律）。途中有名称含同意、隐私之意的判断的，由用户操作触发的，以及调用图看不出路径的，都不提；提供者要求先告知用户已同意、全部代码中却没有调用该接口的，交人工复核；一启动就告知“已同意”的，或者只看到进入SDK代码而看不出是初始化的，只作提示。由系统自动创建的组件启动的，由“第三方SDK可能在用户同意前自动启动”判断；已经指出其代码在同意前读取信息的，不重复。静态检测只能证明这样的路径存在，运行时是否执行、SDK内部是否等待，需要运行核实。',
    en: 'Looks from where third-party SDKs that publicly say they collect are initialised. Where Application or another entry point that runs before any page leads to the call without any test, and the vendor’s own means for it (initialising in two steps, telling that the user agreed) is not used, nobody can have agreed on the first start (section 3(1) of the 2019 identification methods, applied in enforcement; article 14 of the Personal Information Protection Law, a law). Ways past a test named after consent or privacy, ways that the user sets off and ways that the call graph does not show are left out. Where the vendor wants to be told of consent first and no code calls that method, a person looks; telling “agreed” as soon as the app starts, or entering the SDK’s code in a way that need not start it, is a warning. What starts by a component that the system creates is judged by sdk/pre-consent-component; where its code was already found to read information before consent, nothing is said twice. Static analysis shows that such a way exists, not that it is taken or that the SDK does not wait inside: verify by running the app.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: 'Application.onCreate 直接初始化推送SDK。',
          en: 'Application.onCreate initialises a push SDK at once.',
        },
        kind: 'code',
        code: 'override fun onCreate() {\n  super.onCreate()\n  PushSdk.init(this)\n}',
      },
    ],
    good: [
      {
        text: {
          zh: '启动时只预初始化，用户同意之后才初始化。',
          en: 'Only prepared at the start, initialised once the user has agreed.',
        },
        kind: 'code',
        code: 'override fun onCreate() {\n  super.onCreate()\n  PushSdk.preInit(this)\n  if (prefs.getBoolean("privacy_agreed", false)) PushSdk.init(this)\n}',
      },
    ],
  },
  messages: {
    started: {
      zh: '从{entry}（{class}）经 {steps} 步即可到达{sdk}的初始化调用 {call}，早于任何界面，途中没有看到对用户同意的判断；该SDK公开说明会收集个人信息，征得同意前开始收集属于《App违法违规收集使用个人信息行为认定方法》第三类第1项所列情形，请运行核实',
      en: 'The call {call}, which initialises {sdk}, is {steps} steps from {entry} ({class}), which runs before any page, and no test of consent was seen on the way. The SDK publicly states that it collects; collecting before consent is what section 3(1) of the 2019 identification methods describes: verify by running the app',
    },
    switchless: {
      zh: '{sdk}从{entry}（{class}）初始化（{call}），其提供者要求先通过 {tell} 告知用户已同意，全部代码中没有找到该调用；请确认用户同意前不初始化（《App违法违规收集使用个人信息行为认定方法》第三类第1项）',
      en: '{sdk} is initialised from {entry} ({class}, {call}); its vendor wants to be told by {tell} that the user has agreed, and no code was found to call it: make sure that it is not initialised before consent (section 3(1) of the 2019 identification methods)',
    },
    agreed: {
      zh: '应用一启动、早于任何界面，就调用{sdk}的同意接口 {tell}，途中没有看到对用户同意的判断；如果传入的是“已同意”，等于没有征求同意，请核对（《App违法违规收集使用个人信息行为认定方法》第三类第1项）',
      en: 'As soon as the app starts, before any page, {tell} of {sdk} is called, past no test of consent; if it is told “agreed”, nobody was asked: check what it is told (section 3(1) of the 2019 identification methods)',
    },
    entered: {
      zh: '从{entry}（{class}）即可进入{sdk}的代码（{call}），早于任何界面，途中没有看到对用户同意的判断；请确认用户同意前不收集个人信息（《App违法违规收集使用个人信息行为认定方法》第三类第1项）',
      en: '{entry} ({class}) leads into the code of {sdk} ({call}) before any page and past no test of consent; make sure that nothing is collected before consent (section 3(1) of the 2019 identification methods)',
    },
  },
  remedy: {
    zh: '把SDK初始化移到用户同意隐私政策之后；需要提前准备的，使用提供者的预初始化接口，并在用户同意后通过其合规接口告知；以后启动时先判断已保存的同意状态',
    en: 'Move the initialisation behind the consent to the policy; where something must be prepared earlier use the vendor’s means for it, and tell the SDK of consent once it is given; on later starts test the stored consent first',
  },
  parameters: {
    examinedSdks: {
      type: 'strings',
      default: [],
      description: {
        zh: '已由应用商店动态检测、确认在同意前不收集的SDK编号，只提示',
        en: 'Ids of SDKs that the store has run and found not to collect before consent: warned about only',
      },
    },
  },
  applies: ({ package: facts, sdks }) => isAndroid(facts) && sdks.some(isCollector),
  *evaluate({ package: facts, knowledge, sdks, parameters }) {
    const reading = new Set(
      readAtStart(facts, knowledge).flatMap(({ owner, weight, strength }) =>
        weight === 'high' && strength === 'unguarded' ? [owner.id] : [],
      ),
    );
    for (const detected of sdks) {
      const { sdk, start } = detected;
      if (!isCollector(detected) || detected.stub || reading.has(sdk.id)) continue;
      const told = toldAtStart(detected, facts);
      if (told !== null) {
        yield {
          message: 'agreed',
          subject: sdk.id,
          severity: 'warn',
          data: { sdk: sdk.name, tell: shortName(told.call.method) },
          evidence: [arrivalEvidence(told.call.use, told.arrival, facts, knowledge)],
        };
        continue;
      }
      // Without steps it is the SDK's own component, of which another rule speaks; who tells it of consent lets it wait.
      if (start === null || start.path.steps.length === 0 || switchesOf(detected, 'tell').length > 0) continue;
      const tell = sdk.consent?.tell[0];
      const kind = kindOfStart(detected, start);
      if (kind === null) continue;
      const isCall = kind === 'start';
      const switchless = tell !== undefined && isCall && isAtStart(start) && areCallsKnown(facts);
      if (start.consent !== 'before' && !switchless) continue;
      yield {
        message: switchless ? 'switchless' : isCall ? 'started' : 'entered',
        subject: sdk.id,
        severity: isCall && !parameters.examinedSdks.includes(sdk.id) ? 'review' : 'warn',
        data: {
          sdk: sdk.name,
          entry: ENTRY_NAMES[start.entry.kind],
          class: start.entry.class,
          steps: Math.max(0, start.path.steps.length - 1),
          call: shortName(start.target),
          tell: shortName(tell ?? ''),
        },
        evidence: startEvidence(detected),
      };
    }
  },
});

/** `UMConfigure.init` of `Lcom/umeng/commonsdk/UMConfigure;->init` or of `com.umeng.commonsdk.UMConfigure.init`. */
function shortName(method: string): string {
  return method.replace(/;->/, '.').split(/[./]/).slice(-2).join('.');
}

import type { Severity } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import { readAtStart, type StartCollection } from '../before-consent.ts';
import { arrivalEvidence, callNames } from '../callers.ts';
import { isAndroid } from '../platform.ts';
import { ENTRY_NAMES } from '../reachability.ts';
import { rule } from '../rule.ts';

/** Ways shown of one finding; the others differ in the class that calls. */
const SHOWN = 3;

/** Static facts show that a call can run before consent, never that it does: this rule never rejects. */
export default rule({
  id: 'behaviour/collection-before-consent',
  clauses: ['sz2025-4', 'sz2025-2', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '13, 14, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.1', verified: true },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '用户同意前即可读取个人信息', en: 'Personal information can be read before the user consents' },
  explanation: {
    zh: '检查从系统启动应用的入口（attachBaseContext、ContentProvider、Application.onCreate、启动页）能否走到读取个人信息的调用，途中有没有判断用户是否同意。前三个入口早于任何界面，首次启动时不可能已经取得同意；启动页自己可能就是征求同意的页面，所以只有不经点击、不经判断、很近的调用才请人复核。途中有名称含同意、隐私之意的判断的，不报；基础库的调用、没有声明所需权限的调用、设备型号和网络状态之类也不报。静态检测只能证明这样的路径存在：判断是否正确、运行时是否真的走到、SDK是否另有开关，需要运行应用核实；加固和动态加载的代码看不到。',
    en: 'The rule asks whether the entry points by which the system starts an app (attachBaseContext, content providers, Application.onCreate, the launcher page) lead to calls that read personal information, and whether a test of consent stands on the way. The first three run before any page, so on the first start nobody can have consented; the launcher page may itself be the one that asks, so only near calls without a tap and without a test are held for a person. Ways past a test named after consent or privacy are left out, and so are base libraries, calls whose permission is not declared, and things like the model or the state of the network. Static analysis shows that such a way exists, not that it is taken at run time, that a test is right, or that an SDK is switched off otherwise; packed code and code loaded later is not seen.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: 'Application.onCreate 直接初始化统计SDK，SDK随即读取 Android ID',
          en: 'Application.onCreate initialises an analytics SDK, which reads the Android ID at once',
        },
        code: 'class App : Application() {\n  override fun onCreate() {\n    super.onCreate()\n    Analytics.init(this)\n  }\n}',
      },
    ],
    good: [
      {
        text: {
          zh: '用户点击“同意”之后才初始化；以后启动时先读取已保存的同意状态',
          en: 'Initialised after the user has agreed; later starts read the stored consent first',
        },
        code: 'override fun onCreate() {\n  super.onCreate()\n  if (prefs.getBoolean("privacy_agreed", false)) Analytics.init(this)\n}',
      },
    ],
  },
  messages: {
    unguarded: {
      zh: '{who}读取{type}（{calls}）的调用，从{entry}（{class}）经 {steps} 步即可到达，早于任何界面，途中没有看到对用户同意的判断；征得同意前开始收集属于《App违法违规收集使用个人信息行为认定方法》第三类第1项所列情形。静态检测不能证实首次启动时实际执行，请运行核实',
      en: 'Calls by {who} that read {type} ({calls}) are {steps} steps from {entry} ({class}), which runs before any page, and no test of consent was seen on the way; collecting before consent is what section 3(1) of the 2019 identification methods describes. Static analysis cannot show that it really runs on the first start: verify by running the app',
    },
    uncertain: {
      zh: '{who}读取{type}（{calls}）的调用，可从{entry}（{class}）到达，途中{how}，不能确定是否在用户同意之后；请确认征得同意前不收集（《App违法违规收集使用个人信息行为认定方法》第三类第1项）',
      en: 'Calls by {who} that read {type} ({calls}) can be reached from {entry} ({class}), {how}, so that it is not certain that they follow consent; make sure that nothing is collected before consent (section 3(1) of the 2019 identification methods)',
    },
    launcher: {
      zh: '启动页 {class} 一打开，不需用户操作，经 {steps} 步即可到达{who}读取{type}（{calls}）的调用；启动页可能早于或者就是征求同意的页面，请确认用户同意之前不会执行（《App违法违规收集使用个人信息行为认定方法》第三类第1项）',
      en: 'Opening the launcher page {class} leads in {steps} steps, without anything done by the user, to calls by {who} that read {type} ({calls}); the page may come before the one that asks for consent, or be it: make sure that they do not run before consent (section 3(1) of the 2019 identification methods)',
    },
  },
  remedy: {
    zh: '把读取个人信息的代码和SDK初始化移到用户同意隐私政策之后（首次启动前用SDK的预初始化接口，或移除其自启动组件）；以后启动时先判断已保存的同意状态，再执行',
    en: 'Move code that reads personal information and the initialisation of SDKs behind the consent to the policy (use the pre-initialisation of the SDK, or remove its automatically started component); on later starts, test the stored consent first',
  },
  parameters: {
    launcherSteps: {
      type: 'integer',
      default: 4,
      minimum: 0,
      maximum: 20,
      description: {
        zh: '从启动页不经点击、不经判断，多少步之内到达的调用请人复核；更远的只提示，0 表示都只提示',
        en: 'Calls within so many steps from the launcher page, without a tap or a test, are held for a person; farther ones are warned about, 0 holds none',
      },
    },
    examinedSdks: {
      type: 'strings',
      default: [],
      description: {
        zh: '已由应用商店动态检测、确认在同意前不收集的SDK编号，只提示',
        en: 'Ids of SDKs that the store has run and found not to collect before consent: warned about only',
      },
    },
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, knowledge, parameters }) {
    for (const collection of readAtStart(facts, knowledge)) {
      const severity = severityOf(collection, parameters.launcherSteps, parameters.examinedSdks);
      if (severity === null) continue;
      const { type, owner, strength, calls } = collection;
      const [{ arrival }] = calls as [(typeof calls)[0]];
      yield {
        message: strength === 'launcher' || strength === 'launcher-tested' ? 'launcher' : strength,
        subject: `${type} ${owner.id}`,
        severity,
        data: {
          who: owner.name,
          type: knowledge.piTypes.get(type)?.name ?? type,
          calls: callNames(calls.map(({ use }) => use)),
          entry: ENTRY_NAMES[arrival.entry.kind],
          class: arrival.entry.class,
          steps: stepsOf(collection),
          how: howUncertain(collection),
        },
        evidence: calls.slice(0, SHOWN).map(({ use, arrival: way }) => arrivalEvidence(use, way, facts, knowledge)),
      };
    }
  },
});

/** Null where it is not worth a word. */
function severityOf(collection: StartCollection, launcherSteps: number, examined: readonly string[]): Severity | null {
  const { weight, strength, owner } = collection;
  if (strength === 'launcher-tested') return weight === 'high' && stepsOf(collection) < launcherSteps ? 'warn' : null;
  if (weight === 'medium') return strength === 'unguarded' ? 'warn' : null;
  if (strength === 'uncertain' || examined.includes(owner.id)) return 'warn';
  return strength === 'unguarded' || stepsOf(collection) < launcherSteps ? 'review' : 'warn';
}

function stepsOf({ calls }: StartCollection): number {
  return Math.max(0, calls[0]!.arrival.path.steps.length - 1);
}

/** Names of tests whether the user has granted a permission: before the first grant the call is not made. */
const PERMISSION_TEST = /permission|granted|authori[sz]ed/i;

function howUncertain({ calls }: StartCollection): Bilingual {
  const { guard } = calls[0]!.arrival.path;
  if (guard === null) return { zh: '经过系统回调或另行启动的组件', en: 'by way of a callback or of another component' };
  const { name } = guard;
  if (PERMISSION_TEST.test(name))
    return { zh: `先判断系统权限（${name}）`, en: `past a test of a permission of the system (${name})` };
  return { zh: `有条件判断 ${name}，其名称看不出含义`, en: `past a test of ${name}, whose name does not tell its meaning` };
}

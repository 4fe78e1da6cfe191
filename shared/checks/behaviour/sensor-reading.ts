import type { ApiUse } from '../../domain/facts/package.ts';
import { arrivalEvidence, callEvidence, callNames, namesOf, ownersOf } from '../callers.ts';
import { codeOwner } from '../ownership.ts';
import { isAndroid } from '../platform.ts';
import { AT_START, arrivals, ENTRY_NAMES, mayRun, runsByItself } from '../reachability.ts';
import { rule } from '../rule.ts';
import { disclosureEvidence, typeDisclosure } from '../type-disclosure.ts';

const TYPE = 'device.sensors';
const REGISTER = 'Landroid/hardware/SensorManager;->registerListener';

export default rule({
  id: 'behaviour/sensor-reading',
  clauses: ['sz2025-2', 'sz2025-7', 'sz2025-9'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'taf-078', article: '078.7', verified: true },
    { instrument: 'miit-26-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: {
    zh: '广告或启动过程读取传感器而政策没有写明',
    en: 'Advertising or the start of the app reads sensors, and the policy does not say so',
  },
  explanation: {
    zh: '检查广告SDK有没有注册传感器监听，应用一启动是否就注册，隐私政策有没有写到传感器。广告用加速度、陀螺仪识别“摇一摇”“扭一扭”来跳转，容易误触，团体标准 T/TAF 078.7 对灵敏度有要求；传感器数据本身也应告知。用户进入计步、导航、游戏等功能后才注册的不报。监听哪种传感器、灵敏度多少，静态检测多半看不到，须运行核实。',
    en: 'The rule asks whether an advertising SDK listens to sensors, whether starting the app does, and whether the policy speaks of sensors. Advertisements use accelerometer and gyroscope for "shake" and "twist" jumps, which are easily set off by accident: the association standard T/TAF 078.7 sets limits of sensitivity, and sensor data must be told of as well. Listening that begins with a function (steps, navigation, a game) is left out. Which sensor and how sensitive is mostly not visible statically and wants a run.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '开屏广告SDK注册加速度传感器，政策没有写到传感器',
          en: 'A splash-screen advertising SDK listens to the accelerometer, and the policy does not mention sensors',
        },
      },
    ],
    good: [
      {
        text: {
          zh: '政策写明广告SDK收集传感器信息用于“摇一摇”，并提供关闭方式',
          en: 'The policy says that the advertising SDK reads sensors for "shake" and how to switch it off',
        },
      },
    ],
  },
  messages: {
    advertising: {
      zh: '广告SDK{who}注册了传感器监听（{calls}），可能用于“摇一摇”等跳转，隐私政策没有写到传感器；请补充告知（《个人信息保护法》第十七条），并运行核实跳转灵敏度是否符合 T/TAF 078.7 的要求',
      en: 'The advertising SDK {who} listens to sensors ({calls}), perhaps for "shake" jumps, and the policy does not mention sensors; tell of it (article 17 of the Personal Information Protection Law) and run the app to see whether the sensitivity is within T/TAF 078.7',
    },
    start: {
      zh: '{who}在应用启动过程中注册传感器监听（由{entry} {class} 到达），隐私政策没有写到传感器；请确认是否必要并补充告知（《个人信息保护法》第六条、第十七条）',
      en: 'While the app starts (from {entry} {class}), sensors are listened to by {who}, and the policy does not mention sensors; find out whether it is necessary, and tell of it (articles 6 and 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在用到的功能里才注册、离开时注销；关闭广告SDK的“摇一摇”或调低灵敏度；在隐私政策中写明读取哪些传感器、由谁读取、用来做什么',
    en: 'Register in the function that needs it and unregister after; switch "shake" of advertising off or make it less sensitive; state in the policy which sensors are read, by whom and for what',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, policy, knowledge }) {
    const uses = facts.code.apiUses.filter(({ target }) => target === REGISTER);
    if (uses.length === 0) return;
    const disclosure = typeDisclosure(policy, TYPE);
    if (disclosure.state === 'told') return;
    const said = disclosureEvidence(policy, disclosure, '传感器、加速度、陀螺仪、摇一摇');
    const advertising = new Set<string>();
    for (const owner of ownersOf(uses.filter(mayRun), facts, knowledge)) {
      if (owner.sdk?.category !== 'advertising') continue;
      advertising.add(owner.id);
      const own = uses.map((use) => ownCalls(use, (name) => codeOwner(name, facts, knowledge).id === owner.id));
      yield {
        message: 'advertising',
        subject: owner.id,
        severity: disclosure.state === 'hinted' ? 'warn' : 'review',
        data: { who: owner.name, calls: callNames(own) },
        evidence: [...own.flatMap((use) => callEvidence(use, facts, knowledge)), ...said],
      };
    }
    if (disclosure.state === 'hinted') return;
    for (const use of uses) {
      const ways = arrivals(use, facts.code, AT_START).filter(({ path, site }) => {
        const { kind, id, sdk } = codeOwner(site.class, facts, knowledge);
        // Game engines and the like listen for the game, not for themselves.
        return runsByItself(path) && kind !== 'library' && sdk?.category !== 'framework' && !advertising.has(id);
      });
      const [first] = ways;
      if (first === undefined) continue;
      yield {
        message: 'start',
        subject: 'start',
        severity: 'warn',
        data: {
          who: namesOf(ownersOf([{ ...use, callers: ways.map(({ site }) => site) }], facts, knowledge)),
          entry: ENTRY_NAMES[first.entry.kind],
          class: first.entry.class,
        },
        evidence: [...ways.slice(0, 5).map((way) => arrivalEvidence(use, way, facts, knowledge)), ...said],
      };
    }
  },
});

function ownCalls(use: ApiUse, isOwn: (className: string) => boolean): ApiUse {
  return { ...use, callers: use.callers.filter((site) => isOwn(site.class)) };
}

import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';
import { type ScriptCall, scriptCalls } from '../script-calls.ts';
import { disclosureEvidence, typeDisclosure } from '../type-disclosure.ts';

/** Information that a script takes without the user typing or choosing it, and that tells something about a person or a device. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['imei', 'imsi', 'iccid', 'serial', 'mac_wifi', 'mac_bt', 'android_id', 'oaid', 'aaid_gaid', 'installed_apps'].map(
    (id) => `device.${id}`,
  ),
  ...['clipboard', 'wifi_list', 'sensors'].map((id) => `device.${id}`),
  ...['location.precise', 'location.coarse', 'location.cell', 'contacts', 'call_log', 'sms', 'phone_number', 'usage_stats'],
  ...['microphone', 'screen_content', 'health.body', 'health.activity', 'bio.face', 'bio.voiceprint'],
]);

/** Text found is no call proven: this rule warns and no more. */
export default rule({
  id: 'behaviour/script-collection-undisclosed',
  clauses: ['sz2025-2', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
  ],
  ceiling: 'warn',
  needs: ['package', 'policy'],
  title: {
    zh: '脚本中有收集个人信息的接口名而政策没有写明',
    en: 'Scripts name calls that collect personal information, and the policy does not say so',
  },
  explanation: {
    zh: '鸿蒙应用（ArkTS）、快应用和跨平台应用的业务代码是脚本或字节码，检测只能按文本找到已知接口的名称，不能证明被调用，也没有调用路径；所以这条规则只提示：脚本里有取得某类个人信息的接口名，而隐私政策没有写到它。需要权限而没有声明的接口不报；安卓应用中需要运行时权限的接口由权限规则检查，这里也不重复。设备型号、网络状态、用户自己选择的文件和照片不报。同意之前是否执行、由哪个SDK执行，从脚本文本看不出来。',
    en: 'The code of HarmonyOS apps (ArkTS), quick apps and cross-platform apps is script or bytecode: names of known calls are found as text, which proves no call and shows no way to it. So this rule only warns that scripts name a call that obtains some information and that the policy does not mention it. Calls whose permission is not declared are left out; those of Android that need a run-time permission belong to the rules on permissions. The model, the state of the network, and files and photos that users choose are left out. Whether anything runs before consent, and for which SDK, cannot be told from the text of scripts.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '快应用脚本读取设备标识，政策没有写到',
          en: 'A quick app reads the device id, and the policy does not mention it',
        },
        code: "import device from '@system.device'\ndevice.getId({ type: ['device'] })",
      },
    ],
    good: [{ text: { zh: '政策写明读取 OAID 用于统计', en: 'The policy says that the OAID is read for statistics' } }],
  },
  messages: {
    named: {
      zh: '脚本中出现取得{type}的接口名（{calls}，{entry}），隐私政策没有写到收集{type}；按文本找到，不证明实际调用，请确认后补充告知（《个人信息保护法》第十七条）',
      en: 'Scripts name calls that obtain {type} ({calls}, in {entry}), and the policy does not mention collecting it; found as text, which proves no call: find out, and tell of it (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '实际使用的，在隐私政策中写明类型、目的和方式；没有使用的，删除相关代码和依赖',
    en: 'Where it is used, state type, purpose and manner in the policy; where it is not, remove the code and the dependency',
  },
  applies: ({ package: facts }) => facts.scripts.some(({ apis }) => apis.length > 0),
  *evaluate({ package: facts, policy, knowledge }) {
    const declared = new Set(facts.permissions.map(({ name }) => name));
    const android = isAndroid(facts);
    const byType = new Map<string, ScriptCall[]>();
    for (const call of scriptCalls(facts, knowledge)) {
      if (call.permissions.length > 0 && (android || !call.permissions.some((name) => declared.has(name)))) continue;
      for (const type of call.piTypes) {
        if (TAKEN.has(type)) byType.set(type, [...(byType.get(type) ?? []), call].slice(0, 20));
      }
    }
    for (const [type, calls] of [...byType].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const disclosure = typeDisclosure(policy, type);
      if (disclosure.state === 'told' || disclosure.state === 'hinted') continue;
      const entry = knowledge.piTypes.get(type)!;
      yield {
        message: 'named',
        subject: type,
        data: {
          type: entry.name,
          calls: [...new Set(calls.map(({ name }) => name))].slice(0, 3).join('、'),
          entry: calls[0]!.entry,
        },
        evidence: [
          ...calls.slice(0, 5).map((call) => ({ type: 'resource' as const, entry: call.entry, text: call.name })),
          ...disclosureEvidence(policy, disclosure, entry.synonyms.slice(0, 4).join('、')),
        ],
      };
    }
  },
});

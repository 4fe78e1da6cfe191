import type { Evidence } from '../../domain/evidence.ts';
import type { ApiUse, PackageFacts } from '../../domain/facts/package.ts';
import type { Severity } from '../../domain/severity.ts';
import { callEvidence, callNames, namesOf, ownersOf } from '../callers.ts';
import { isAllCodeSeen } from '../completeness.ts';
import { canReturn, mayRun, usesByType } from '../reachability.ts';
import { rule } from '../rule.ts';
import { disclosureEvidence, typeDisclosure } from '../type-disclosure.ts';

/** Apps that target this level or later get a constant instead of hardware addresses and the serial number. */
const CONSTANT_SINCE = 30;

/** Where native code finds identifiers without any API. */
const NATIVE_MARKS: readonly { readonly type: string; readonly text: RegExp }[] = [
  { type: 'device.mac_wifi', text: /^\/sys\/class\/net\/(?:wlan|eth|%)|\/net\/wlan0\/address/ },
  { type: 'device.serial', text: /^ro\.(?:boot\.)?serialno$/ },
];

/** Code that is there may never run, so this rule never rejects. */
export default rule({
  id: 'behaviour/non-resettable-identifier',
  clauses: ['sz2025-2', 'sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'gbt-41391-2022', article: '6.3, 附录F', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'android', 'policy'],
  title: { zh: '读取不可变更的设备标识', en: 'Reads a device identifier that cannot be reset' },
  explanation: {
    zh: '检查代码（含设置项、系统属性等常量和原生库中的路径）里有没有读取 IMEI、IMSI、ICCID、MAC地址、序列号等用户无法重置的标识，由谁读取，系统入口能否到达，隐私政策有没有写明。这类标识能跨应用、跨重装长期追踪同一个人，推荐性标准不建议收集，确需收集的应逐一告知。需要权限而没有声明的调用取不到信息，不报；基础库的调用不报。代码存在不等于执行，新版本系统对普通应用多返回空值或固定值，都由人复核。',
    en: 'The rule looks for code (constants such as settings keys and system properties, and paths in native libraries, included) that reads the IMEI, IMSI, ICCID, hardware addresses, the serial number and the like: who reads them, whether an entry point of the system leads there, and whether the policy says so. Users cannot reset these identifiers, which follow a person across apps and reinstallations; the recommended standard advises against them, and what is collected must be told item by item. Calls whose permission is not declared return nothing and are left out, as are those of base libraries. Code that exists need not run, and current systems return nothing or a constant to ordinary apps: a person judges.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '声明 READ_PHONE_STATE 并读取 IMEI，隐私政策只写“设备信息”',
          en: 'READ_PHONE_STATE is declared and the IMEI read, while the policy speaks of "device information" only',
        },
        code: 'val imei = telephonyManager.getDeviceId()',
      },
    ],
    good: [
      {
        text: {
          zh: '改用应用自己生成、可随时重置的标识，或者 OAID',
          en: 'An identifier that the app makes itself and can reset, or the OAID',
        },
        code: 'val id = prefs.getString("install_id", null) ?: UUID.randomUUID().toString()',
      },
    ],
  },
  messages: {
    undisclosed: {
      zh: '代码中有读取{type}的调用 {count} 处（{calls}；{who}），对应权限已声明，隐私政策没有写到收集{type}；收集应当逐一告知（《个人信息保护法》第十七条）。代码存在不等于实际执行，请复核',
      en: 'The code has {count} calls that read {type} ({calls}; {who}), the permission they need is declared, and the policy does not mention collecting it, while each item collected must be told (article 17 of the Personal Information Protection Law). Code that exists need not run: review',
    },
    denied: {
      zh: '隐私政策写明不收集{type}，代码中却有读取它的调用 {count} 处（{calls}；{who}）；告知应当真实、准确（《个人信息保护法》第十七条），请复核两者哪个不实',
      en: 'The policy says that {type} is not collected, yet the code has {count} calls that read it ({calls}; {who}); notice must be true and accurate (article 17 of the Personal Information Protection Law): find out which of the two is wrong',
    },
    disclosed: {
      zh: '代码中有读取{type}的调用 {count} 处（{calls}；{who}）；该标识用户无法重置，推荐性标准 GB/T 41391-2022（条款须核对）不建议收集，建议改用可重置的标识',
      en: 'The code has {count} calls that read {type} ({calls}; {who}); users cannot reset it, and the recommended standard GB/T 41391-2022 (verify the clause) advises against collecting it: better use an identifier that can be reset',
    },
    open: {
      zh: '代码中有读取{type}的调用 {count} 处（{calls}；{who}），该接口不需要运行时授权，隐私政策没有写到收集{type}；{target}，请确认是否仍需要（《个人信息保护法》第六条）',
      en: 'The code has {count} calls that read {type} ({calls}; {who}); the call needs no consent at run time and the policy does not mention collecting it. {target}: is it still needed (article 6 of the Personal Information Protection Law)?',
    },
    unreached: {
      zh: '代码中有读取{type}的调用 {count} 处（{calls}；{who}），隐私政策没有写到收集{type}；没有找到由系统入口到达这些调用的路径，可能并不执行，建议删除或者在政策中说明（《个人信息保护法》第十七条）',
      en: 'The code has {count} calls that read {type} ({calls}; {who}), and the policy does not mention collecting it; no way from an entry point of the system to these calls was found, so they may never run: better remove them, or tell of them in the policy (article 17 of the Personal Information Protection Law)',
    },
    native: {
      zh: '原生库 {library} 中有读取{type}所用的系统路径或属性名，隐私政策没有写到收集{type}；这只是线索，请确认是否读取（《个人信息保护法》第十七条）',
      en: 'The native library {library} has the path or property by which {type} is read, and the policy does not mention collecting it; this is a hint only: find out whether it is read (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '删除对不可变更标识的读取，改用 OAID 等可重置标识；由第三方SDK读取的，升级或关闭其采集开关；确有必要的，在隐私政策中写明类型、目的和必要性',
    en: 'Stop reading the identifier and use one that can be reset (OAID); where an SDK reads it, upgrade it or switch its collection off; where it is truly needed, state type, purpose and necessity in the policy',
  },
  *evaluate({ package: facts, policy, knowledge }) {
    const declared = new Set(facts.permissions.map(({ name }) => name));
    const seen = new Set<string>();
    for (const [type, all] of [...usesByType(facts.code)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!type.startsWith('device.') || knowledge.piTypes.get(type)?.nonResettable !== true) continue;
      // What counts the SIM cards may hold the number of one; by itself it reads none.
      const uses = all.filter((use) => canReturn(use, declared) && !use.piTypes.includes('device.sim_info'));
      const owners = ownersOf(uses, facts, knowledge);
      if (uses.length === 0 || (owners.length > 0 && owners.every(({ kind }) => kind === 'library'))) continue;
      seen.add(type);
      const disclosure = typeDisclosure(policy, type);
      const { message, severity } = judge(uses, disclosure.state, facts);
      yield {
        message,
        subject: type,
        severity,
        data: {
          type: knowledge.piTypes.get(type)!.name,
          count: uses.reduce((sum, { count }) => sum + count, 0),
          calls: callNames(uses),
          who: namesOf(owners.filter(({ kind }) => kind !== 'library')),
          target: targetText(facts),
        },
        evidence: [
          ...uses.flatMap((use) => callEvidence(use, facts, knowledge)),
          ...disclosureEvidence(policy, disclosure, knowledge.piTypes.get(type)!.synonyms.slice(0, 4).join('、')),
        ],
      };
    }
    for (const { type, library, evidence } of nativeMarks(facts)) {
      if (seen.has(type) || typeDisclosure(policy, type).state !== 'silent') continue;
      seen.add(type);
      const data = { type: knowledge.piTypes.get(type)!.name, library };
      yield { message: 'native', subject: `${type} native`, severity: 'warn', data, evidence: [evidence] };
    }
  },
});

type Judgement = { readonly message: 'undisclosed' | 'denied' | 'disclosed' | 'open' | 'unreached'; readonly severity: Severity };

function judge(uses: readonly ApiUse[], state: 'told' | 'hinted' | 'denied' | 'silent', facts: PackageFacts): Judgement {
  if (state === 'told') return { message: 'disclosed', severity: 'warn' };
  const runs = uses.some(mayRun) || !isAllCodeSeen(facts);
  if (!runs) return { message: 'unreached', severity: 'warn' };
  if (state === 'denied') return { message: 'denied', severity: 'review' };
  const guarded = uses.some(({ permissions }) => permissions.some((name) => name !== 'android.permission.INTERNET'));
  if (guarded) return { message: 'undisclosed', severity: state === 'hinted' ? 'warn' : 'review' };
  const realValue = (facts.identity.targetSdk ?? facts.identity.minSdk ?? 1) < CONSTANT_SINCE;
  return { message: 'open', severity: realValue && state === 'silent' ? 'review' : 'warn' };
}

function targetText({ identity: { targetSdk, minSdk } }: PackageFacts) {
  const target = targetSdk ?? minSdk ?? 1;
  return target < CONSTANT_SINCE
    ? {
        zh: `应用的目标版本为 ${target}，部分系统版本上仍会得到真实值`,
        en: `The app targets ${target}, so that some systems still return the true value`,
      }
    : { zh: '新版本系统通常返回固定值', en: 'Current systems usually return a constant' };
}

function nativeMarks({ nativeLibraries }: PackageFacts): { type: string; library: string; evidence: Evidence }[] {
  return nativeLibraries.flatMap(({ abi, name, strings = [] }) =>
    NATIVE_MARKS.flatMap(({ type, text }) => {
      const mark = strings.find((each) => text.test(each));
      return mark === undefined
        ? []
        : [{ type, library: name, evidence: { type: 'package' as const, entry: `lib/${abi}/${name}`, detail: mark } }];
    }),
  );
}

import type { ApiUse, PackageFacts } from '../../domain/facts/package.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { callEvidence, callNames, namesOf, ownersOf } from '../callers.ts';
import { isAllCodeSeen } from '../completeness.ts';
import { provisionOf } from '../disclosure.ts';
import { canReturn, mayRun, usesByType } from '../reachability.ts';
import { rule } from '../rule.ts';
import { disclosureEvidence, typeDisclosure } from '../type-disclosure.ts';

/** Identifiers of devices and networks that no run-time permission guards, so that no rule on permissions sees them. */
const IDENTIFIERS = ['device.android_id', 'device.oaid', 'device.aaid_gaid', 'device.wifi_list'] as const;

export default rule({
  id: 'behaviour/identifier-undisclosed',
  clauses: ['sz2025-2', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
  ],
  ceiling: 'review',
  needs: ['package', 'android', 'policy'],
  title: {
    zh: '读取设备或网络标识而政策没有逐一写明',
    en: 'Identifiers of device or network are read, and the policy does not name them',
  },
  explanation: {
    zh: '检查代码里有没有读取 Android ID、OAID、广告ID、WLAN 名称和接入点等标识，系统入口能否到达，由谁读取，隐私政策有没有写明。这些接口不需要用户授权，权限规则看不到，而规定要求逐一列出收集的信息。基础库的调用不报，没有找到到达路径且代码都看到了的不报；政策写了“设备标识符”一类的提示写具体，完全没有提设备信息的请人复核。代码存在不等于执行。',
    en: 'The rule looks for code that reads the Android ID, the OAID, the advertising ID, names and access points of Wi-Fi; whether entry points lead there, who reads them, and whether the policy names them. No consent at run time guards these calls, so the rules on permissions do not see them, while what is collected must be listed item by item. Base libraries are left out, and calls to which no way was found where all code was seen; a policy that speaks of device identifiers in general is told to be exact, one that says nothing of devices is held for a person. Code that exists need not run.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '统计SDK读取 Android ID，政策只写手机号码',
          en: 'An analytics SDK reads the Android ID, and the policy tells of the phone number only',
        },
        code: 'Settings.Secure.getString(resolver, Settings.Secure.ANDROID_ID)',
      },
    ],
    good: [
      {
        text: {
          zh: '政策写明“收集 Android ID、OAID 用于统计和安全风控”',
          en: 'The policy says that Android ID and OAID are collected for statistics and security',
        },
      },
    ],
  },
  messages: {
    silent: {
      zh: '代码中有读取{type}的调用 {count} 处（{calls}；{who}），隐私政策没有写到，也没有写到设备标识；收集应当逐一告知（《个人信息保护法》第十七条，《App违法违规收集使用个人信息行为认定方法》第二类第1项），请复核',
      en: 'The code has {count} calls that read {type} ({calls}; {who}), and the policy mentions neither it nor identifiers of the device; what is collected must be told item by item (article 17 of the Personal Information Protection Law, section 2(1) of the 2019 identification methods): to be reviewed',
    },
    general: {
      zh: '代码中有读取{type}的调用 {count} 处（{calls}；{who}），隐私政策只笼统写到设备信息，建议写明{type}及其用途（《个人信息保护法》第十七条）',
      en: 'The code has {count} calls that read {type} ({calls}; {who}), and the policy speaks of device information in general: better name {type} and what it is for (article 17 of the Personal Information Protection Law)',
    },
    denied: {
      zh: '隐私政策写明不收集{type}，代码中却有读取它的调用 {count} 处（{calls}；{who}）；告知应当真实、准确（《个人信息保护法》第十七条），请复核',
      en: 'The policy says that {type} is not collected, yet the code has {count} calls that read it ({calls}; {who}); notice must be true and accurate (article 17 of the Personal Information Protection Law): to be reviewed',
    },
  },
  remedy: {
    zh: '在隐私政策中逐一写明读取的标识、由谁读取和用途（SDK读取的写入第三方SDK清单）；不需要的，删除调用或关闭SDK的采集开关',
    en: 'Name each identifier in the policy with who reads it and why (those of SDKs in the list of SDKs); remove calls that are not needed, or switch the collection of the SDK off',
  },
  *evaluate({ package: facts, policy, knowledge }) {
    const declared = new Set(facts.permissions.map(({ name }) => name));
    const uses = usesByType(facts.code);
    for (const type of IDENTIFIERS) {
      const calls = (uses.get(type) ?? []).filter(
        (use) => canReturn(use, declared) && runs(use, facts) && tells(use, type, knowledge),
      );
      const owners = ownersOf(calls, facts, knowledge).filter(({ kind }) => kind !== 'library');
      if (owners.length === 0) continue;
      const disclosure = typeDisclosure(policy, type);
      if (disclosure.state === 'told') continue;
      const general = disclosure.state === 'hinted' || speaksOfDevices(policy);
      const entry = knowledge.piTypes.get(type)!;
      yield {
        message: disclosure.state === 'denied' ? 'denied' : general ? 'general' : 'silent',
        subject: type,
        severity: disclosure.state === 'denied' || !general ? 'review' : 'warn',
        data: {
          type: entry.name,
          count: calls.reduce((sum, { count }) => sum + count, 0),
          calls: callNames(calls),
          who: namesOf(owners),
        },
        evidence: [
          ...calls.flatMap((use) => callEvidence(use, facts, knowledge, 3)),
          ...disclosureEvidence(policy, disclosure, entry.synonyms.slice(0, 4).join('、')),
        ],
      };
    }
  },
});

/** A call that no way leads to counts only where code is missing, which may lead there. */
function runs(use: ApiUse, facts: PackageFacts): boolean {
  return mayRun(use) || !isAllCodeSeen(facts);
}

/** Whether it is the identifier that is asked for: the state of the connection, which names the network too, is asked for by every other app. */
function tells({ apis }: ApiUse, type: string, { beforeConsent }: Knowledge): boolean {
  return type !== 'device.wifi_list' || apis.some((id) => beforeConsent.get(id) === 'high');
}

const DEVICES = /设备(?:信息|标识|识别)|device (?:information|identif)/i;

/** Whether the policy says anything of what it learns from the device. */
function speaksOfDevices(policy: PolicyFacts): boolean {
  if (provisionOf(policy, 'PR-12').state !== 'absent') return true;
  return policy.types.some(({ type, negated }) => type.startsWith('device.') && !negated) || DEVICES.test(policy.text);
}

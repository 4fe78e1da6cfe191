import type { Evidence } from '../../domain/evidence.ts';
import type { Mention, PolicyFacts } from '../../domain/facts/policy.ts';
import { policyEvidence, provisionOf } from '../disclosure.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';
import { isDelivered, selfStarters } from '../self-starters.ts';
import { WAKE_COMPONENTS } from '../wake-components.ts';

const SELF_START = '(?:自启动|自动启动|开机启动|开机自启|关联启动|自启)';
/** 不会自启动, 不存在关联启动, 无自启动行为. */
const DENIES = new RegExp(`(?:不会?|无|没有|未|不存在|绝不)(?:有|进行|使用|涉及|设置|存在|任何|发生|私自)*${SELF_START}`, 'iu');
const DENIES_AFTER = new RegExp(`${SELF_START}[^,。;]{0,6}(?::|方面)?(?:不涉及|不存在|没有|无(?:$|[,。;]))`, 'iu');
/** Only too often, only without consent or need, or what others and the user’s system do: then the app does start by itself. */
const QUALIFIED = /频繁|未经|除|非必要|不必要|无故|无关|仅|但|超出|关闭|如果?您|若您|您可|第三方|其[他它]应用/;

export default rule({
  id: 'privacy-policy/self-start-untrue',
  clauses: ['sz2025-2'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '政策对自启动的说明与安装包不符', en: 'What the policy says of self-start does not match the package' },
  explanation: {
    zh: '隐私政策写明不会自启动、不存在关联启动，而安装包注册了开机等系统事件的接收器，或者含有可供其他应用唤醒的导出组件的，两者矛盾，交人工复核；政策只出现“自启动”“唤醒”字样、没有写场景和目的的，只作提示。处理规则应当真实、准确、完整（《个人信息保护法》第七条、第十七条，法律）；工业和信息化部信管函〔2020〕164号把未告知的频繁自启动和关联启动列为整治事项（条款须核对）。“不会频繁自启动”“未经您同意不会自启动”不是否认；政策完全没有提到的，由“可自启动而政策没有说明”“含有应用间相互唤醒的组件而政策没有说明”判断。接收器有没有实际执行、组件开关是否关闭，静态检测看不到。',
    en: 'A policy that says that the app never starts by itself or by others, while the package registers receivers of the boot and similar events or has exported components by which other apps wake it, contradicts the package, and a person looks. One that only has the word without when and why is warned about. Rules must be true, accurate and complete (articles 7 and 17 of the Personal Information Protection Law, a law); notice [2020] No. 164 of the ministry targets frequent self-start and associated start without notice (verify the item). “Not often” and “not without your consent” deny nothing; where the policy is silent, behaviour/self-start-unexplained and behaviour/associated-start speak. Whether receivers do anything, and whether components are switched off, cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '政策否认自启动，安装包注册了开机广播。', en: 'The policy denies what a boot receiver does.' },
        kind: 'policy',
        code: '本应用不会自启动，也不存在关联启动的行为。',
      },
    ],
    good: [
      {
        text: { zh: '写明自启动的场景、目的和关闭方式。', en: 'When and why the app starts by itself, and how to stop it.' },
        kind: 'policy',
        code: '为按时提醒您设置的日程，本应用会在开机后自启动，您可以在系统的自启动管理中关闭。',
      },
    ],
  },
  messages: {
    denied: {
      zh: '隐私政策否认自启动或关联启动，安装包却有随系统事件启动或可被其他应用唤醒的组件（{components}）；处理规则应当真实、准确（《个人信息保护法》第七条、第十七条），请复核并删除组件或者更正政策',
      en: 'The policy denies self-start or associated start, yet the package has components that start on system events or are woken by other apps ({components}); rules must be true and accurate (articles 7 and 17 of the Personal Information Protection Law): remove the components or correct the policy',
    },
    vague: {
      zh: '安装包有随系统事件启动的组件（{components}），隐私政策提到自启动或唤醒，但没有写场景和目的，建议补充（《个人信息保护法》第十七条）',
      en: 'The package has components that start on system events ({components}), and the policy mentions self-start or waking without when and why: better complete it (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '删除不需要的自启动、唤醒组件（包括SDK带入的）；确需的，在政策中写明场景、目的和关闭方式',
    en: 'Remove components of self-start and waking that nothing needs, those of SDKs included; otherwise state when, why and how to stop it',
  },
  applies: ({ package: facts, policy }) => isAndroid(facts) && provisionOf(policy, 'PR-43').state !== 'absent',
  *evaluate({ package: facts, policy, knowledge }) {
    const starters = selfStarters(facts, knowledge).filter(({ actions }) => actions.some((each) => isDelivered(each, facts)));
    const wakers = facts.components.filter(({ name, enabled, exported }) => enabled && exported && WAKE_COMPONENTS.has(name));
    if (starters.length + wakers.length === 0) return;
    const shown: Evidence[] = [
      ...starters.map(({ place, actions: [first] }) => ({ place, value: first! })),
      ...wakers.map(({ place, name }) => ({ place, value: name })),
    ]
      .slice(0, 5)
      .map(({ place, value }) => ({ type: 'manifest', element: place, attribute: 'android:name', value }));
    const actions = starters.flatMap((starter) => starter.actions.map((action) => action.slice(action.lastIndexOf('.') + 1)));
    const names = [...actions, ...wakers.map(({ name }) => name.slice(name.lastIndexOf('.') + 1))];
    const data = { components: [...new Set(names)].slice(0, 4).join('、') };
    const denials = denialsIn(policy);
    const { state, places } = provisionOf(policy, 'PR-43');
    if (denials.length > 0) {
      const evidence = [...policyEvidence(policy, denials, 2), ...shown];
      yield { message: 'denied', subject: 'PR-43', severity: 'review', data, evidence };
    } else if (state === 'word-only' && starters.length > 0) {
      const evidence = [...policyEvidence(policy, places, 2), ...shown];
      yield { message: 'vague', subject: 'PR-43', severity: 'warn', data, evidence };
    }
  },
});

/** Sentences that deny self-start without a condition, among the places that speak of it. */
function denialsIn(policy: PolicyFacts): Mention[] {
  return provisionOf(policy, 'PR-43').places.filter(({ range }) => {
    const sentence = policy.text.slice(...range).replace(/\s+/g, '');
    return !QUALIFIED.test(sentence) && (DENIES.test(sentence) || DENIES_AFTER.test(sentence));
  });
}

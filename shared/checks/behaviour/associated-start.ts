import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';
import { WAKE_COMPONENTS } from '../wake-components.ts';

export default rule({
  id: 'behaviour/associated-start',
  clauses: ['sz2025-2', 'sz2025-9', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'taf-078', article: '078.10', verified: false },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: {
    zh: '含有应用间相互唤醒的组件而政策没有说明',
    en: 'Components by which apps wake each other, and the policy does not say so',
  },
  explanation: {
    zh: '检查安装包里有没有推送等SDK供其他应用唤醒本应用的导出组件（按组件名识别），隐私政策有没有说明关联启动。用户打开一个应用时，另一个没有打开的应用被悄悄启动，属于通知所说的关联启动，应当告知并有合理场景。组件没有导出或者已停用的不报。本应用是否会去唤醒别人、SDK的开关是否已关，静态检测看不到。',
    en: 'The rule looks for exported components of push and similar SDKs by which other apps wake this one (known by name), and asks whether the policy tells of it. Opening one app silently starts another: that is the associated start of the notice, which must be told and have a reason. Components that are not exported or are switched off are left out. Whether this app wakes others, and whether the switch of the SDK is off, is not visible statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '保留了推送SDK可选的互相唤醒组件，政策没有写关联启动',
          en: 'The optional wake-up component of a push SDK was kept, and the policy does not mention associated start',
        },
        code: '<activity android:name="cn.jpush.android.service.DActivity" android:exported="true" />',
      },
    ],
    good: [
      {
        text: { zh: '按SDK文档移除该组件并关闭唤醒开关', en: 'Removed as the SDK documents, with the wake-up switch off' },
        code: '<activity android:name="cn.jpush.android.service.DActivity" tools:node="remove" />',
      },
    ],
  },
  messages: {
    unexplained: {
      zh: '安装包含有{sdk}供其他应用唤醒本应用的导出组件 {component}，隐私政策没有说明关联启动；工信部信管函〔2020〕164号将未告知的频繁自启动和关联启动列为整治事项（条款须核对），请移除或者说明',
      en: 'The package has {component}, an exported component of {sdk} by which other apps wake this one, and the policy does not tell of associated start; MIIT notice [2020] No. 164 targets frequent self-start and associated start without notice (verify the article): remove it or tell of it',
    },
    vague: {
      zh: '安装包含有{sdk}供其他应用唤醒本应用的导出组件 {component}，隐私政策提到自启动或关联启动而没有写清场景和目的，建议补充（《个人信息保护法》第十七条）',
      en: 'The package has {component}, an exported component of {sdk} by which other apps wake this one; the policy mentions self-start or associated start without saying when and why: better complete it (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '用 tools:node="remove" 移除互相唤醒的组件，并按SDK文档关闭唤醒开关；确需的，在隐私政策中写明关联启动的场景、目的和关闭方式',
    en: 'Remove the component with tools:node="remove" and switch waking off as the SDK documents; where it is truly needed, state in the policy when, why and how to switch it off',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: { components }, policy, knowledge }) {
    const { state, places } = provisionOf(policy, 'PR-43');
    if (state === 'substance') return;
    const said = state === 'absent' ? [policyAbsence(policy, '关联启动、自启动')] : policyEvidence(policy, places, 2);
    for (const { name, enabled, exported, place } of components) {
      const product = enabled && exported ? WAKE_COMPONENTS.get(name) : undefined;
      if (product === undefined) continue;
      yield {
        message: state === 'absent' ? 'unexplained' : 'vague',
        subject: name,
        severity: state === 'absent' ? 'review' : 'warn',
        data: { component: name, sdk: knowledge.sdks.find(({ id }) => id === product)?.name ?? product },
        evidence: [{ type: 'manifest', element: place, attribute: 'android:name', value: name }, ...said],
      };
    }
  },
});

import { policyAbsence, provisionOf } from '../disclosure.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** Broadcasts that start an app without the user. */
const STARTERS: ReadonlySet<string> = new Set([
  'android.intent.action.BOOT_COMPLETED',
  'android.intent.action.LOCKED_BOOT_COMPLETED',
  'android.intent.action.QUICKBOOT_POWERON',
  'android.intent.action.USER_PRESENT',
]);

export default rule({
  id: 'behaviour/self-start-unexplained',
  clauses: ['sz2025-2', 'sz2025-9'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'miit-164-2020', verified: false },
    { instrument: 'taf-078', article: '078.10', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '可自启动而政策没有说明', en: 'Starts by itself, and the policy does not say so' },
  messages: {
    unexplained: {
      zh: '安装包注册了随系统事件自启动的组件 {count} 个（{actions}），隐私政策没有说明自启动的场景和目的；工信部信管函〔2020〕164号将未告知的频繁自启动列为整治事项（条款须核对），请复核或补充说明',
      en: 'The package registers {count} components that start on system events ({actions}), and the policy does not say when and why; MIIT notice [2020] No. 164 targets frequent self-start without notice (verify the article): review or complete the policy',
    },
  },
  remedy: {
    zh: '非必要的自启动组件应删除（包括推送等SDK带入的）；确需的，在隐私政策中写明自启动和关联启动的场景、目的和频率',
    en: 'Remove self-start components that no function needs (those of push SDKs as well); otherwise state in the policy when, why and how often the app starts by itself or is started by others',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: { components, permissions }, policy }) {
    if (provisionOf(policy, 'PR-43').state !== 'absent') return;
    const mayBoot = permissions.some(({ name }) => name === 'android.permission.RECEIVE_BOOT_COMPLETED');
    const starters = components.flatMap(({ kind, enabled, intentFilters, place }) => {
      if (kind !== 'receiver' || !enabled) return [];
      const actions = intentFilters
        .flatMap((filter) => filter.actions)
        .filter((action) => STARTERS.has(action) && (mayBoot || !action.endsWith('BOOT_COMPLETED')));
      return actions.length === 0 ? [] : [{ place, actions }];
    });
    if (starters.length === 0) return;
    const actions = [...new Set(starters.flatMap((starter) => starter.actions))].sort();
    yield {
      message: 'unexplained',
      subject: 'self-start',
      data: { count: starters.length, actions: actions.map((action) => action.split('.').pop()).join(', ') },
      evidence: [
        ...starters.map(({ place, actions: [first] }) => ({
          type: 'manifest' as const,
          element: place,
          attribute: 'android:name',
          value: first!,
        })),
        policyAbsence(policy, '自启动、关联启动'),
      ],
    };
  },
});

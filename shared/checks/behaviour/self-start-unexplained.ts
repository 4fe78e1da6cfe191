import type { Evidence } from '../../domain/evidence.ts';
import type { Component, PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { callEvidence, namesOf, ownersOf } from '../callers.ts';
import { policyAbsence, provisionOf } from '../disclosure.ts';
import { isAndroid } from '../platform.ts';
import { mayRun } from '../reachability.ts';
import { rule } from '../rule.ts';
import { asksToBoot, isDelivered, selfStarters } from '../self-starters.ts';

/** Services told one by one; an app synchronises one account, or two. */
const SYNCHRONISERS = 20;

const PERSISTED = 'Landroid/app/job/JobInfo$Builder;->setPersisted';

export default rule({
  id: 'behaviour/self-start-unexplained',
  clauses: ['sz2025-2', 'sz2025-9'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'miit-164-2020', verified: false },
    { instrument: 'taf-078', article: '078.10', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '可自启动而政策没有说明', en: 'Starts by itself, and the policy does not say so' },
  explanation: {
    zh: '检查安装包有没有不经用户就启动应用的机制：开机、解锁、联网、充电等广播的接收器，重启后仍保留的定时任务（JobInfo.setPersisted），账号同步；隐私政策有没有说明自启动。没有声明开机权限的开机广播、已停用的接收器、基础库自带的接收器不报；目标版本较高、系统已不再投递的广播只提示。政策写明自启动场景和目的的不报。实际多久启动一次，静态检测看不到。',
    en: 'The rule looks for what starts the app without the user: receivers of the boot, of unlocking, of the network, of charging, jobs that survive a restart (JobInfo.setPersisted), account synchronisation; and asks whether the policy tells of it. Boot broadcasts without their permission, receivers that are switched off and those of base libraries are left out; broadcasts that current systems no longer send to the app are warned about only. A policy that says when and why the app starts settles it. How often it starts is not visible statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '注册开机广播，政策没有写自启动', en: 'A boot receiver, and the policy does not mention self-start' },
        code: '<receiver android:name=".BootReceiver" android:exported="true">\n  <intent-filter><action android:name="android.intent.action.BOOT_COMPLETED" /></intent-filter>\n</receiver>',
      },
    ],
    good: [
      {
        text: {
          zh: '政策写明“为按时提醒您设置的闹钟，应用会在开机后自启动，您可以在系统设置中关闭”',
          en: 'The policy says that the app starts after boot to ring the alarms that the user has set, and how to switch it off',
        },
      },
    ],
  },
  messages: {
    unexplained: {
      zh: '安装包注册了随系统事件自启动的组件 {count} 个（{actions}），隐私政策没有说明自启动的场景和目的；工信部信管函〔2020〕164号将未告知的频繁自启动列为整治事项（条款须核对），请复核或补充说明',
      en: 'The package registers {count} components that start on system events ({actions}), and the policy does not say when and why; MIIT notice [2020] No. 164 targets frequent self-start without notice (verify the article): review or complete the policy',
    },
    undelivered: {
      zh: '安装包注册了随系统事件自启动的组件 {count} 个（{actions}），隐私政策没有说明自启动；按应用的目标版本，现行系统一般不再投递这些广播，建议删除或者补充说明（《个人信息保护法》第十七条）',
      en: 'The package registers {count} components that start on system events ({actions}), and the policy does not tell of self-start; current systems as a rule no longer send these broadcasts to an app of this target: better remove them, or tell of them (article 17 of the Personal Information Protection Law)',
    },
    job: {
      zh: '{who}设置了重启后仍保留的后台任务（JobInfo.setPersisted），隐私政策没有说明自启动的场景和目的，建议补充说明（《个人信息保护法》第十七条）',
      en: 'Background jobs that survive a restart (JobInfo.setPersisted) are scheduled by {who}, and the policy does not say when and why the app starts by itself: better complete it (article 17 of the Personal Information Protection Law)',
    },
    sync: {
      zh: '安装包含有账号同步服务 {service}，系统会按同步周期启动应用；隐私政策没有说明自启动的场景和目的，建议补充说明，没有同步功能的应当删除（《个人信息保护法》第六条、第十七条）',
      en: 'The package has the account synchronisation {service}, by which the system starts the app in turn; the policy does not say when and why the app starts by itself: better complete it, and remove the service where nothing is synchronised (articles 6 and 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '非必要的自启动组件应删除（包括推送等SDK带入的）；确需的，在隐私政策中写明自启动和关联启动的场景、目的和频率',
    en: 'Remove self-start components that no function needs (those of push SDKs as well); otherwise state in the policy when, why and how often the app starts by itself or is started by others',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, policy, knowledge }) {
    if (provisionOf(policy, 'PR-43').state !== 'absent') return;
    const silence = policyAbsence(policy, '自启动、关联启动');
    const mayBoot = asksToBoot(facts);
    const starters = selfStarters(facts, knowledge);
    if (starters.length > 0) {
      const actions = [...new Set(starters.flatMap((starter) => starter.actions))].sort();
      const delivered = actions.some((action) => isDelivered(action, facts));
      yield {
        message: delivered ? 'unexplained' : 'undelivered',
        subject: 'self-start',
        severity: delivered ? 'review' : 'warn',
        data: { count: starters.length, actions: actions.map((action) => action.split('.').pop()).join(', ') },
        evidence: [
          ...starters.slice(0, 20).map(
            ({ place, actions: [first] }): Evidence => ({
              type: 'manifest',
              element: place,
              attribute: 'android:name',
              value: first!,
            }),
          ),
          silence,
        ],
      };
    }
    yield* jobs(facts, mayBoot, knowledge, silence);
    for (const { name, place } of synchronisers(facts).slice(0, SYNCHRONISERS)) {
      const evidence: Evidence[] = [{ type: 'manifest', element: place, attribute: 'android:name', value: name }, silence];
      yield { message: 'sync', subject: name, severity: 'warn', data: { service: name }, evidence };
    }
  },
});

function* jobs(facts: PackageFacts, mayBoot: boolean, knowledge: Knowledge, silence: Evidence) {
  const uses = mayBoot ? facts.code.apiUses.filter((use) => use.target === PERSISTED && mayRun(use)) : [];
  const owners = ownersOf(uses, facts, knowledge).filter(({ kind }) => kind !== 'library');
  if (owners.length === 0) return;
  yield {
    message: 'job' as const,
    subject: 'persisted-job',
    severity: 'warn' as const,
    data: { who: namesOf(owners) },
    evidence: [...uses.flatMap((use) => callEvidence(use, facts, knowledge)), silence],
  };
}

/** Services that synchronise accounts of the app's own: only with an authenticator beside them do they start by themselves. */
function synchronisers({ components }: PackageFacts): Component[] {
  const answering = (action: string) =>
    components.filter(
      ({ kind, enabled, intentFilters }) =>
        kind === 'service' && enabled && intentFilters.some(({ actions }) => actions.includes(action)),
    );
  return answering('android.accounts.AccountAuthenticator').length === 0 ? [] : answering('android.content.SyncAdapter');
}

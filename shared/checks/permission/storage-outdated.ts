import type { Evidence } from '../../domain/evidence.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** API level from which a permission opens nothing to an app with such a target (developer.android.com, storage updates). */
const ENDS: ReadonlyMap<string, number> = new Map([
  ['android.permission.WRITE_EXTERNAL_STORAGE', 30],
  ['android.permission.READ_EXTERNAL_STORAGE', 33],
]);

export default rule({
  id: 'permission/storage-outdated',
  clauses: ['sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'taf-077', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package'],
  title: { zh: '旧存储权限没有写明截止版本', en: 'Old storage permission without an end' },
  explanation: {
    zh: '目标版本30起写外部存储、目标版本33起读外部存储对应用不再起作用，新系统上只有照片、视频、音频的分类权限或系统选择器。仍需兼容旧系统的，应当写明 maxSdkVersion，使新系统不再显示这项权限。只作提示：它不会多取得信息，但会让用户和商店页看到一项用不上的权限。',
    en: 'Writing external storage means nothing to an app that targets 30, reading it nothing to one that targets 33: newer systems have permissions for photos, video and audio, and pickers. For older systems the declaration should end with maxSdkVersion, so that newer ones do not show it. Only noted: it opens nothing more, yet users and store pages see a permission without use.',
  },
  examples: {
    bad: [
      {
        text: { zh: '目标版本35，读外部存储没有截止版本', en: 'Target 35, and reading external storage has no end' },
        code: '<uses-permission android:name="android.permission.READ_EXTERNAL_STORAGE" />',
      },
    ],
    good: [
      {
        text: { zh: '只在旧系统上申请', en: 'Asked of older systems only' },
        code: '<uses-permission android:name="android.permission.READ_EXTERNAL_STORAGE" android:maxSdkVersion="32" />',
      },
    ],
  },
  messages: {
    endless: {
      zh: '目标版本为 {target}，{permission} 自 API {since} 起对应用不起作用，清单没有用 maxSdkVersion 限定；建议限定为 {last}，新系统改用分类媒体权限或系统选择器（《个人信息保护法》第六条）',
      en: 'The target is {target}; {permission} means nothing from API {since} on, and the manifest does not end it by maxSdkVersion: end it at {last} and use media permissions or the system’s picker on newer systems (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '为该权限加上 android:maxSdkVersion；不再支持旧系统的直接删除',
    en: 'Add android:maxSdkVersion to the permission, or remove it where old systems are no longer supported',
  },
  applies: ({ package: facts }) => isAndroid(facts) && facts.identity.targetSdk !== null,
  *evaluate({ package: { permissions, identity, application } }) {
    const target = identity.targetSdk!;
    const found = new Map<string, Evidence[]>();
    for (const { name, maxSdkVersion, place } of permissions) {
      const since = ENDS.get(name);
      if (since === undefined || target < since || (maxSdkVersion !== undefined && maxSdkVersion < since)) continue;
      // Who keeps the old storage model alive on Android 10 says so, and needs to write up to there.
      if (application.requestLegacyExternalStorage === true && maxSdkVersion !== undefined) continue;
      const value = maxSdkVersion === undefined ? {} : { value: String(maxSdkVersion) };
      const evidence: Evidence = { type: 'manifest', element: place, attribute: 'android:maxSdkVersion', ...value };
      found.set(name, [...(found.get(name) ?? []).slice(0, 9), evidence]);
    }
    for (const [name, evidence] of found) {
      const since = ENDS.get(name)!;
      yield { message: 'endless', subject: name, data: { target, permission: name, since, last: since - 1 }, evidence };
    }
  },
});

import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** Since API level 28 cleartext traffic is off unless an app asks for it (developer.android.com, application element). */
const OFF_BY_DEFAULT_SINCE = 28;

export default rule({
  id: 'behaviour/cleartext-traffic',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package'],
  title: { zh: '允许明文传输', en: 'Cleartext traffic allowed' },
  messages: {
    asked: {
      zh: '清单中 android:usesCleartextTraffic="true"，允许对所有地址明文传输；传输个人信息应当采取加密等安全措施（《个人信息保护法》第五十一条）',
      en: 'The manifest says android:usesCleartextTraffic="true": cleartext traffic to any host is allowed, while personal information should be encrypted in transit (article 51 of the Personal Information Protection Law)',
    },
    byDefault: {
      zh: '目标版本 {target} 低于28且没有网络安全配置，系统默认允许明文传输；传输个人信息应当采取加密等安全措施（《个人信息保护法》第五十一条）',
      en: 'The target version {target} is below 28 and there is no network security configuration, so cleartext traffic is allowed by default, while personal information should be encrypted in transit (article 51 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '全部接口改用 HTTPS，删除 android:usesCleartextTraffic 或设为 false；个别地址确需明文的，用网络安全配置只放行该地址',
    en: 'Use HTTPS throughout and remove android:usesCleartextTraffic or set it to false; where one host needs cleartext, allow that host alone in a network security configuration',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: { application, identity, permissions } }) {
    // A network security configuration overrides the attribute; what one allows (`networkSecurity`) this rule does not judge.
    if (application.networkSecurityConfig !== null) return;
    if (!permissions.some(({ name }) => name === 'android.permission.INTERNET')) return;
    const element = '/manifest/application';
    if (application.usesCleartextTraffic === true) {
      const evidence = { type: 'manifest', element, attribute: 'android:usesCleartextTraffic', value: 'true' } as const;
      yield { message: 'asked', subject: 'application', evidence: [evidence] };
    }
    const target = identity.targetSdk ?? identity.minSdk;
    if (application.usesCleartextTraffic === null && target !== null && target < OFF_BY_DEFAULT_SINCE) {
      const evidence = {
        type: 'manifest',
        element: '/manifest/uses-sdk',
        attribute: 'android:targetSdkVersion',
        value: String(target),
      } as const;
      yield { message: 'byDefault', subject: 'application', data: { target }, evidence: [evidence] };
    }
  },
});

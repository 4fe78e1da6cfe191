import type { Evidence } from '../../domain/evidence.ts';
import { cleartextOf, effectiveTarget } from '../cleartext.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

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
  explanation: {
    zh: '不加密的传输可以被同一网络中的其他人看到和改动。本规则按系统的规则判断应用对一般地址是否允许明文：网络安全配置的 base-config 优先，其次是 android:usesCleartextTraffic，都没有写的按目标版本（低于28默认允许）。只放行个别域名的配置不提示。允许明文不等于实际用了明文，因此只作提示；代码中登录、证件等接口使用 http:// 的，由另一条规则提请复核。',
    en: 'Traffic without encryption can be read and changed by others in the network. This rule decides as the system does whether an app may speak to any host in cleartext: base-config of the network security configuration first, then android:usesCleartextTraffic, then the target version (below 28 it is allowed). A configuration that allows single domains is not meant. Being allowed is not being used, so this is a warning; http:// addresses for logging in or for documents are another rule’s.',
  },
  examples: {
    bad: [
      {
        text: { zh: '对所有地址放行明文', en: 'Cleartext for every host' },
        code: '<base-config cleartextTrafficPermitted="true" />',
      },
    ],
    good: [
      {
        text: { zh: '只放行一个仍需明文的地址', en: 'Cleartext for the one host that needs it' },
        code: '<domain-config cleartextTrafficPermitted="true">\n  <domain>printer.example.com</domain>\n</domain-config>',
      },
    ],
  },
  messages: {
    asked: {
      zh: '清单中 android:usesCleartextTraffic="true"，允许对所有地址明文传输；传输个人信息应当采取加密等安全措施（《个人信息保护法》第五十一条）',
      en: 'The manifest says android:usesCleartextTraffic="true": cleartext traffic to any host is allowed, while personal information should be encrypted in transit (article 51 of the Personal Information Protection Law)',
    },
    configured: {
      zh: '网络安全配置 {entry} 的 base-config 允许对所有未另作规定的地址明文传输；传输个人信息应当采取加密等安全措施（《个人信息保护法》第五十一条）',
      en: 'base-config of the network security configuration {entry} allows cleartext traffic to every host that it does not name, while personal information should be encrypted in transit (article 51 of the Personal Information Protection Law)',
    },
    byDefault: {
      zh: '目标版本 {target} 低于28且没有禁止明文的配置，系统默认允许明文传输；传输个人信息应当采取加密等安全措施（《个人信息保护法》第五十一条）',
      en: 'The target version {target} is below 28 and nothing forbids cleartext traffic, so it is allowed by default, while personal information should be encrypted in transit (article 51 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '全部接口改用 HTTPS，删除 android:usesCleartextTraffic 或设为 false；个别地址确需明文的，用网络安全配置只放行该地址',
    en: 'Use HTTPS throughout and remove android:usesCleartextTraffic or set it to false; where one host needs cleartext, allow that host alone in a network security configuration',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts }) {
    const { application, permissions } = facts;
    if (!permissions.some(({ name }) => name === 'android.permission.INTERNET')) return;
    const cleartext = cleartextOf(facts);
    if (cleartext?.base !== true) return;
    if (cleartext.because === 'attribute') {
      const attribute = 'android:usesCleartextTraffic';
      const evidence: Evidence = { type: 'manifest', element: '/manifest/application', attribute, value: 'true' };
      yield { message: 'asked', subject: 'application', evidence: [evidence] };
    } else if (cleartext.because === 'configuration') {
      const entry = application.networkSecurity!.entry;
      const element = '/network-security-config/base-config';
      const evidence: Evidence = { type: 'resource', entry, element, attribute: 'cleartextTrafficPermitted', text: 'true' };
      yield { message: 'configured', subject: 'application', data: { entry }, evidence: [evidence] };
    } else {
      const target = effectiveTarget(facts)!;
      const attribute = 'android:targetSdkVersion';
      const evidence: Evidence = { type: 'manifest', element: '/manifest/uses-sdk', attribute, value: String(target) };
      yield { message: 'byDefault', subject: 'application', data: { target }, evidence: [evidence] };
    }
  },
});

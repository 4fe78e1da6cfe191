import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'behaviour/user-certificates-trusted',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package'],
  title: { zh: '信任用户安装的证书', en: 'Certificates installed by the user are trusted' },
  explanation: {
    zh: '安卓7.0起应用默认只信任系统证书。网络安全配置写明信任用户证书（或目标版本低于24且未另作规定）的，在设备上装了抓包或管理软件的证书后，加密流量可以被解开。只在 debug-overrides 中信任用户证书的不算。这是常见的调试设置，因此只作提示；金融、支付类应用应当特别注意。',
    en: 'Since Android 7.0 apps trust system certificates only. Where the network security configuration trusts the user’s (or the target is below 24 and nothing else is said), encrypted traffic can be opened on a device with the certificate of a proxy or management tool. Trust within debug-overrides is not meant. It is a common setting for debugging, so this is a warning; financial apps should mind it most.',
  },
  examples: {
    bad: [
      {
        text: { zh: '发布版本信任用户证书', en: 'A release trusts the user’s certificates' },
        code: '<certificates src="user" />',
      },
    ],
    good: [
      {
        text: { zh: '只在调试时信任', en: 'Only while debugging' },
        code: '<debug-overrides><trust-anchors><certificates src="user" /></trust-anchors></debug-overrides>',
      },
    ],
  },
  messages: {
    trusted: {
      zh: '网络安全配置 {entry} 使应用信任用户自行安装的证书，加密传输可能被中间人解开；处理者应当采取措施防止未经授权的访问（《个人信息保护法》第五十一条）',
      en: 'Under the network security configuration {entry} the app trusts certificates that users install, so that encrypted traffic can be opened on the way; handlers must prevent unauthorised access (article 51 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在发布版本的网络安全配置中只信任系统证书，需要抓包调试的放在 debug-overrides 中',
    en: 'Trust system certificates only in the release’s configuration and put what debugging needs into debug-overrides',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: { application, permissions } }) {
    const configuration = application.networkSecurity;
    if (configuration == null || !configuration.trustsUserCertificates) return;
    if (!permissions.some(({ name }) => name === 'android.permission.INTERNET')) return;
    const { entry } = configuration;
    yield {
      message: 'trusted',
      subject: 'user-certificates',
      data: { entry },
      evidence: [{ type: 'resource', entry, element: '/network-security-config', attribute: 'certificates src', text: 'user' }],
    };
  },
});

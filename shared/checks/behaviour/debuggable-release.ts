import { isDangerous, requestedPermissions } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'behaviour/debuggable-release',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '发布的安装包可被调试', en: 'Released package is debuggable' },
  messages: {
    debuggable: {
      zh: '清单中 android:debuggable="true"，能接触到设备的人用调试工具即可读取应用的私有数据；处理者应当采取措施防止个人信息泄露（《个人信息保护法》第五十一条），请确认是否误传了调试版本',
      en: 'The manifest says android:debuggable="true": whoever holds the device can read the app’s private data with a debugger. Handlers must take measures against leaks (article 51 of the Personal Information Protection Law); was a debug build submitted by mistake?',
    },
  },
  remedy: {
    zh: '提交正式发布版本：删除 android:debuggable 或设为 false，并使用发布证书签名',
    en: 'Submit the release build: remove android:debuggable or set it to false, and sign with the release certificate',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, knowledge }) {
    if (!facts.application.debuggable) return;
    const asked = requestedPermissions(facts, knowledge);
    const holdsInformation = asked.some(
      (permission) => isDangerous(permission) || permission.name === 'android.permission.INTERNET',
    );
    yield {
      message: 'debuggable',
      subject: 'application',
      // An app that can neither ask for personal information nor exchange any has little that could leak.
      severity: holdsInformation ? 'review' : 'warn',
      evidence: [{ type: 'manifest', element: '/manifest/application', attribute: 'android:debuggable', value: 'true' }],
    };
  },
});

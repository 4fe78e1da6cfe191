import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'behaviour/shared-user-id',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '与其他应用共用身份', en: 'Shares its identity with other apps' },
  explanation: {
    zh: '声明 android:sharedUserId 的应用与同一开发者的其他应用共用系统身份，互相可以读取数据、共用权限，用户看不出来。声明系统身份（android.uid 开头）的应用须用系统签名，普通商店分发的应用不应如此，提请复核；其他的只作提示，因为这一属性虽已弃用，旧应用仍有使用。实际与哪些应用共用，取决于设备上安装了什么，静态看不到。',
    en: 'An app with android:sharedUserId shares its system identity, data and permissions with other apps of the same certificate, and users cannot tell. The system’s identity (android.uid…) needs the system’s signature and has no place in an app for a store, so a review is asked for; others get a warning, because old apps still have the deprecated attribute. With which apps it is shared depends on the device.',
  },
  examples: {
    bad: [
      {
        text: { zh: '要求系统身份', en: 'Asks for the system’s identity' },
        code: '<manifest android:sharedUserId="android.uid.system">',
      },
    ],
    good: [{ text: { zh: '不声明该属性', en: 'The attribute is left out' }, code: '<manifest package="com.example.app">' }],
  },
  messages: {
    system: {
      zh: '清单声明 android:sharedUserId="{id}"，要求以系统身份运行，可以访问普通应用接触不到的数据；除预装应用外无法安装到其他设备，请复核来源和用途（《个人信息保护法》第五十一条要求防止未经授权的访问）',
      en: 'The manifest says android:sharedUserId="{id}" and wants to run as the system, with access that apps do not have; unless preinstalled it does not install. Review where it comes from and what for (article 51 of the Personal Information Protection Law wants unauthorised access prevented)',
    },
    shared: {
      zh: '清单声明 android:sharedUserId="{id}"，与同一证书签名的其他应用共用数据和权限；请在隐私政策中说明，并尽快停用这一已弃用的属性（《个人信息保护法》第五十一条要求防止未经授权的访问）',
      en: 'The manifest says android:sharedUserId="{id}": data and permissions are shared with other apps of the same certificate; say so in the policy and give the deprecated attribute up (article 51 of the Personal Information Protection Law wants unauthorised access prevented)',
    },
  },
  remedy: {
    zh: '删除 android:sharedUserId（已上架的应用可用 sharedUserMaxSdkVersion 逐步停用），应用间共享数据改用带签名级权限的接口',
    en: 'Remove android:sharedUserId (an app on the shelf can leave it step by step by sharedUserMaxSdkVersion) and share data by interfaces guarded by a permission of level signature',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: { application } }) {
    const id = application.sharedUserId;
    if (id === undefined || id === '') return;
    const system = id.startsWith('android.uid.');
    yield {
      message: system ? 'system' : 'shared',
      subject: 'sharedUserId',
      severity: system ? 'review' : 'warn',
      data: { id },
      evidence: [{ type: 'manifest', element: '/manifest', attribute: 'android:sharedUserId', value: id }],
    };
  },
});

import { describesFunction } from '../app-purpose.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** What the store page and the policy of an honest app call its function. */
const FUNCTIONS: Readonly<Record<'accessibility' | 'notifications', { readonly page: RegExp; readonly policy: RegExp }>> = {
  accessibility: {
    page: /无障碍|辅助功能|读屏|自动(?:点击|化|操作|填|记账)|连点|手势|悬浮球|分屏|跳过|远程|密码管理|护眼|翻译|\b(?:accessib\w*|automat\w*|screen reader|remote)\b/i,
    policy: /无障碍|辅助功能|accessibility service/i,
  },
  notifications: {
    page: /通知|手表|手环|穿戴|车机|消息(?:提醒|同步)|记账|角标|未读|抢红包|语音播报|\b(?:notif\w*|wearables?|(?:smart)?watch|(?:wrist)?band)\b/i,
    policy:
      /通知(?:使用权|监听|读取|栏(?:消息|内容)|内容|权限管理)|(?:读取|监听|访问|获取|同步).{0,6}通知|notification (?:access|listener|content)/i,
  },
};

const SERVICES: Readonly<Record<string, 'accessibility' | 'notifications'>> = {
  'android.permission.BIND_ACCESSIBILITY_SERVICE': 'accessibility',
  'android.permission.BIND_NOTIFICATION_LISTENER_SERVICE': 'notifications',
};

export default rule({
  id: 'behaviour/sensitive-service',
  clauses: ['sz2025-7', 'pledge2021-5'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '可读取屏幕或通知内容的服务', en: 'Service that can read the screen or notifications' },
  explanation: {
    zh: '检查清单里有没有启用的无障碍服务和通知监听服务。用户一旦开启，前者可以读取屏幕上的文字和输入、代替用户操作，后者可以读取包括短信验证码在内的全部通知，都可能用来监视用户。商店介绍写明了相应功能、隐私政策也写到该服务的，只提示；否则请人复核是否必需。读取之后做什么，静态检测看不到。',
    en: 'The rule looks for enabled accessibility services and notification listeners. Once users switch them on, the one can read texts and input on the screen and act in their place, the other all notifications, codes included: both can be used to watch people. Where the store description names the function and the policy speaks of the service, it is warned about only; otherwise a person looks whether it is needed. What is done with what is read is not visible statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '壁纸应用带有无障碍服务，介绍和政策都没有提到',
          en: 'A wallpaper app with an accessibility service that neither description nor policy mentions',
        },
        code: '<service android:name=".Helper" android:permission="android.permission.BIND_ACCESSIBILITY_SERVICE" />',
      },
    ],
    good: [
      {
        text: {
          zh: '手环应用在介绍和政策中写明读取通知用于同步到手环、不上传',
          en: 'An app for a wristband says in description and policy that notifications are shown on the band and not uploaded',
        },
      },
    ],
  },
  messages: {
    accessibility: {
      zh: '安装包含有无障碍服务 {service}，用户开启后可读取屏幕内容和输入；请复核是否为业务功能所必需（《个人信息保护法》第六条），是否如实告知',
      en: 'The package has the accessibility service {service}; once switched on it can read the screen and what is typed. Review whether a function needs it (article 6 of the Personal Information Protection Law) and whether users are told',
    },
    notifications: {
      zh: '安装包含有通知监听服务 {service}，用户开启后可读取全部通知，包括短信验证码和聊天内容；请复核是否为业务功能所必需（《个人信息保护法》第六条），是否如实告知',
      en: 'The package has the notification listener {service}; once switched on it can read all notifications, codes and chats included. Review whether a function needs it (article 6 of the Personal Information Protection Law) and whether users are told',
    },
  },
  remedy: {
    zh: '不需要的删除该服务；确需的，提交功能说明，并在隐私政策中写明读取的内容、目的、是否上传和关闭方式',
    en: 'Remove the service if no function needs it; otherwise explain the function to the store and state in the policy what is read, why, whether it is uploaded and how to switch it off',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, listing, policy }) {
    for (const { kind, name, permission, enabled, place } of facts.components) {
      const message = kind === 'service' && enabled && permission !== undefined ? SERVICES[permission] : undefined;
      if (message === undefined) continue;
      const { page, policy: said } = FUNCTIONS[message];
      // Both may be lacking: this rule needs the package only.
      const explained =
        policy?.outcome === 'read' &&
        listing !== null &&
        describesFunction(page, [permission!], listing, facts) === 'described' &&
        said.test(policy.text);
      yield {
        message,
        subject: name,
        severity: explained ? 'warn' : 'review',
        data: { service: name },
        evidence: [{ type: 'manifest', element: place, attribute: 'android:permission', value: permission }],
      };
    }
  },
});

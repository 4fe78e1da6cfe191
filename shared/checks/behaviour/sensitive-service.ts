import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

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
  *evaluate({ package: { components } }) {
    for (const { kind, name, permission, enabled, place } of components) {
      const message = kind === 'service' && enabled && permission !== undefined ? SERVICES[permission] : undefined;
      if (message === undefined) continue;
      yield {
        message,
        subject: name,
        data: { service: name },
        evidence: [{ type: 'manifest', element: place, attribute: 'android:permission', value: permission }],
      };
    }
  },
});

import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'behaviour/device-admin',
  clauses: ['sz2025-9'],
  basis: [
    { instrument: 'miit-26-2023', article: '便捷卸载', verified: false },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '申请成为设备管理器', en: 'Asks to be device administrator' },
  messages: {
    administrator: {
      zh: '安装包含有设备管理器 {receiver}，激活后用户不能直接卸载应用；工信部信管函〔2023〕26号要求应用可以便捷卸载（条款须核对），请复核是否为业务功能所必需、停用是否方便',
      en: 'The package has the device administrator {receiver}; once active, the app cannot simply be uninstalled, while MIIT notice [2023] No. 26 wants apps to be easy to uninstall (verify the article). Review whether a function needs it and whether it is easy to switch off',
    },
  },
  remedy: {
    zh: '非企业管理、防盗类功能应删除设备管理器；确需的，写明用途并提供一键停用入口',
    en: 'Remove it unless the app manages company devices or protects against theft; otherwise state the purpose and offer one step to deactivate it',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: { components } }) {
    for (const { kind, name, permission, enabled, place } of components) {
      if (kind !== 'receiver' || !enabled || permission !== 'android.permission.BIND_DEVICE_ADMIN') continue;
      yield {
        message: 'administrator',
        subject: name,
        data: { receiver: name },
        evidence: [{ type: 'manifest', element: place, attribute: 'android:permission', value: permission }],
      };
    }
  },
});

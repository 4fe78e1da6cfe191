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
  explanation: {
    zh: '检查清单里有没有启用的设备管理器接收器（受 BIND_DEVICE_ADMIN 保护）。激活之后应用不能直接卸载，须先到系统设置停用，可能妨碍便捷卸载；企业设备管理、防盗等功能确实需要它。是否诱导激活、停用是否方便，静态检测看不到，由人复核。',
    en: 'The rule looks for an enabled device administrator receiver (guarded by BIND_DEVICE_ADMIN). Once active, the app cannot be uninstalled before it is deactivated in the settings, which may stand against easy removal; managing company devices and protection against theft do need it. Whether users are lured into it, and how easily it is left, is not visible statically, so a person looks.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '锁屏工具用设备管理器锁屏，卸载时用户无从下手',
          en: 'A screen lock uses the administrator to lock, and users do not find how to remove the app',
        },
        code: '<receiver android:name=".Admin" android:permission="android.permission.BIND_DEVICE_ADMIN" />',
      },
    ],
    good: [
      {
        text: {
          zh: '企业设备管理应用提供一键停用，并说明激活的后果',
          en: 'An app that manages company devices, with one step to deactivate and a word on what activation means',
        },
      },
    ],
  },
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

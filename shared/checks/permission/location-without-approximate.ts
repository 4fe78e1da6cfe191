import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

const PRECISE = 'ohos.permission.LOCATION';
const APPROXIMATE = 'ohos.permission.APPROXIMATELY_LOCATION';
/** API level since which users choose between the two (OpenHarmony documentation, location permissions). */
const SINCE = 9;

export default rule({
  id: 'permission/location-without-approximate',
  clauses: ['sz2025-7', 'sz2025-8'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'taf-077', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '只申请精确定位', en: 'Precise location without the approximate one' },
  explanation: {
    zh: '鸿蒙 API 9 起，精确定位（LOCATION）必须与大致定位（APPROXIMATELY_LOCATION）一并申请，用户才能只给大致位置；只申请精确定位的，系统不会授予。这通常是配置错误，功能也用不了，因此作提示。最低版本低于9的旧应用不计。',
    en: 'Since API 9 of HarmonyOS precise location (LOCATION) has to be requested together with the approximate one (APPROXIMATELY_LOCATION), so that users may give the latter alone; the system does not grant the precise one by itself. That is mostly a slip by which the function fails too, so it is noted. Old apps that target less than 9 are left out.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只有精确定位', en: 'The precise one alone' },
        code: '"requestPermissions": [{ "name": "ohos.permission.LOCATION" }]',
      },
    ],
    good: [
      {
        text: { zh: '两项一并申请', en: 'Both together' },
        code: '[{ "name": "ohos.permission.APPROXIMATELY_LOCATION" }, { "name": "ohos.permission.LOCATION" }]',
      },
    ],
  },
  messages: {
    alone: {
      zh: '安装包申请精确定位 {permission}，没有一并申请大致定位 {approximate}；用户无法只提供大致位置，系统也不会授予（《个人信息保护法》第六条）',
      en: 'The package requests {permission} without {approximate}; users cannot give the approximate location alone, and the system does not grant it (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '一并声明并申请 ohos.permission.APPROXIMATELY_LOCATION；功能只需要大致位置的，删除精确定位',
    en: 'Declare and request ohos.permission.APPROXIMATELY_LOCATION as well; where the approximate location will do, remove the precise one',
  },
  applies: ({ package: facts }) => facts.platform === 'harmony' && (facts.harmony?.targetApiVersion ?? SINCE) >= SINCE,
  *evaluate({ package: facts, knowledge }) {
    const requested = requestedPermissions(facts, knowledge);
    const precise = requested.find(({ name }) => name === PRECISE);
    if (precise === undefined || requested.some(({ name }) => name === APPROXIMATE)) return;
    yield {
      message: 'alone',
      subject: PRECISE,
      severity: 'warn',
      data: { permission: PRECISE, approximate: APPROXIMATE },
      evidence: declarationEvidence(precise),
    };
  },
});

import { permissionDisclosure } from '../disclosure.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

const PHONE_STATE = 'android.permission.READ_PHONE_STATE';
/** Android 10, where identifiers of the device went to privileged apps (developer.android.com, "Privacy changes in Android 10"). */
const IDENTIFIERS_CLOSED = 29;
/** Functions for which telling a call in progress is reason enough. */
const CALL_STATE = /来电|通话|接听|打断|暂停播放|去电|电话状态|拨打/u;

export default rule({
  id: 'permission/phone-state',
  clauses: ['sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
    { instrument: 'taf-077', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing', 'policy-outcome'],
  title: { zh: '目标版本29以上仍申请电话状态', en: 'Phone state requested with a target of 29 or more' },
  explanation: {
    zh: '安卓10（目标版本29）起，普通应用凭电话状态权限已经读不到 IMEI、IMSI、序列号，它还能做的主要是判断是否正在通话，而多数应用用音频焦点就能做到。仍然申请的，往往是旧SDK残留，在旧系统上却仍会取得不可重置的设备标识。没有说明用途的提示开发者删除或说明；是否读取标识由行为检查判断，是否披露由披露规则判断。商店可把本规则提高到复核。',
    en: 'Since Android 10 (target 29) an ordinary app cannot read IMEI, IMSI or serial number by this permission; what is left is mostly whether a call is going on, for which audio focus usually does. Where it is still requested, an old SDK often left it behind, and on older systems it still gives identifiers that cannot be reset. Without a stated purpose it is noted, to be removed or explained. Whether identifiers are read is for the behaviour check, whether they are disclosed for the rules on disclosure. A store may raise this rule to review.',
  },
  examples: {
    bad: [
      {
        text: { zh: '目标版本35，没有通话相关功能', en: 'Target 35 and nothing to do with calls' },
        code: '<uses-permission android:name="android.permission.READ_PHONE_STATE" />',
      },
    ],
    good: [
      {
        text: { zh: '只在旧系统上申请，或者改用音频焦点', en: 'Asked of older systems only, or audio focus instead' },
        code: '<uses-permission android:name="android.permission.READ_PHONE_STATE" android:maxSdkVersion="28" />',
      },
    ],
  },
  messages: {
    unexplained: {
      zh: '目标版本为 {target}，仍申请电话状态权限 {permission}；该权限在安卓10以上已不能取得设备标识，隐私政策和上架信息也没有写明与通话有关的用途，请删除或说明（《个人信息保护法》第六条）',
      en: 'The target is {target} and the phone state ({permission}) is still requested; since Android 10 it gives no device identifier, and neither policy nor listing states a purpose that has to do with calls: remove it or explain it (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '用 tools:node="remove" 去掉或以 maxSdkVersion="28" 限定该权限；判断通话中断改用音频焦点；标识设备改用可重置的 OAID 或应用自生成的标识',
    en: 'Take it out by tools:node="remove" or end it with maxSdkVersion="28"; use audio focus to tell an interruption, and OAID or an identifier of the app’s own to tell devices apart',
  },
  applies: ({ package: facts }) => isAndroid(facts) && (facts.identity.targetSdk ?? 0) >= IDENTIFIERS_CLOSED,
  *evaluate({ package: facts, listing, policy, knowledge }) {
    const permission = requestedPermissions(facts, knowledge).find(({ name }) => name === PHONE_STATE);
    if (permission === undefined) return;
    if (permission.declarations.every(({ maxSdkVersion = 99 }) => maxSdkVersion < IDENTIFIERS_CLOSED)) return;
    const purpose = listing.permissions?.find(({ name }) => name === PHONE_STATE)?.purpose ?? '';
    if (CALL_STATE.test(purpose) || isExplained()) return;
    yield {
      message: 'unexplained',
      subject: PHONE_STATE,
      severity: 'warn',
      data: { target: facts.identity.targetSdk!, permission: PHONE_STATE },
      evidence: declarationEvidence(permission),
    };

    /** The sentence around where the policy names it speaks of calls. */
    function isExplained(): boolean {
      if (policy.outcome !== 'read') return false;
      const { state, mentions } = permissionDisclosure(policy, PHONE_STATE, knowledge);
      if (state !== 'permission') return false;
      return mentions.slice(0, 20).some(({ range: [start, end] }) => {
        return /来电|接听|打断|暂停播放|正在通话|通话状态/u.test(policy.text.slice(Math.max(0, start - 60), end + 80));
      });
    }
  },
});

import type { PolicyFacts, TypeMention } from '../../domain/facts/policy.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { wasReadWhole } from '../completeness.ts';
import { policyEvidence } from '../disclosure.ts';
import { requestedPermissions } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';
import { sentenceAround } from '../self-contradictions.ts';

/** Information that an Android app cannot get at without one of the permissions that open it. */
const BEHIND_PERMISSION: readonly string[] = [
  'contacts',
  'call_log',
  'sms',
  'calendar',
  'device.imei',
  'device.imsi',
  'device.iccid',
];
const SURE = 0.9;
/** Words that mean just this: 设备识别码 may be any of them, and the Android ID besides. */
const ITS_NAME: ReadonlyMap<string, RegExp> = new Map([
  ['device.imei', /imei|meid|国际移动设备/iu],
  ['device.imsi', /imsi|国际移动用户/iu],
  ['device.iccid', /iccid|集成电路卡|sim\s?卡(?:序列号|识别)/iu],
]);
const TAKES = /收集|采集|获取|读取/;
/** Given by hand, taken by others, or not at all. */
const NOT_TAKEN =
  /第三方|sdk|合作|运营商|不|未|无需|无须|没有|主动|手动|自行|填写|输入|上传|您提供|选择|选取|与我们|联系我们|客服|通信|转账|充值|验证码|ios|苹果|鸿蒙|什么是|是指|例如|比如/iu;

/** The other direction of `permission/disclosed-not-requested`, for policies that name information and no permission. */
export default rule({
  id: 'privacy-policy/types-unobtainable',
  clauses: ['sz2025-2'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'taf-078', article: '078.9', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package', 'policy'],
  title: { zh: '政策写收集的信息，安装包无法取得', en: 'The policy collects what the package cannot get' },
  explanation: {
    zh: '隐私政策写明读取、收集通讯录、通话记录、短信、日历或者IMEI等设备标识，而安装包没有申请任何能取得它们的权限时提示：在安卓系统上没有权限就取不到。多写不会多收集，但处理规则应当真实、准确（《个人信息保护法》第七条、第十七条，法律），常见原因是套用模板、政策同时适用于其他平台、功能已经下线。由用户填写、选择、上传的，由第三方或SDK收集的，政策已经按权限写明的（由“政策写了安装包没有申请的权限”判断），都不报。清单没有读全的不适用。用户逐次选择联系人等不需要权限的方式也能取得少量信息，所以只作提示。',
    en: 'Where the policy says that contacts, call logs, messages, the calendar or device identifiers such as the IMEI are read or collected, and the package requests no permission that opens them, it is noted: on Android they cannot be had without one. To claim too much collects nothing, yet rules must be true and accurate (articles 7 and 17 of the Personal Information Protection Law, a law); often it is a template, a policy for other platforms as well, or a function that is gone. What users type, choose or upload, what third parties and SDKs take, and what the policy tells as a permission (privacy-policy rules leave that to permission/disclosed-not-requested) is left out, and so is a manifest that was not read whole. Choosing one contact at a time needs no permission, so it is a warning.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '政策写读取通讯录，安装包没有相应权限。',
          en: 'Contacts are read, says the policy; no permission opens them.',
        },
        kind: 'policy',
        code: '为帮您找到好友，我们会读取您的通讯录信息。',
      },
    ],
    good: [
      {
        text: { zh: '联系人由用户自己填写。', en: 'Users type the contact themselves.' },
        kind: 'policy',
        code: '您可以手动填写紧急联系人，我们不读取您的通讯录。',
      },
    ],
  },
  messages: {
    unobtainable: {
      zh: '隐私政策写收集{types}，安装包没有申请任何能取得它们的权限；处理规则应当真实、准确（《个人信息保护法》第七条、第十七条），请按安装包更新，或者注明适用的平台和版本',
      en: 'The policy collects {types}, and the package requests no permission that opens them; rules must be true and accurate (articles 7 and 17 of the Personal Information Protection Law): bring them in line with the package, or say for which platform and version they hold',
    },
  },
  remedy: {
    zh: '删除应用并不收集的信息；政策适用于多个平台或版本的，分别列出',
    en: 'Drop information that the app does not collect; where the policy covers several platforms or versions, list them apart',
  },
  applies: ({ package: facts }) => isAndroid(facts) && wasReadWhole(facts, 'manifest'),
  *evaluate({ package: facts, policy, knowledge }) {
    const names = [...requestedPermissions(facts, knowledge), ...facts.permissions, ...facts.impliedPermissions];
    const requested = new Set(names.map(({ name }) => name));
    const claims: TypeMention[] = [];
    for (const type of BEHIND_PERMISSION) {
      const opening = openingPermissions(type, knowledge);
      if (opening.length === 0 || opening.some((name) => requested.has(name)) || isToldAsPermission(policy, opening)) continue;
      const claim = policy.types.find((mention) => mention.type === type && isClaim(policy, mention));
      if (claim !== undefined) claims.push(claim);
    }
    if (claims.length === 0) return;
    const types = claims.map(({ type }) => knowledge.piTypes.get(type)!.name);
    yield {
      message: 'unobtainable',
      subject: 'types',
      data: { types: { zh: types.map(({ zh }) => zh).join('、'), en: types.map(({ en }) => en).join(', ') } },
      evidence: policyEvidence(policy, claims, claims.length),
    };
  },
});

const opening = new WeakMap<Knowledge, Map<string, readonly string[]>>();

/** Android permissions by which an app gets at a type of information. */
function openingPermissions(type: string, knowledge: Knowledge): readonly string[] {
  let byType = opening.get(knowledge);
  if (byType === undefined) {
    byType = new Map();
    opening.set(knowledge, byType);
  }
  const known = byType.get(type);
  if (known !== undefined) return known;
  const found = [...knowledge.permissions.values()]
    .filter(({ platform, piTypes }) => platform === 'android' && piTypes.includes(type))
    .map(({ name }) => name);
  byType.set(type, found);
  return found;
}

/** Whether the policy tells of the information by one of its permissions; then another rule speaks. */
function isToldAsPermission({ permissions }: PolicyFacts, names: readonly string[]): boolean {
  return permissions.some(
    ({ permission, negated, term }) => !negated && names.includes(permission) && /权限|permission/iu.test(term),
  );
}

function isClaim(policy: PolicyFacts, mention: TypeMention): boolean {
  if (mention.negated || mention.confidence < SURE) return false;
  if (ITS_NAME.get(mention.type)?.test(policy.text.slice(...mention.range)) === false) return false;
  if (policy.sdkRows.some(({ range: [from, to] }) => from <= mention.range[0] && mention.range[0] < to)) return false;
  const sentence = sentenceAround(policy.text, mention);
  return TAKES.test(sentence) && !NOT_TAKEN.test(sentence) && !/权限/.test(sentence);
}

import type { Evidence } from '../../domain/evidence.ts';
import type { DateMention, PolicyFacts } from '../../domain/facts/policy.ts';
import { ANDROID_RELEASED, daysBetween, PERMISSION_SINCE } from '../android-releases.ts';
import { permissionDisclosure, policyAbsence, policyEvidence, policyMaySayMore, searchedTerms } from '../disclosure.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** The Personal Information Protection Law holds from this day. */
const LAW_IN_FORCE = '2021-11-01';
/** Below this a date may be that of something else. */
const TELLING = 0.7;
const DAYS_A_YEAR = 365.25;

export default rule({
  id: 'privacy-policy/outdated',
  clauses: ['sz2025-2'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.2', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策早于它应当说明的内容', en: 'The policy is older than what it should tell of' },
  explanation: {
    zh: '取隐私政策写明的最近日期，与安装包比较：应用申请了某项权限，政策只字未提，而该权限在政策最近更新之后才出现在安卓系统中的，说明政策没有随应用更新，交人工复核；给了上架信息的，这些权限由权限规则逐项判断，同一事实不重复处理，这里只作提示。只作提示的还有：最近更新早于《个人信息保护法》施行（2021年11月1日）；早于应用所面向的安卓版本发布很久（年数由商店设定，缺省三年）。处理目的、方式、范围变化的，应当更新规则并告知个人（《个人信息保护法》第十七条，《App违法违规收集使用个人信息行为认定方法》第二类）。日期取全文最晚的一个；没有写日期的由“隐私政策没有生效或更新日期”判断；日期旧而内容与应用相符的，不违反任何规定。权限出现的日期按安卓各版本的发布日。',
    en: 'Takes the newest date that the policy gives and compares it with the package: where the app requests a permission that the policy never mentions, and that permission came into being after the policy’s last update, the policy was not kept up with the app, and a person looks; with a listing the rules on permissions judge each of them, so that nothing is held against the app twice and this only warns. Warned about too: a last update before the Personal Information Protection Law came into force (1 November 2021), and one long before the Android version that the app targets (years set by the store, three by default). Where purpose, manner or scope change, rules must be updated and people told (article 17 of the Personal Information Protection Law; section 2 of the 2019 identification methods). The latest date of the text counts; one without dates is the business of privacy-policy/date-missing; an old policy that agrees with the app breaks nothing. Permissions are dated by the release of their Android version.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '2019年的政策，应用却申请安卓13（2022年）才有的媒体权限。',
          en: 'A policy of 2019, and a media permission of Android 13 (2022).',
        },
        kind: 'policy',
        code: '更新日期：2019年5月1日，生效日期：2019年5月8日',
      },
    ],
    good: [
      {
        text: { zh: '政策随应用更新。', en: 'The policy is kept up with the app.' },
        kind: 'policy',
        code: '更新日期：2026年3月1日，生效日期：2026年3月8日',
      },
    ],
  },
  messages: {
    permission: {
      zh: '隐私政策最近的日期是{date}，应用申请了此后才在安卓系统中出现、政策没有提到的权限（{permissions}）；处理范围变化的应当更新规则并告知（《个人信息保护法》第十七条），请要求更新政策',
      en: 'The newest date of the policy is {date}; the app requests permissions that came into being later and that the policy never mentions ({permissions}): where the scope changes, rules must be updated and people told (article 17 of the Personal Information Protection Law), so ask for an update',
    },
    beforeLaw: {
      zh: '隐私政策最近的日期是{date}，早于《个人信息保护法》施行（2021年11月1日），请确认内容是否符合现行规定（《个人信息保护法》第十七条）并更新',
      en: 'The newest date of the policy is {date}, before the Personal Information Protection Law came into force (1 November 2021): make sure that it says what the law now asks for (article 17), and update it',
    },
    longAgo: {
      zh: '隐私政策最近的日期是{date}，比应用所面向的安卓版本（API {target}，{released}发布）早{years}年以上，请确认政策是否仍与应用相符（《个人信息保护法》第十七条）',
      en: 'The newest date of the policy is {date}, more than {years} years before the Android version that the app targets (API {target}, of {released}): make sure that it still agrees with the app (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '按应用现在的功能、权限和SDK更新隐私政策，写明新的更新日期并告知用户',
    en: 'Bring the policy up to the functions, permissions and SDKs of the app, date it, and tell users',
  },
  parameters: {
    years: {
      type: 'integer',
      default: 3,
      minimum: 1,
      maximum: 10,
      description: {
        zh: '政策比应用所面向的系统版本早多少年才提示',
        en: 'By how many years a policy must be older than the targeted system version to be warned about',
      },
    },
  },
  *evaluate({ policy, package: facts, listing, knowledge, parameters }) {
    const newest = newestDate(policy);
    if (newest === null) return;
    const dated = policyEvidence(policy, [newest], 1);
    const { date } = newest;
    const known = facts !== null && isAndroid(facts);
    const later =
      known && !policyMaySayMore(policy) ? requestedPermissions(facts, knowledge).filter(({ name }) => isLater(name, date)) : [];
    const silent = later.filter(({ name }) => permissionDisclosure(policy, name, knowledge).state === 'silent');
    if (silent.length > 0) {
      const evidence: Evidence[] = [...dated, ...silent.slice(0, 3).flatMap((permission) => declarationEvidence(permission))];
      const terms = silent.flatMap(({ entry }) => (entry === null ? [] : [searchedTerms(entry, knowledge)]));
      yield {
        message: 'permission',
        subject: 'permissions',
        // `listing` may be null; with one the rules on undisclosed permissions judge each of them, and this only says why.
        severity: listing === null ? 'review' : 'warn',
        data: { date, permissions: silent.map(({ name }) => name.slice(name.lastIndexOf('.') + 1)).join('、') },
        evidence: [...evidence, policyAbsence(policy, [...new Set(terms)].join('、'))],
      };
      return;
    }
    if (daysBetween(date, LAW_IN_FORCE) > 0) {
      yield { message: 'beforeLaw', subject: 'date', severity: 'warn', data: { date }, evidence: dated };
      return;
    }
    const target = known ? facts.identity.targetSdk : null;
    const released = target === null ? undefined : ANDROID_RELEASED.get(target);
    const { years } = parameters;
    if (target === null || released === undefined || daysBetween(date, released) <= years * DAYS_A_YEAR) return;
    const attribute: Evidence = {
      type: 'manifest',
      element: '/manifest/uses-sdk',
      attribute: 'android:targetSdkVersion',
      value: String(target),
    };
    yield {
      message: 'longAgo',
      subject: 'target-sdk',
      severity: 'warn',
      data: { date, target, released, years },
      evidence: [...dated, attribute],
    };
  },
});

/** The latest of the dates by which the policy says when it was made, changed or takes effect; null where there is none to rely on. */
function newestDate({ dates }: PolicyFacts): DateMention | null {
  let newest: DateMention | null = null;
  for (const each of dates) {
    if (each.confidence < TELLING || !/^\d{4}-\d{2}(?:-\d{2})?$/.test(each.date)) continue;
    if (newest === null || each.date > newest.date) newest = each;
  }
  return newest;
}

/** Whether a permission came into being after a day. */
function isLater(name: string, date: string): boolean {
  const released = ANDROID_RELEASED.get(PERMISSION_SINCE.get(name) ?? 0);
  return released !== undefined && daysBetween(date, released) > 0;
}

import type { Evidence } from '../../domain/evidence.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { advertisingSdks } from '../advertising-sdks.ts';
import { arrivalEvidence, callEvidence } from '../callers.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { codeOwner } from '../ownership.ts';
import { AT_START, arrivals, canReturn } from '../reachability.ts';
import { rule } from '../rule.ts';
import { sdkEvidence } from '../sdk-evidence.ts';

/** Categories of apps whose users are known by what is sensitive about them: health, loans, investments, banking. */
const SENSITIVE_CATEGORIES: ReadonlySet<number> = new Set([12, 15, 21, 23, 24]);

/** Beside what is always sensitive: what others learn of people from their contacts. */
const WEIGHTY: ReadonlySet<string> = new Set([
  'contacts',
  'call_log',
  'sms',
  'health.body',
  'finance',
  'identity.idcard',
  'bio.face',
  'minor',
]);

export default rule({
  id: 'behaviour/sensitive-info-marketing',
  clauses: ['pledge2021-4', 'sz2025-5'],
  basis: [
    { instrument: 'pipl', article: '28, 29', verified: true },
    { instrument: 'pledge-2021', verified: true },
    { instrument: 'campaign-2026', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing', 'policy'],
  title: {
    zh: '广告SDK可能取得敏感个人信息，政策没有写明单独同意',
    en: 'An advertising SDK may obtain sensitive information without a word of separate consent',
  },
  explanation: {
    zh: '检查广告SDK的代码或其公开说明是否涉及敏感个人信息（精准位置、通讯录、短信、健康、金融等），或者应用本身属于健康、借贷、理财、银行类别而接入了广告SDK；隐私政策有没有写到不将敏感个人信息用于营销、或者用于营销须单独同意。自律承诺要求未经单独同意不得将敏感个人信息用于营销。这是弱线索：SDK可以关闭位置采集，接入广告不等于拿敏感信息做营销，所以多数情形只提示。',
    en: 'The rule asks whether the code of an advertising SDK, or what it publishes, touches sensitive information (precise location, contacts, messages, health, finance), or whether the app itself is of health, loans, investment or banking and carries one; and whether the policy says that sensitive information is not used for marketing, or only with separate consent, as the pledge demands. It is a weak sign: SDKs can be told not to take the location, and to show advertisements is not to market by sensitive information, so most cases are warned about only.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '经期记录应用接入广告SDK，政策没有写健康信息是否用于营销',
          en: 'A period tracker with an advertising SDK, and no word on whether health information serves marketing',
        },
      },
    ],
    good: [
      {
        text: {
          zh: '政策写明“我们不会将健康信息用于广告和营销；确需使用的，会另行取得您的单独同意”',
          en: 'The policy says that health information does not serve advertising or marketing, or only with separate consent',
        },
      },
    ],
  },
  messages: {
    category: {
      zh: '应用属于“{category}”，用户信息多为敏感个人信息，同时接入了广告SDK（{sdk}），隐私政策没有写明不用于营销或者须单独同意；《个人信息保护法》第二十九条要求处理敏感个人信息取得单独同意，请复核',
      en: 'The app is of the category "{category}", whose information is mostly sensitive, and carries advertising ({sdk}), and the policy says neither that it does not serve marketing nor that separate consent is asked; article 29 of the Personal Information Protection Law wants separate consent for sensitive information: to be reviewed',
    },
    code: {
      zh: '广告SDK{sdk}的代码可以取得{types}，隐私政策没有写明敏感个人信息不用于营销或者须单独同意；请确认并补充（《个人信息保护法》第二十九条）',
      en: 'Code of the advertising SDK {sdk} can obtain {types}, and the policy says neither that sensitive information does not serve marketing nor that separate consent is asked; find out, and complete it (article 29 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '关闭广告SDK对位置等敏感信息的采集；在隐私政策中写明敏感个人信息不用于广告和营销，确需使用的在使用前单独弹窗取得同意',
    en: 'Switch the collection of location and other sensitive information by advertising SDKs off; state in the policy that sensitive information does not serve advertising or marketing, and where it must, ask consent for it alone beforehand',
  },
  applies: ({ sdks }) => advertisingSdks(sdks).length > 0,
  *evaluate({ package: facts, listing, policy, sdks, knowledge }) {
    const marketing = provisionOf(policy, 'PR-38');
    if (marketing.state === 'substance') return;
    const said =
      marketing.state === 'absent'
        ? [policyAbsence(policy, '敏感个人信息、单独同意、营销')]
        : policyEvidence(policy, marketing.places, 2);
    const advertising = advertisingSdks(sdks);
    const { category } = listing.app;
    if (SENSITIVE_CATEGORIES.has(category)) {
      yield {
        message: 'category',
        subject: 'category',
        severity: 'review',
        data: {
          category: knowledge.categories.get(category)?.name ?? String(category),
          sdk: names(advertising.map(({ sdk }) => sdk.name)),
        },
        evidence: [
          { type: 'listing', field: 'app.category', value: String(category) },
          ...advertising.slice(0, 4).flatMap((detected) => sdkEvidence(detected, facts, 1)),
          ...said,
        ],
      };
    }
    for (const { sdk } of advertising) {
      const found = sensitiveCalls(sdk.id, facts, knowledge);
      if (found.types.length === 0) continue;
      yield {
        message: 'code',
        subject: sdk.id,
        severity: found.types.some((type) => WEIGHTY.has(type)) ? 'review' : 'warn',
        data: { sdk: sdk.name, types: names(found.types.map((type) => knowledge.piTypes.get(type)!.name)) },
        evidence: [...found.evidence.slice(0, 5), ...said],
      };
    }
  },
});

function names(list: readonly Bilingual[]): Bilingual {
  return { zh: list.map(({ zh }) => zh).join('、'), en: list.map(({ en }) => en).join(', ') };
}

/** Sensitive information that code of one SDK can obtain: the calls are there, and their permission is declared. */
function sensitiveCalls(sdk: string, facts: PackageFacts, knowledge: Knowledge): { types: string[]; evidence: Evidence[] } {
  const declared = new Set(facts.permissions.map(({ name }) => name));
  const types = new Set<string>();
  const evidence: Evidence[] = [];
  for (const use of facts.code.apiUses) {
    const sensitive = use.piTypes.filter((type) => knowledge.piTypes.get(type)?.sensitive === 'yes' || WEIGHTY.has(type));
    if (sensitive.length === 0 || use.reachable === 0 || !canReturn(use, declared)) continue;
    const callers = use.callers.filter((site) => codeOwner(site.class, facts, knowledge).id === sdk);
    if (callers.length === 0) continue;
    for (const type of sensitive) types.add(type);
    const own = { ...use, callers };
    const way = arrivals(own, facts.code, AT_START)[0];
    evidence.push(
      ...(way === undefined ? callEvidence(own, facts, knowledge, 1) : [arrivalEvidence(own, way, facts, knowledge)]),
    );
  }
  return { types: [...types].sort(), evidence };
}

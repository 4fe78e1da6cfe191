import { policyEvidence, provisionOf } from '../disclosure.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/complaint-channel-unstated',
  clauses: ['sz2025-15', 'pledge2021-8', 'platform2025-2'],
  basis: [
    { instrument: 'pipl', article: '50', verified: true },
    { instrument: 'app-information-service-2022', article: '22', verified: false },
    { instrument: 'sz-guideline-2025', article: '15', verified: false },
  ],
  ceiling: 'warn',
  needs: ['listing'],
  title: { zh: '上架信息没有投诉渠道和联系方式', en: 'The listing gives neither a complaint channel nor a contact' },
  explanation: {
    zh: '看上架信息有没有投诉渠道（complaints）或者开发者联系方式（developer.contact），使商店页面能够告诉用户到哪里反映问题。处理者应当建立便捷的受理机制（《个人信息保护法》第五十条，法律），深圳市指引第十五条（推荐性，须核对）也要求公布投诉渠道。这里只作提示：渠道写在隐私政策里的，用户仍能找到；隐私政策也没有的，由隐私政策检查判断。',
    en: 'Looks whether the listing gives a complaint channel (complaints) or the developer’s contact (developer.contact), so that the store page can tell users where to turn. Handlers must have an easy way to complain (article 50 of the Personal Information Protection Law, a law), and article 15 of the Shenzhen guideline (recommended, verify) wants channels published. It is a warning only: a channel in the policy can still be found, and where the policy has none either, the privacy-policy check rejects.',
  },
  examples: {
    bad: [
      {
        text: { zh: '两处都没有填写。', en: 'Neither is given.' },
        code: '"developer": { "id": "dev-42", "name": "示例科技（深圳）有限公司" }',
      },
    ],
    good: [
      {
        text: { zh: '填写投诉渠道。', en: 'A channel for complaints.' },
        code: '"complaints": { "email": "tousu@shili-keji.example", "phone": "0755-00000000" }',
      },
    ],
  },
  messages: {
    policyOnly: {
      zh: '上架信息没有投诉渠道或联系方式，隐私政策中有；建议同时写在商店页面，便于用户反映问题（《个人信息保护法》第五十条要求便捷；深圳市指引第十五条，推荐性，须核对）',
      en: 'The listing gives neither a complaint channel nor a contact; the policy does. Put it on the store page as well (article 50 of the Personal Information Protection Law wants it easy; article 15 of the Shenzhen guideline, recommended, verify)',
    },
    nowhere: {
      zh: '上架信息没有投诉渠道或联系方式，也没有读到隐私政策中的渠道；请补充（《个人信息保护法》第五十条要求建立便捷的受理机制；深圳市指引第十五条，推荐性，须核对）',
      en: 'The listing gives neither a complaint channel nor a contact, and none was read in the policy: add one (article 50 of the Personal Information Protection Law wants an easy way to complain; article 15 of the Shenzhen guideline, recommended, verify)',
    },
  },
  remedy: {
    zh: '在上架信息中填写投诉渠道（complaints）或者开发者联系方式（developer.contact）',
    en: 'Give a complaint channel (complaints) or the developer’s contact (developer.contact) in the listing',
  },
  *evaluate({ listing, policy }) {
    const given = { ...listing.developer.contact, ...listing.complaints };
    if (Object.values(given).some((value) => value !== undefined)) return;
    const fields = ['complaints', 'developer.contact'].map((field) => ({ type: 'listing' as const, field }));
    // The policy may be null, and may not have been read.
    const { state, places } = policy?.outcome === 'read' ? provisionOf(policy, 'PR-35') : { state: 'absent', places: [] };
    if (state === 'substance') {
      yield { message: 'policyOnly', subject: 'complaints', evidence: [...fields, ...policyEvidence(policy, places, 1)] };
    } else yield { message: 'nowhere', subject: 'complaints', evidence: fields };
  },
});

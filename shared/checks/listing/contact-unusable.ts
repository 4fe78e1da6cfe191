import type { ContactDetails } from '../../domain/facts/listing.ts';
import { type ContactFault, contactFaults, isReachable } from '../contact-details.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/contact-unusable',
  clauses: ['platform2025-2', 'sz2025-15', 'pledge2021-8'],
  basis: [
    { instrument: 'pipl', article: '17, 50', verified: true },
    { instrument: 'app-information-service-2022', article: '22', verified: false },
    { instrument: 'miit-164-2020', article: '应用分发平台管理责任', verified: false },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '联系方式或投诉渠道不能使用', en: 'Contact or complaint channel that cannot be used' },
  explanation: {
    zh: '核对上架信息里开发者的联系方式和投诉渠道：邮箱、电话、网页、地址的写法是否成立，是不是 test@、123456、“暂无”这类占位内容。处理者应当告知联系方式并建立便捷的受理机制（《个人信息保护法》第十七条、第五十条，法律），开发者联系方式不真实也是对分发平台的检查内容（工信部信管函〔2020〕164号，条款须核对）。给出的全都不能使用的转人工复核；还有其他可用渠道的，或者使用保留给示例的域名的，只作提示。没有填写不在这里判断；邮箱是否有人处理，要靠商店回访。',
    en: 'Checks the developer’s contact and the complaint channel of the listing: whether mailbox, telephone, page and address can be what they should be, or are fillers such as test@, 123456 or “none”. Handlers must give their contact and an easy way to complain (articles 17 and 50 of the Personal Information Protection Law, a law), and false contacts are among what stores are checked for (MIIT notice [2020] No. 164, verify the article). Where none of those given can be used a person looks; where another one works, or the domain is one reserved for examples, it is a warning. What was left out is not judged here; whether anybody answers, the store finds out by asking.',
  },
  examples: {
    bad: [
      {
        text: { zh: '占位的邮箱和电话。', en: 'Fillers.' },
        code: '"contact": { "email": "test@test.com", "phone": "123456" }',
      },
    ],
    good: [
      {
        text: { zh: '有人处理的邮箱和电话。', en: 'A mailbox and a telephone that somebody answers.' },
        code: '"contact": { "email": "kefu@shili-keji.example", "phone": "0755-00000000" }',
      },
    ],
  },
  messages: {
    unusable: {
      zh: '{what}填写的{values}不能用来联系或者投诉（{why}），也没有其他可用的渠道；处理者应当告知真实的联系方式并建立便捷的受理机制（《个人信息保护法》第十七条、第五十条）',
      en: 'Nobody can be reached by what {what} gives, {values} ({why}), and there is no other way; handlers must give true contacts and an easy way to complain (articles 17 and 50 of the Personal Information Protection Law)',
    },
    partly: {
      zh: '{what}填写的{values}不能用来联系或者投诉（{why}），请更正（《个人信息保护法》第十七条要求告知真实、准确的联系方式）',
      en: 'Nobody can be reached by {values}, given as {what} ({why}): correct it (article 17 of the Personal Information Protection Law wants true and accurate contacts)',
    },
  },
  remedy: {
    zh: '填写真实有效、有人处理的邮箱、电话或者网页',
    en: 'Give a mailbox, telephone or page that exists and that somebody answers',
  },
  applies: ({ listing }) => listing.developer.contact !== undefined || listing.complaints !== undefined,
  *evaluate({ listing: { developer, complaints } }) {
    const channels: [field: string, what: { zh: string; en: string }, contact: ContactDetails | undefined][] = [
      ['developer.contact', { zh: '开发者联系方式', en: 'the developer’s contact' }, developer.contact],
      ['complaints', { zh: '投诉渠道', en: 'the complaint channel' }, complaints],
    ];
    for (const [field, what, contact] of channels) {
      if (contact === undefined) continue;
      const faults = contactFaults(contact);
      if (faults.length === 0) continue;
      const real = faults.filter(({ fault }) => fault !== 'reserved');
      const worst = real[0]?.fault ?? 'reserved';
      const unusable = !isReachable(contact) && real.length > 0;
      yield {
        message: unusable ? 'unusable' : 'partly',
        subject: field,
        severity: unusable ? 'review' : 'warn',
        data: { what, values: faults.map(({ value }) => `“${value}”`).join('、'), why: REASONS[worst] },
        evidence: faults.map(({ kind, value }) => ({ type: 'listing' as const, field: `${field}.${kind}`, value })),
      };
    }
  },
});

const REASONS: Readonly<Record<ContactFault, { zh: string; en: string }>> = {
  malformed: { zh: '写法不成立', en: 'not the form of one' },
  filler: { zh: '像是占位内容', en: 'looks like a filler' },
  reserved: { zh: '域名保留给示例和测试', en: 'the domain is reserved for examples and tests' },
};

import type { Evidence } from '../../domain/evidence.ts';
import { readCreditCode } from '../../knowledge/credit-code.ts';
import { comparableName } from '../comparable-name.ts';
import { rule } from '../rule.ts';

/** Legal forms that no person has. A self-employed person's business may be called 工作室, 中心 or 店. */
const COMPANY_NAME = /(?:公司|集团|有限合伙|合伙企业|co(?:mpany)?ltd|companylimited|incorporated)$/;

export default rule({
  id: 'listing/developer-credit-code',
  clauses: ['platform2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'app-information-service-2022', article: '19', verified: false },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '开发者主体信息有误或自相矛盾', en: 'Developer’s identity wrong or contradictory' },
  explanation: {
    zh: '核对开发者的统一社会信用代码：格式和校验位是否符合 GB 32100-2015，登记管理部门和机构类别是否与申报的主体类型（公司、个人、其他机构）一致，申报为个人的名称是否却是公司名称。应用分发平台应当登记并核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条，法律），写错的代码核验不了，所以转人工复核。填成身份证号的，请立即删除，个人信息不应当出现在上架信息里。代码通过校验只说明写法正确，是否属于该开发者要向登记机关查询；商店不要求填写的，没有代码不影响结果。',
    en: 'Checks the developer’s unified social credit code: form and check character by GB 32100-2015, whether the registering authority and kind of body agree with the declared kind (company, individual, institution), and whether a declared individual has a company’s name. Stores must register and verify who really operates an app (article 23 of the Law against Telecom and Online Fraud, a law), and a wrong code cannot be verified, so a person looks. Where the number of an identity card was given it should be deleted at once: it has no place in a listing. A code that passes is written rightly; whose it is only the registration authority knows. Where the store does not demand one, its absence changes nothing.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '最后一位校验位不对，多半抄错了一位。',
          en: 'The check character does not fit: a character was probably copied wrongly.',
        },
        code: '"creditCode": "91440300MA5EXAMP20"',
      },
      {
        text: { zh: '申报为个人，名称却是公司。', en: 'Declared as an individual, named as a company.' },
        code: '"developer": { "name": "示例科技（深圳）有限公司", "kind": "individual" }',
      },
    ],
    good: [
      {
        text: { zh: '与营业执照一致的18位代码。', en: 'The 18 characters on the business licence.' },
        code: '"developer": { "name": "示例科技（深圳）有限公司", "kind": "company", "creditCode": "91440300MA5EXAMP2J" }',
      },
    ],
  },
  parameters: {
    required: {
      type: 'boolean',
      default: false,
      description: {
        zh: '公司和其他机构没有填写统一社会信用代码时转人工复核',
        en: 'Hold companies and institutions that give no unified social credit code',
      },
    },
  },
  messages: {
    missing: {
      zh: '上架信息没有开发者的统一社会信用代码，无法据以核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条），请补充',
      en: 'The listing has no unified social credit code of the developer to verify the operator by (article 23 of the Law against Telecom and Online Fraud): add it',
    },
    malformed: {
      zh: '统一社会信用代码“{code}”不是18位代码的格式（GB 32100-2015），无法据以核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条），请对照营业执照更正',
      en: 'The unified social credit code “{code}” has not the form of one (18 characters, GB 32100-2015), so that the operator cannot be verified by it (article 23 of the Law against Telecom and Online Fraud): correct it by the business licence',
    },
    oldNumber: {
      zh: '“{code}”像是2015年以前的15位工商注册号，不是统一社会信用代码；请填写换发后的18位代码（《反电信网络诈骗法》第二十三条要求核验开发运营者的真实身份）',
      en: '“{code}” looks like the 15-digit registration number of before 2015; give the 18 characters that have replaced it (article 23 of the Law against Telecom and Online Fraud wants operators verified)',
    },
    wrongCheck: {
      zh: '统一社会信用代码“{code}”的校验位不对（按前17位应为 {expected}），代码有误或者是编造的，请对照营业执照更正（《反电信网络诈骗法》第二十三条要求核验开发运营者的真实身份）',
      en: 'The check character of the unified social credit code “{code}” is wrong (by the other 17 it should be {expected}): mistyped or made up; correct it by the business licence (article 23 of the Law against Telecom and Online Fraud wants operators verified)',
    },
    identityNumber: {
      zh: '统一社会信用代码一栏填写的像是居民身份证号码（此处不显示）；请立即删除并改用商店的实名认证渠道核验（《反电信网络诈骗法》第二十三条）',
      en: 'Where the unified social credit code should stand is what looks like the number of an identity card (not shown here); delete it at once and use the store’s own verification (article 23 of the Law against Telecom and Online Fraud)',
    },
    otherKind: {
      zh: '申报的主体类型是{kind}，统一社会信用代码“{code}”却属于{holder}；请核实开发运营者的真实身份（《反电信网络诈骗法》第二十三条）',
      en: 'The declared kind is {kind}; the unified social credit code “{code}” is one of {holder}: verify who operates the app (article 23 of the Law against Telecom and Online Fraud)',
    },
    companyName: {
      zh: '申报的主体类型是个人，名称“{name}”却是公司的名称；请核实开发运营者的真实身份（《反电信网络诈骗法》第二十三条）',
      en: 'The declared kind is an individual and the name “{name}” a company’s: verify who operates the app (article 23 of the Law against Telecom and Online Fraud)',
    },
  },
  remedy: {
    zh: '对照营业执照（或者事业单位、社会组织的登记证书）更正名称、主体类型和18位统一社会信用代码',
    en: 'Correct name, kind and the 18-character code by the business licence or certificate of registration',
  },
  *evaluate({ listing: { developer }, parameters }) {
    const { kind, creditCode, name = '' } = developer;
    const named: Evidence = { type: 'listing', field: 'developer.name', value: name };
    const declared: Evidence = { type: 'listing', field: 'developer.kind', value: kind ?? '' };
    const field: Evidence = { type: 'listing', field: 'developer.creditCode' };
    if (kind === 'individual' && COMPANY_NAME.test(comparableName(name))) {
      yield { message: 'companyName', subject: 'developer.kind', data: { name }, evidence: [declared, named] };
    }
    if (creditCode === undefined) {
      if (parameters.required && kind !== 'individual') {
        yield { message: 'missing', subject: 'developer.creditCode', evidence: [field] };
      }
      return;
    }
    const reading = readCreditCode(creditCode);
    const found = { subject: 'developer.creditCode', data: { code: creditCode }, evidence: [{ ...field, value: creditCode }] };
    if (reading.form === 'identity-number') {
      yield { message: 'identityNumber', subject: 'developer.creditCode', evidence: [field] };
    } else if (reading.form === 'malformed') yield { ...found, message: 'malformed' };
    else if (reading.form === 'registration-number') yield { ...found, message: 'oldNumber' };
    else if (reading.form === 'wrong-check') {
      yield { ...found, message: 'wrongCheck', data: { code: reading.code, expected: reading.expected } };
    } else if (kind !== undefined && FITS[kind].every((holder) => holder !== reading.holder) && reading.holder !== 'other') {
      const data = { code: reading.code, kind: KINDS[kind], holder: HOLDERS[reading.holder] };
      yield { message: 'otherKind', subject: 'developer.kind', data, evidence: [declared, ...found.evidence] };
    }
  },
});

/** Whose codes go with a declared kind. Self-employed people register a business and may call themselves either. */
const FITS = {
  company: ['company', 'self-employed', 'cooperative'],
  individual: ['self-employed'],
  institution: ['institution'],
} as const;

const KINDS = {
  company: { zh: '公司', en: 'a company' },
  individual: { zh: '个人', en: 'an individual' },
  institution: { zh: '其他机构', en: 'an institution' },
} as const;

const HOLDERS = {
  company: { zh: '企业', en: 'companies' },
  'self-employed': { zh: '个体工商户', en: 'self-employed people' },
  cooperative: { zh: '农民专业合作社', en: 'farmers’ cooperatives' },
  institution: { zh: '机关、事业单位或社会组织', en: 'authorities, public institutions or social organisations' },
} as const;

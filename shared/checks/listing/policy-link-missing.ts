import { rule } from '../rule.ts';

export default rule({
  id: 'listing/policy-link-missing',
  clauses: ['sz2025-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'sz-guideline-2025', article: '1', verified: false },
  ],
  ceiling: 'warn',
  needs: ['listing'],
  title: { zh: '上架信息没有可用的隐私政策链接', en: 'The listing has no usable link to the privacy policy' },
  explanation: {
    zh: '看上架信息有没有隐私政策链接，链接是不是 HTTPS。商店页面应当有便于访问、长期有效的政策链接（深圳市指引第一条，推荐性，须核对；《个人信息保护法》第十七条和《网络数据安全管理条例》第二十一条要求公开、易于访问）。政策以文件提交的，内容照样检查，所以缺链接只作提示，提醒上架前补上；明文 HTTP 的内容可能在途中被改，也只作提示。既没有链接也没有文件的，由隐私政策检查驳回。',
    en: 'Looks whether the listing gives a link to the policy and whether it is HTTPS. A store page should have a link that opens easily and lasts (article 1 of the Shenzhen guideline, recommended, verify; article 17 of the Personal Information Protection Law and article 21 of the Regulation on Network Data Security want the rules public and easy to reach). A policy that came as a file is read all the same, so a missing link is a warning to add one before listing; plain HTTP can be changed on the way and is a warning too. Where there is neither link nor file the privacy-policy check rejects.',
  },
  examples: {
    bad: [
      {
        text: { zh: '链接不是 HTTPS。', en: 'Plain HTTP.' },
        code: '"privacyPolicyUrl": "http://www.shili-keji.example/privacy.html"',
      },
    ],
    good: [
      {
        text: { zh: '长期有效的 HTTPS 链接。', en: 'A lasting HTTPS link.' },
        code: '"privacyPolicyUrl": "https://www.shili-keji.example/privacy.html"',
      },
    ],
  },
  messages: {
    missing: {
      zh: '上架信息没有填写隐私政策链接；商店页面应当有便于访问、长期有效的政策链接（深圳市指引第一条，推荐性，须核对；《个人信息保护法》第十七条要求公开），上架前请补充',
      en: 'The listing gives no link to the privacy policy; the store page should have one that opens easily and for good (article 1 of the Shenzhen guideline, recommended, verify; article 17 of the Personal Information Protection Law wants the rules to be public): add it before listing',
    },
    insecure: {
      zh: '隐私政策链接 {url} 不是 HTTPS，内容可能被篡改，建议改用 HTTPS（深圳市指引第一条，推荐性，须核对）',
      en: 'The link to the privacy policy {url} is not HTTPS, so what users read can be changed on the way; use HTTPS (article 1 of the Shenzhen guideline, recommended, verify)',
    },
  },
  remedy: {
    zh: '在上架信息中填写长期有效的 HTTPS 隐私政策链接',
    en: 'Give a lasting HTTPS link to the privacy policy in the listing',
  },
  *evaluate({ listing: { privacyPolicyUrl } }) {
    if (privacyPolicyUrl === undefined) {
      yield { message: 'missing', subject: 'privacyPolicyUrl', evidence: [{ type: 'listing', field: 'privacyPolicyUrl' }] };
    } else if (/^http:/i.test(privacyPolicyUrl)) {
      yield {
        message: 'insecure',
        subject: 'privacyPolicyUrl',
        data: { url: privacyPolicyUrl },
        evidence: [{ type: 'listing', field: 'privacyPolicyUrl', value: privacyPolicyUrl }],
      };
    }
  },
});

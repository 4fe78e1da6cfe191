import type { Evidence } from '../../domain/evidence.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { DetectedSdk } from '../../knowledge/sdks/detection/detect.ts';
import { arePagesRead, speaksOf, textEvidence, textsAbsence, textsOn } from '../app-texts.ts';
import { quote } from '../policy-admissions.ts';
import { type RuleContext, rule } from '../rule.ts';
import { sdkEvidence } from '../sdk-evidence.ts';

const LOGIN = /登录|登入|登陆|注册|註冊|log ?in|sign ?(?:in|up)|register/i;

/** Classes from which on an SDK is more than the part that another library brings along. */
const WHOLE_SDK = 20;

interface Accounts {
  readonly declared: boolean;
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

/** What shows that the app has accounts; null where nothing does, or where the listing says that it has none. */
function accountsOf({ package: facts, listing, sdks }: RuleContext): Accounts | null {
  const declared = listing.app.features?.accounts;
  if (declared === true) {
    return {
      declared: true,
      why: { zh: '上架信息声明有账号体系', en: 'the listing declares accounts' },
      evidence: [{ type: 'listing', field: 'app.features.accounts', value: 'true' }],
    };
  }
  if (declared === false) return null;
  const asking = [...textsOn(facts, 'consent-by-use'), ...textsOn(facts, 'agree')].find(({ text }) => LOGIN.test(text));
  if (asking !== undefined) {
    const text = quote(asking.text);
    return {
      declared: false,
      why: { zh: `应用文字提到登录或注册（“${text}”）`, en: `a text of the app speaks of logging in or registering (“${text}”)` },
      evidence: textEvidence([asking]),
    };
  }
  const login = sdks.find(({ sdk, packages }) => sdk.category === 'login' && sizeOf(packages) >= WHOLE_SDK);
  if (login === undefined) return null;
  const { zh, en } = login.sdk.name;
  return {
    declared: false,
    why: { zh: `含有登录SDK（${zh}）`, en: `it has an SDK for logging in (${en})` },
    evidence: sdkEvidence(login, facts, 1),
  };
}

function sizeOf(packages: DetectedSdk['packages']): number {
  return packages.reduce((sum, { classes }) => sum + classes, 0);
}

export default rule({
  id: 'behaviour/account-deletion-entry-missing',
  clauses: ['sz2025-15', 'pledge2021-7'],
  basis: [
    { instrument: 'pipl', article: '47', verified: true },
    { instrument: 'network-data-regulation', article: '23', verified: true },
    { instrument: 'app-violation-identification-2019', article: '六.1', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '有账号而应用内没有发现注销入口', en: 'Accounts, and no way to delete one was found in the app' },
  explanation: {
    zh: '有账号的应用应当提供注销功能，只在隐私政策里写一个邮箱不够便捷。本规则在资源、代码和脚本的文字中寻找“注销账号”“删除账户”等字样；上架信息声明有账号（或没有声明而文字、登录SDK显示有账号）、资源与代码完整读取而没有找到的，提出问题。注销页由服务器下发网页提供的，静态看不到，请在应用中确认。',
    en: 'An app with accounts must let users delete them; a mailbox in the policy is not easy enough. This rule looks in the texts of resources, code and scripts for words such as "delete account". It speaks where the listing declares accounts (or says nothing while texts or a login SDK show them), the app was read whole and no such text was found. A page that a server sends cannot be seen: check in the app.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '有手机号登录，设置页只有“退出登录”，没有“注销账号”',
          en: 'Login by phone; the settings have "Log out" and no "Delete account"',
        },
      },
    ],
    good: [{ text: { zh: '“设置-账号与安全-注销账号”', en: 'Settings – Account – Delete account' } }],
  },
  messages: {
    declared: {
      zh: '{why}，但应用文字中没有找到注销账号的入口；处理者应当提供便捷的注销途径（《网络数据安全管理条例》第二十三条），未提供有效的注销功能列于《App违法违规收集使用个人信息行为认定方法》第六类（条号须核对），请打开应用复核',
      en: 'No text of the app leads to deleting the account, although {why}; handlers must offer an easy way (article 23 of the Regulation on Network Data Security), and its absence is listed in section 6 of the 2019 identification methods (verify the item): open the app',
    },
    likely: {
      zh: '{why}，应用文字中没有找到注销账号的入口；如应用有账号，应当提供便捷的注销途径（《网络数据安全管理条例》第二十三条），请核对并在上架信息中如实声明是否有账号',
      en: 'No text of the app leads to deleting an account, although {why}; if there are accounts, an easy way to delete them is due (article 23 of the Regulation on Network Data Security): check, and declare in the listing whether there are any',
    },
  },
  remedy: {
    zh: '在应用内提供注销账号的功能并放在容易找到的位置（如“设置-账号与安全-注销账号”），不设不合理条件',
    en: 'Offer account deletion in the app where it is easily found (such as Settings – Account – Delete account), without unreasonable conditions',
  },
  *evaluate(context) {
    const { package: facts } = context;
    if (!arePagesRead(facts) || speaksOf(facts, 'account-deletion')) return;
    const accounts = accountsOf(context);
    if (accounts === null) return;
    yield {
      message: accounts.declared ? 'declared' : 'likely',
      subject: 'account-deletion',
      severity: accounts.declared ? 'review' : 'warn',
      data: { why: accounts.why },
      evidence: [...accounts.evidence, textsAbsence(facts, { zh: '注销账号、删除账户', en: 'deleting the account' })],
    };
  },
});

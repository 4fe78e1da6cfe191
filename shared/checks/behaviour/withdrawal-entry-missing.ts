import { arePagesRead, speaksOf, textsAbsence } from '../app-texts.ts';
import { handlingOf } from '../information-handled.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'behaviour/withdrawal-entry-missing',
  clauses: ['sz2025-6'],
  basis: [
    { instrument: 'pipl', article: '15', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.8', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package', 'listing'],
  title: { zh: '应用内没有发现撤回同意的入口', en: 'No way to withdraw consent was found in the app' },
  explanation: {
    zh: '基于同意处理个人信息的，用户有权撤回，撤回应当便捷。本规则只在应用确实征求过同意（文字中有“同意”或隐私政策）时，寻找撤回同意、取消授权、注销账号等字样；资源与代码完整读取而没有找到的，提示补充。用户还可以在系统设置中关闭权限，撤回页也可能由服务器下发，因此只作提示；隐私政策有没有写撤回途径由隐私政策检查判断。',
    en: 'Where consent is the ground, users may withdraw it, and easily. Only where the app does ask for consent this rule looks for withdrawing it, revoking an authorisation or deleting the account, and reminds developers where the app was read whole and has none. Users can also close permissions in the system settings, and a server may send the page, so this is a warning; whether the policy names a way is for the privacy-policy check.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '同意隐私政策后，应用内没有任何撤回的地方',
          en: 'Once given, consent cannot be withdrawn anywhere in the app',
        },
      },
    ],
    good: [{ text: { zh: '“设置-隐私-撤回同意”，“权限管理”', en: 'Settings – Privacy – Withdraw consent, and Permissions' } }],
  },
  messages: {
    missing: {
      zh: '应用处理个人信息（{why}）并征求同意，但应用文字中没有找到撤回同意或取消授权的入口；处理者应当提供便捷的撤回方式（《个人信息保护法》第十五条）',
      en: 'The app handles personal information ({why}) and asks for consent, and no text of it leads to withdrawing consent or an authorisation; handlers must offer an easy way (article 15 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在“设置-隐私”中提供撤回同意、权限管理的入口，撤回后不影响不依赖该信息的功能',
    en: 'Offer withdrawal and permission management under Settings – Privacy, without taking away functions that do not need the information',
  },
  *evaluate(context) {
    const { package: facts } = context;
    if (!arePagesRead(facts) || speaksOf(facts, 'withdraw-consent', 'account-deletion')) return;
    if (!speaksOf(facts, 'agree', 'consent-by-use', 'privacy-policy')) return;
    const handling = handlingOf(context);
    if (handling === null || !handling.certain) return;
    yield {
      message: 'missing',
      subject: 'withdraw-consent',
      data: { why: handling.why },
      evidence: [...handling.evidence, textsAbsence(facts, { zh: '撤回同意、取消授权', en: 'withdrawing consent' })],
    };
  },
});

import { arePagesRead, speaksOf, textsAbsence } from '../app-texts.ts';
import { hasOpenBox } from '../consent-screens.ts';
import { handlingOf } from '../information-handled.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'behaviour/consent-screen-missing',
  clauses: ['sz2025-4'],
  basis: [
    { instrument: 'pipl', article: '14, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '一.2', verified: true },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '没有发现征求同意的页面或文字', en: 'No page or text that asks for consent' },
  explanation: {
    zh: '处理个人信息的应用在首次运行时应当以弹窗等明显方式提示用户阅读收集使用规则，并征得同意。本规则在资源、代码和脚本的文字中寻找征求同意的内容（同意、不同意、登录即同意等），只有应用有账号、敏感权限或会收集信息的第三方SDK，且资源与代码都完整读取、没有加固、也不由应用自身在运行时加载代码时，才把“没有找到”作为线索。由服务器下发的网页弹窗静态看不到，因此只请人打开应用复核。',
    en: 'An app that handles personal information must at first start point its users to its rules in a conspicuous way and ask for consent. This rule looks in the texts of resources, code and scripts for anything that asks (agree, disagree, consent by logging in). Finding nothing counts only where the app has accounts, sensitive permissions or a collecting SDK, and where resources and code were read whole, neither packed nor loaded by the app itself at run time. Dialogs that a server sends cannot be seen, so a person is asked to open the app.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '应用申请位置和通讯录权限，全部文字中没有任何征求同意的内容',
          en: 'The app asks for location and contacts, and none of its texts asks for consent',
        },
      },
    ],
    good: [
      {
        text: {
          zh: '首次运行弹窗说明处理的信息并提供“同意”“不同意”',
          en: 'A dialog at first start tells what is handled and offers "Agree" and "Disagree"',
        },
      },
      {
        text: {
          zh: '没有账号、敏感权限和第三方SDK的离线工具不适用',
          en: 'An offline tool without accounts, sensitive permissions and SDKs is not concerned',
        },
      },
    ],
  },
  messages: {
    missing: {
      zh: '{why}，但在应用的资源和代码文字中没有找到征求同意的页面或文字；首次运行应当以弹窗等明显方式提示用户阅读规则并征得同意（《个人信息保护法》第十四条、第十七条，《App违法违规收集使用个人信息行为认定方法》第一类第二项），请打开应用复核',
      en: 'No page or text that asks for consent was found in the app’s resources and code, although {why}; at first start users must be pointed to the rules conspicuously and asked (articles 14 and 17 of the Personal Information Protection Law, item 2 of section 1 of the 2019 identification methods): open the app',
    },
  },
  remedy: {
    zh: '首次运行时在收集任何个人信息之前弹窗说明主要处理规则，附隐私政策链接，并同时提供同意和不同意的选项',
    en: 'At first start and before anything is collected, show the main rules in a dialog with a link to the policy and with the options to agree and to refuse',
  },
  *evaluate(context) {
    const { package: facts } = context;
    if (facts.consentScreens.some(hasOpenBox) || speaksOf(facts, 'agree', 'refuse', 'consent-by-use')) return;
    const handling = arePagesRead(facts) ? handlingOf(context) : null;
    if (handling === null) return;
    yield {
      message: 'missing',
      subject: 'consent',
      severity: handling.certain ? 'review' : 'warn',
      data: { why: handling.why },
      evidence: [
        ...handling.evidence,
        textsAbsence(facts, { zh: '同意、不同意、登录即代表同意', en: 'agree, disagree, by logging in you agree' }),
      ],
    };
  },
});

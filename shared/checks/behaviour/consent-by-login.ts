import { isSdkText, textEvidence, textsOn } from '../app-texts.ts';
import { hasOpenBox } from '../consent-screens.ts';
import { quote } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

/** Pressing a button that says "agree" is an act of consent, however the sentence goes on. */
const ACT =
  /(?:点击|點擊|轻触|按下|点选|勾选|选择|选中|tap(?:ping)?|click(?:ing)?|press(?:ing)?|select(?:ing)?|choos(?:e|ing))\s*(?:下方|下面|右侧|on |the )?(?:的|按钮)?\s*[“”"「『'‘【[]?(?:我)?(?:同意|接受|i agree|agree|accept)/iu;
export default rule({
  id: 'behaviour/consent-by-login',
  clauses: ['sz2025-4'],
  basis: [
    { instrument: 'pipl', article: '14', verified: true },
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.4', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '以登录、注册或使用代替同意', en: 'Logging in, registering or using is taken for consent' },
  explanation: {
    zh: '同意应当由用户明确作出，“登录即代表同意”“继续使用即视为接受”不是明确的同意。本规则在应用自己的文字（资源、代码、脚本）中寻找这类句子。“点击‘同意’即表示……”是用户主动点击同意，不算。应用另有默认未选中的勾选框、或者句子属于手机号一键登录SDK的，只作提示。这些文字是否真的显示、旁边有没有勾选框，须打开应用确认，所以不直接驳回；隐私政策正文里的同类句子由隐私政策检查处理。',
    en: 'Consent must be explicit: "logging in means that you agree" and "by continuing you accept" are not. This rule looks for such sentences in the app’s own texts (resources, code, scripts). "By pressing Agree you accept …" is an act of consent and does not count. Where the app also has an unticked box, or the sentence belongs to an SDK for login by the phone number, it is a warning. Whether the sentence is shown, and what stands beside it, must be seen in the app, so nothing is rejected here; such sentences in the policy are for the privacy-policy check.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '登录按钮下方写“登录即代表您已同意《隐私政策》”，没有勾选框',
          en: 'Below the login button and without a box',
        },
        code: '<string name="login_hint">登录即代表您已同意《用户协议》和《隐私政策》</string>',
      },
    ],
    good: [
      {
        text: { zh: '登录前由用户勾选同意', en: 'Users tick a box before they log in' },
        code: '<string name="login_agree">我已阅读并同意《用户协议》和《隐私政策》</string>',
      },
      {
        text: {
          zh: '“点击‘同意’即表示您已阅读《隐私政策》”',
          en: '"By pressing Agree you confirm that you have read the policy"',
        },
      },
    ],
  },
  messages: {
    text: {
      zh: '应用文字写有“{text}”，以登录、注册或使用代替同意；同意应当由个人自愿、明确作出（《个人信息保护法》第十四条），以默认等非明示方式征求同意列于《App违法违规收集使用个人信息行为认定方法》第三类（条号须核对），请打开相应页面复核',
      en: 'A text of the app says “{text}” and takes logging in, registering or using for consent; consent must be voluntary and explicit (article 14 of the Personal Information Protection Law), and asking for it by anything but an express act is listed in section 3 of the 2019 identification methods (verify the item): open the page',
    },
  },
  remedy: {
    zh: '改为由用户主动勾选或点击“同意”后再登录、注册，并可以拒绝；删除“登录即同意”一类的文字',
    en: 'Let users tick a box or press "Agree" before they log in or register, with a way to refuse; remove such sentences',
  },
  *evaluate({ package: facts }) {
    const found = textsOn(facts, 'consent-by-use').filter(({ text }) => !ACT.test(text));
    if (found.length === 0) return;
    const own = found.filter((text) => !isSdkText(text));
    const foreign = found.filter(isSdkText);
    yield {
      message: 'text',
      subject: 'texts',
      severity: own.length > 0 && !facts.consentScreens.some(hasOpenBox) ? 'review' : 'warn',
      data: { text: quote((own[0] ?? found[0])!.text) },
      evidence: textEvidence([...own, ...foreign], 10),
    };
  },
});

import type { ConsentControl, ConsentScreen } from '../../domain/facts/contents.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import { arePagesRead, speaksOf, textEvidence, textsAbsence, textsOn } from '../app-texts.ts';
import { acknowledges, controlEvidence, isCheckable, nameOf, namesPolicy, refuses, spoken } from '../consent-screens.ts';
import { quote } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

/** What buttons that agree say; those that log in or pay besides can be left by going back. 已阅读并同意 on a plain text is rather the label of a box. */
const AGREE_BUTTON =
  /^(?:我)?(?:全部)?(?:同意|接受)(?:并(?!登录|登陆|注册|绑定|支付|开通|提交|授权).{1,8}|以上.{0,4}|协议|隐私政策)?$|^(?:i )?(?:agree|accept)(?: all)?(?: ?(?:and|&) ?\w+)?$/i;
const READ_AND_AGREE = /^我?已?(?:阅读)(?:且|并)?同意(?:并.{1,6})?$/;
/** What only the first question of an app says. */
const FIRST_QUESTION = /^(?:我)?同意并(?:继续|进入|使用|开始使用)$|^(?:agree|accept) ?(?:and|&) ?continue$/i;
/** Characters up to which a text can be a button, and from which on it is a notice. */
const BUTTON = 14;
const NOTICE = 20;

/** How a screen asks: by a button that agrees, by one that takes notice only, or not at all; null where users can say no. */
function asks(screen: ConsentScreen): { message: 'noRefusal' | 'noticeOnly'; button: ConsentControl } | null {
  const { controls } = screen;
  if (controls.some(isCheckable)) return null;
  const buttons = controls.filter((control) => spoken(control).length <= BUTTON && spoken(control) !== '');
  if (buttons.some((control) => refuses(spoken(control)))) return null;
  const agreeing = buttons.find(
    (control) => AGREE_BUTTON.test(spoken(control)) || (control.kind === 'button' && READ_AND_AGREE.test(spoken(control))),
  );
  if (agreeing !== undefined) return { message: 'noRefusal', button: agreeing };
  const noticed = buttons.find((control) => acknowledges(spoken(control)));
  const notice = controls.some((control) => spoken(control).length >= NOTICE && namesPolicy(spoken(control)));
  return noticed !== undefined && notice ? { message: 'noticeOnly', button: noticed } : null;
}

export default rule({
  id: 'behaviour/consent-without-refusal',
  clauses: ['sz2025-4'],
  basis: [
    { instrument: 'pipl', article: '14, 16', verified: true },
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'gbt-42574-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '征求同意的页面不能拒绝', en: 'A page asks for consent and takes no refusal' },
  explanation: {
    zh: '征求同意隐私政策的弹窗应当让用户能够同意，也能够拒绝。本规则查看谈到隐私政策的布局：有“同意”按钮而没有“不同意”“退出”“取消”一类的按钮，也没有可以不勾选的选择框；或者只有“我知道了”“好的”这类看过即可的按钮。没有布局可看的应用（鸿蒙、快应用、跨端框架、代码里拼出的弹窗）只看文字，只作提示。按钮文字由代码设置、或者拒绝入口在别处的，静态看不到，所以只请人复核，不直接认定。',
    en: 'A dialog that asks to agree to the privacy policy must be one that users can agree to or refuse. This rule looks at layouts that speak of the policy: with an "agree" button and neither a button to refuse, leave or cancel nor a box that may be left unticked; or with nothing but "I see" or "OK". Where there are no layouts (HarmonyOS, quick apps, other frameworks, dialogs made by code) only texts are looked at, for a warning. Buttons labelled by code and ways out elsewhere cannot be seen, so a person is asked.',
  },
  examples: {
    bad: [
      { text: { zh: '隐私弹窗只有“同意并继续”一个按钮', en: 'The dialog has one button, "Agree and continue"' } },
      {
        text: {
          zh: '弹窗写“请阅读《隐私政策》”，按钮只有“我知道了”',
          en: 'The dialog says "please read the privacy policy" and its only button is "Got it"',
        },
      },
    ],
    good: [
      { text: { zh: '“同意并继续”与“不同意并退出”两个按钮并列', en: '"Agree and continue" beside "Disagree and leave"' } },
      {
        text: {
          zh: '登录页有默认未选中的勾选框，不勾选就是拒绝',
          en: 'A login page with an unticked box: leaving it so is refusing',
        },
      },
    ],
  },
  messages: {
    noRefusal: {
      zh: '布局 {screen} 征求同意，有按钮“{button}”，没有看到不同意、退出或取消的选项；同意应当自愿作出，不得因不同意而拒绝提供服务（《个人信息保护法》第十四条、第十六条），请打开该页面复核',
      en: 'The layout {screen} asks for consent with the button “{button}”, and no option to refuse, leave or cancel was seen; consent must be voluntary and service may not be refused for lack of it (articles 14 and 16 of the Personal Information Protection Law): open the page',
    },
    noticeOnly: {
      zh: '布局 {screen} 提示隐私政策，按钮只有“{button}”，看过不等于同意；需要同意的应当由用户明确作出（《个人信息保护法》第十四条），请打开该页面复核',
      en: 'The layout {screen} points to the privacy policy and its only button is “{button}”; having seen it is not having agreed, and where consent is needed it must be explicit (article 14 of the Personal Information Protection Law): open the page',
    },
    texts: {
      zh: '应用文字中有征求同意的按钮“{button}”，没有找到不同意、拒绝一类的文字；请核对用户能否拒绝（《个人信息保护法》第十四条、第十六条）',
      en: 'The app’s texts have a button that asks for consent, “{button}”, and none to refuse was found; check that users can refuse (articles 14 and 16 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在征求同意的页面提供与“同意”同样明显的“不同意”或退出选项，不因用户拒绝非必要信息而停止基本功能',
    en: 'Offer a refusal as visible as the agreement, and do not withhold basic functions from users who refuse what is not necessary',
  },
  *evaluate({ package: facts }) {
    const refusedElsewhere = textsOn(facts, 'refuse').length > 0;
    let seen = false;
    for (const screen of facts.consentScreens) {
      if (!screen.topics.includes('privacy-policy')) continue;
      seen = true;
      const asked = asks(screen);
      if (asked === null) continue;
      yield {
        message: asked.message,
        subject: nameOf(screen),
        // A text of refusal that no layout holds may be what code puts on the second button.
        severity: refusedElsewhere && asked.message === 'noRefusal' ? 'warn' : 'review',
        data: { screen: nameOf(screen), button: quote(spoken(asked.button)) },
        evidence: [controlEvidence(screen, asked.button)],
      };
    }
    if (!seen) yield* ofTexts(facts);
  },
});

function* ofTexts(facts: PackageFacts) {
  if (!arePagesRead(facts) || !speaksOf(facts, 'privacy-policy') || speaksOf(facts, 'refuse')) return;
  const asking = textsOn(facts, 'agree').filter(({ text }) => FIRST_QUESTION.test(text.trim()));
  if (asking.length === 0) return;
  yield {
    message: 'texts' as const,
    subject: 'texts',
    severity: 'warn' as const,
    data: { button: quote(asking[0]!.text) },
    evidence: [
      ...textEvidence(asking, 2),
      textsAbsence(facts, { zh: '不同意、拒绝、暂不使用', en: 'disagree, decline, refuse' }),
    ],
  };
}

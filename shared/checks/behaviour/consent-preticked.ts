import type { ConsentControl, ConsentScreen } from '../../domain/facts/contents.ts';
import {
  agreedWith,
  agrees,
  controlEvidence,
  hasOtherPurpose,
  isCheckable,
  isNamedConsent,
  isSdkLayout,
  nameOf,
  namesPolicy,
  subjectOfBox,
} from '../consent-screens.ts';
import { isAndroid } from '../platform.ts';
import { quote } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

/** What a box that is ticked in advance amounts to; null where it is not about consent. */
function judge(
  screen: ConsentScreen,
  at: number,
  isOnlyBox: boolean,
): { message: 'policy' | 'agreement' | 'unclear'; text: string } | null {
  const box = screen.controls[at]!;
  if (hasOtherPurpose(box)) return null;
  const { text, certain } = subjectOfBox(screen.controls, at);
  const subject = agreedWith(text);
  const named = isNamedConsent(box);
  if (subject === 'policy' && certain && !isSdkLayout(screen)) return { message: 'policy', text };
  if (subject === 'agreement' && certain) return { message: 'agreement', text };
  // A text that is merely near counts where the box calls itself one of consent, or where nothing else on the screen could be meant.
  const near = subject !== null && (named || certain || isOnlyBox);
  const unnamed = named && (text === '' || agrees(text) || namesPolicy(text));
  return near || unnamed ? { message: 'unclear', text } : null;
}

function isTicked(control: ConsentControl): boolean {
  return isCheckable(control) && control.checked === true && control.visible !== false;
}

export default rule({
  id: 'behaviour/consent-preticked',
  clauses: ['sz2025-4'],
  basis: [
    { instrument: 'pipl', article: '14', verified: true },
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.4', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package'],
  title: { zh: '同意隐私政策的勾选框默认选中', en: 'The box that agrees to the privacy policy is ticked in advance' },
  explanation: {
    zh: '同意应当由用户自己作出。本规则查看布局文件中的勾选框、开关和单选框：布局（或其样式）写明默认选中、没有隐藏，且控件自身或紧邻的文字是同意隐私政策的，直接认定；只涉及用户协议、文字不在同一处、或布局属于第三方登录SDK的，交人工复核。“记住密码”“自动登录”、性别等选项不在此列。静态检测看得到布局写的默认值，看不到代码是否在显示前把它改为未选中：即使代码会改，也应当删除布局中的默认选中。',
    en: 'Consent is for the user to give. This rule looks at check boxes, switches and radio buttons in layouts: where the layout or its style ticks one in advance, does not hide it, and its own text or the one directly beside it agrees to the privacy policy, that decides. Boxes for a user agreement only, with a text that merely stands near, or in a layout of a login SDK go to a person. "Remember me", "log in automatically", gender and the like are not meant. What code does to the box before it is shown cannot be seen; where code clears it, the default should go from the layout all the same.',
  },
  examples: {
    bad: [
      {
        text: { zh: '登录页的勾选框在布局中默认选中', en: 'The box of the login page is ticked in the layout' },
        code: '<CheckBox android:id="@+id/cb_agree" android:checked="true"\n    android:text="我已阅读并同意《用户协议》和《隐私政策》" />',
      },
    ],
    good: [
      {
        text: { zh: '默认未选中，由用户自己勾选', en: 'Not ticked: the user does it' },
        code: '<CheckBox android:id="@+id/cb_agree" android:checked="false"\n    android:text="我已阅读并同意《用户协议》和《隐私政策》" />',
      },
      {
        text: { zh: '“记住密码”默认选中不属于同意', en: '"Remember me" ticked in advance is no consent' },
        code: '<CheckBox android:checked="true" android:text="记住密码" />',
      },
    ],
  },
  messages: {
    policy: {
      zh: '布局 {screen} 中“{text}”的选择框写明默认选中；同意应当由个人在充分知情的前提下自愿、明确作出（《个人信息保护法》第十四条），以默认勾选征得同意也列于《App违法违规收集使用个人信息行为认定方法》第三类（条号须核对）；代码是否在显示前清除勾选，静态不能确定，布局中的默认值应当删除',
      en: 'In the layout {screen} the box of “{text}” is ticked in advance; consent must be voluntary, explicit and informed (article 14 of the Personal Information Protection Law), and asking for it by preselection is listed in section 3 of the 2019 identification methods (verify the item). Whether code clears it before it is shown cannot be told statically; the default should go from the layout',
    },
    agreement: {
      zh: '布局 {screen} 中“{text}”的选择框写明默认选中；所同意的协议如包含个人信息处理规则，即属默认同意，请复核（《个人信息保护法》第十四条）',
      en: 'In the layout {screen} the box of “{text}” is ticked in advance; if that agreement holds rules on personal information, this is consent by default: to be reviewed (article 14 of the Personal Information Protection Law)',
    },
    unclear: {
      zh: '布局 {screen} 中有默认选中的选择框（{control}），看来用于同意隐私政策或协议（“{text}”），但对应关系或最终状态不能静态确定，请打开该页面复核（《个人信息保护法》第十四条）',
      en: 'The layout {screen} has a box that is ticked in advance ({control}) and seems to agree to the policy or an agreement (“{text}”); what it belongs to, or its final state, cannot be told statically: open the page (article 14 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '删除该控件的 android:checked="true"（含样式中的），由用户主动勾选后才能继续；代码中也不得自动选中',
    en: 'Remove android:checked="true" from the control and its style, and go on only after the user has ticked it; code may not tick it either',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: { consentScreens } }) {
    for (const screen of consentScreens) {
      const isOnlyBox = screen.controls.filter(isCheckable).length === 1;
      for (const [at, control] of screen.controls.entries()) {
        if (!isTicked(control)) continue;
        const judged = judge(screen, at, isOnlyBox);
        if (judged === null) continue;
        const { message, text } = judged;
        const name = control.id ?? control.kind;
        yield {
          message,
          subject: `${nameOf(screen)}/${name}`,
          severity: message === 'policy' ? 'reject' : 'review',
          data: { screen: nameOf(screen), control: name, text: quote(text) },
          evidence: [controlEvidence(screen, control, 'android:checked')],
        };
      }
    }
  },
});

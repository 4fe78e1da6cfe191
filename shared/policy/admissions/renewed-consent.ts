import { around, type PolicyText } from '../text/policy-text.ts';

const RENEWED =
  /(?:再次|重新)(?:向您)?(?:征得|征求|取得|获得|获取)[^,。;]{0,12}同意|(?:征得|征求|取得|获得|获取)[^,。;]{0,6}(?:再次|重新)(?:的)?(?:同意|授权)|(?:再次|重新)(?:勾选|点击|选择|同意|(?:确认|作出|表示)[^,。;]{0,6}同意)/;
/** 更新后的本政策生效前…通知您并再次征求您的明示同意, then a list of what weighs enough, then what going on means. */
const POLICY_CHANGED =
  /(?:更新|变更|修[订改]|调整)[^。;]{0,24}(?:政策|声明|规则|条款|协议|指引)|(?:政策|声明|规则|条款|协议|指引)[^。;]{0,24}(?:更新|变更|修[订改]|调整)/;
/** Renewed consent to another purpose, or to what partners do, is none to the changed policy; nor is one for a part of the changes. */
const FOR_A_PART = /目的|关联|共享|第三方|如果|敏感/;
/** Sentences of a section on changes. */
const SECTION = 16;

/** Whether a new act of consent to the changed policy is asked for near the sentence at `index`, or earlier in the same section. */
export function asksConsentAgain(text: PolicyText, index: number): boolean {
  if (RENEWED.test(around(text, index, 2, 1))) return true;
  return text.sentences
    .slice(Math.max(0, index - SECTION), index)
    .some(({ lower }) => RENEWED.test(lower) && POLICY_CHANGED.test(lower) && !FOR_A_PART.test(lower));
}

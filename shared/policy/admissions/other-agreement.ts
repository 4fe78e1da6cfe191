import type { PolicyText } from '../text/policy-text.ts';

/** What the words about the policy itself would name. */
const OWN = /隐私|政策|声明|指引|个人信息|本规则/;
const AGREEMENT = /协议|规则|条款/;
/** How a text calls itself. */
const SELF = /本(?:隐私权?)?(?:保护)?(?:政策|声明|指引)/g;
const OPENING = 200;
/** Fewer may be a slip of a text that calls itself an agreement. */
const OFTEN = 5;

/**
 * Whether a sentence speaks of an agreement that is not the policy: files hold the user agreement behind the policy (使用本服务即视为同意受本协议的约束), and
 * what it demands is no consent to the handling of information. Only where the text opens as a policy and calls itself one again and again.
 */
export function isOfOtherAgreement(sentence: string, text: PolicyText): boolean {
  if (OWN.test(sentence) || !AGREEMENT.test(sentence)) return false;
  const opening = text.lower.slice(0, OPENING);
  if (!/政策|声明|指引/.test(opening) || /隐私[^,。;]{0,6}协议/.test(opening)) return false;
  let times = 0;
  for (const _ of text.lower.matchAll(SELF)) if (++times >= OFTEN) return true;
  return false;
}

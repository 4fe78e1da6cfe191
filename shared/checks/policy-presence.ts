import type { Evidence } from '../domain/evidence.ts';
import type { Mention, PolicyFacts } from '../domain/facts/policy.ts';
import type { Severity } from '../domain/severity.ts';
import { isTooShortForSilence, policyAbsence, policyEvidence, policyMaySayMore, provisionOf } from './disclosure.ts';

/**
 * How far the silence of a policy carries. It proves that something is missing only where the whole policy was read, is long
 * enough to be one, and is Chinese, the language the reader understands; otherwise a person must look.
 */
export function absenceSeverity(policy: PolicyFacts): Severity {
  const whole = !isTooShortForSilence(policy) && policy.hanShare >= 0.5 && !policyMaySayMore(policy);
  return whole ? 'reject' : 'review';
}

/** Items that have nothing to speak of where nothing is collected. */
const MOOT: ReadonlySet<string> = new Set(['PR-06', 'PR-22', 'PR-23', 'PR-27', 'PR-28', 'PR-29', 'PR-30']);
const COLLECTS_NOTHING =
  /不(?:会)?(?:收集|采集|获取)(?:[、,或和及]{1,2}(?:也)?(?:不(?:会)?)?\p{Script=Han}{2,3}){0,4}?(?:(?:您|你|用户)的?)?任何(?:形式的)?(?:(?:您|你|用户)的?)?(?:个人(?:身份)?|用户|隐私)(?:信息|数据|资料|隐私)/u;
const OR_SOMETHING = /除非|除了|除[^,。;]{1,30}[之以]?外|未经|同意|岁|儿童|未成年|孩子|主动|无关|第三方不/;

/**
 * Whether the policy says that no personal information is collected at all. Whether that is true is for other rules; where it is, there
 * is nothing whose purpose, keeping, correction or withdrawal could be told, so that their absence proves no breach.
 */
export function collectsNothing(policy: PolicyFacts): boolean {
  return nothingCollected(policy) !== null;
}

/** By policy: many rules ask. */
const nothing = new WeakMap<PolicyFacts, Mention | null>();

/** The place where the policy says that no personal information is collected at all; null where it does not. */
export function nothingCollected(policy: PolicyFacts): Mention | null {
  const known = nothing.get(policy);
  if (known !== undefined) return known;
  const found = placeOfNothing(policy.text);
  nothing.set(policy, found);
  return found;
}

function placeOfNothing(text: string): Mention | null {
  let start = 0;
  for (const sentence of text.split(/[。;!\n]/)) {
    if (COLLECTS_NOTHING.test(sentence) && !OR_SOMETHING.test(sentence)) {
      return { range: [start, start + sentence.length], confidence: 0.9 };
    }
    start += sentence.length + 1;
  }
  return null;
}

/** So much may be named by who collects nothing: what a letter to the developer would hold. */
const NEARLY_NOTHING = 2;

/** Whether an item has nothing to speak of: nothing is collected, as the policy says, and it names nothing that contradicts this. */
function isMoot(policy: PolicyFacts, item: string): boolean {
  if (!MOOT.has(item) || !collectsNothing(policy)) return false;
  const named = policy.types.filter(({ negated, confidence }) => !negated && confidence >= 0.8);
  return new Set(named.map(({ type }) => type)).size <= NEARLY_NOTHING;
}

/** 微信公众号:示例应用, 邮箱地址:wang at shili dot cn, QQ群:123456: a way to somebody that the reader cannot call a contact. */
const SOME_CHANNEL =
  /(?:微信(?:公众号|号|客服)|公众号|(?:客服|官方)(?:微信|qq|微博)|qq(?:群|号)|(?:联系|客服|反馈)邮箱|邮箱地址)[^。;:\n]{0,8}:\s{0,4}[“"]?(?![^\s。;,]{0,60}@|x{2}|某|填写|待|无)[\p{L}\d]{2}/iu;

/** Whether the text gives a way to reach somebody that may be one, and is not sure to be. */
export function maybeReachable({ text }: PolicyFacts): boolean {
  return SOME_CHANNEL.test(text);
}

/** Items that need somebody to turn to: where nobody can be reached by anything in the whole text, the word alone is as good as nothing. */
const NEED_SOMEBODY: ReadonlySet<string> = new Set(['PR-03', 'PR-27', 'PR-28', 'PR-29', 'PR-30', 'PR-31', 'PR-35']);

/**
 * How far it carries that a policy speaks of an item without what makes it one. Whether a wording shows a way is a matter of reading,
 * so a person looks; that a text holds no address, number or page of anybody is not.
 */
function emptySeverity(policy: PolicyFacts, item: string): Severity {
  if (isMoot(policy, item)) return 'warn';
  const isNobodyThere = provisionOf(policy, 'PR-03').state !== 'substance' && !maybeReachable(policy);
  return NEED_SOMEBODY.has(item) && isNobodyThere ? absenceSeverity(policy) : 'review';
}

/** What a rule about a missing provision yields. */
export interface MissingProvision {
  readonly message: 'absent' | 'empty';
  readonly subject: string;
  readonly severity: Severity;
  readonly evidence: readonly Evidence[];
}

/**
 * Nothing where the policy has the item with substance; `absent` where it never speaks of it, `empty` where it has only the word
 * and nothing behind it (a complaint section without a channel).
 * @param searched the words that were looked for, shown as evidence
 */
export function* missingProvision(policy: PolicyFacts, item: string, searched: string): Generator<MissingProvision> {
  const { state, places } = provisionOf(policy, item);
  if (state === 'substance') return;
  yield {
    message: state === 'absent' ? 'absent' : 'empty',
    subject: item,
    severity:
      state !== 'absent'
        ? emptySeverity(policy, item)
        : isMoot(policy, item)
          ? 'warn'
          : MOOT.has(item) && collectsNothing(policy)
            ? 'review'
            : absenceSeverity(policy),
    evidence: [...policyEvidence(policy, places, 2), policyAbsence(policy, searched)],
  };
}

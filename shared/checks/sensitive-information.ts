import type { PolicyFacts, TypeMention } from '../domain/facts/policy.ts';
import type { Bilingual } from '../domain/text.ts';
import type { Knowledge } from '../knowledge/types.ts';

/** From here on a word surely means the type, and not something near it. */
const SURE = 0.8;

/** Sensitive by standards rather than by the words of article 28, or asked for by nearly every app: these alone hold nobody. */
const LIGHT: ReadonlySet<string> = new Set(['location.precise', 'sms', 'call_log']);

/** Accounts and what is on them; 交易记录 and 充值记录 of a shop or a game are not what the law means. */
const ACCOUNTS = /银行|卡号|[账帐]户|征信|信用|贷|收入|资产|财产|存款/u;

/** Children have rules of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['minor']);

/** Kinds of sensitive information that a policy says are handled. */
export interface SensitiveTold {
  /** At most four, for messages. */
  readonly names: Bilingual;
  /** One place for each kind. */
  readonly mentions: readonly TypeMention[];
  /** Whether any of them is one that the law itself calls sensitive (faces, health, accounts, tracks, identity documents). */
  readonly isWeighty: boolean;
}

/** The sensitive information that a policy names and does not deny; null where there is none. */
export function sensitiveTold(policy: PolicyFacts, { piTypes }: Knowledge): SensitiveTold | null {
  const first = new Map<string, TypeMention>();
  let isWeighty = false;
  for (const mention of policy.types) {
    const { type, negated, confidence } = mention;
    if (negated || confidence < SURE || ELSEWHERE.has(type) || piTypes.get(type)?.sensitive !== 'yes') continue;
    if (!first.has(type)) first.set(type, mention);
    isWeighty ||= type === 'finance' ? ACCOUNTS.test(policy.text.slice(...mention.range)) : !LIGHT.has(type);
  }
  if (first.size === 0) return null;
  const types = [...first.keys()];
  const named = types.slice(0, 4).map((type) => piTypes.get(type)!.name);
  return {
    names: { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(', ') },
    mentions: [...first.values()],
    isWeighty,
  };
}

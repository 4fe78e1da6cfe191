import type { PolicyFacts, TypeMention } from '../domain/facts/policy.ts';
import type { Bilingual } from '../domain/text.ts';
import type { Knowledge } from '../knowledge/types.ts';

/** From here on a word surely means the type, and not something near it. */
const SURE = 0.8;

/** Sensitive by standards rather than by the words of article 28, or asked for by nearly every app: these alone hold nobody. */
const LIGHT: ReadonlySet<string> = new Set(['location.precise', 'sms', 'call_log']);

/** Accounts and what is on them; 交易记录 and 充值记录 of a shop or a game are not what the law means. */
const ACCOUNTS = /银行|卡号|[账帐]户|征信|信用|贷|收入|资产|财产|存款/u;

/** So far in front of a place its sentence is looked for. */
const AROUND = 200;
/** Children have rules of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['minor']);
/** 位置信息 alone may be a city; precise is what is said to be, or what gives the point. */
const PRECISE = /精[准确细]|gps|经纬|卫星|轨迹|行踪|实时|precise/iu;
/** What the law means by sensitive, and what is not done. */
const NOT_HANDLED =
  /(?:敏感(?:个人)?信息|个人(?:敏感)?信息)[”"』」)]?(?:是指|指|是|即|:|,?(?:通常|主要|一般)?包括)[^。]{0,80}(?:泄[露漏]|识别|记录|生物识别|包括)|不(?:会)?(?:用以|用于|收集|获取|采集)[^,。;]{0,12}$/u;
/** Somebody complains of an infringement, and proves who he is. */
const OF_A_COMPLAINT = /权利人|侵权|著作权|营业执照/u;

/** Mentions and rows looked at: the reader keeps far fewer, facts from elsewhere may hold any number. */
const MOST = { mentions: 2_000, rows: 500 };

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
  for (const mention of policy.types.slice(0, MOST.mentions)) {
    const { type, negated, confidence } = mention;
    if (negated || confidence < SURE || ELSEWHERE.has(type) || piTypes.get(type)?.sensitive !== 'yes') continue;
    if (!isHandled(policy, mention)) continue;
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

/** Whether a place speaks of information that the app itself handles: no definition, no row about an SDK, no part of another word. */
function isHandled({ text, sdkRows }: PolicyFacts, { type, range: [start, end] }: TypeMention): boolean {
  const words = text.slice(start, end);
  if (type === 'location.precise' && !PRECISE.test(words)) return false;
  // 面容特征信息, 软硬件特征信息: the letters of 征信 across two words.
  if (words === '征信' && text[start - 1] === '特') return false;
  if (sdkRows.slice(0, MOST.rows).some(({ range: [from, to] }) => from <= start && start < to)) return false;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const clause = before.slice(Math.max(...['。', ';', '!', '?', '\n'].map((sign) => before.lastIndexOf(sign))) + 1);
  return !NOT_HANDLED.test(clause) && !OF_A_COMPLAINT.test(before);
}

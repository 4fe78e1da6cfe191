import type { Mention, PolicyFacts, TypeMention } from '../domain/facts/policy.ts';
import type { Statement } from '../domain/facts/policy-understanding.ts';
import { collectsNothing, nothingCollected } from './policy-presence.ts';

/** Two places of one policy that cannot both be true. */
export interface Contradiction {
  readonly denial: Mention;
  readonly claim: Mention;
}

/** From here on a word surely means what it is taken for. */
const SURE = 0.9;
/** What reads words and not intentions may be wrong about a denial; below this it does not count as one. */
const TELLING = 0.7;

/**
 * Types whose words mean one thing. Pictures, accounts, telephone numbers and the like are given by hand in one place and not read in
 * another, which is no contradiction.
 */
const PLAIN: ReadonlySet<string> = new Set([
  ...['imei', 'imsi', 'iccid', 'serial', 'mac_wifi', 'mac_bt', 'android_id', 'oaid', 'aaid_gaid', 'installed_apps'].map(
    (id) => `device.${id}`,
  ),
  ...['device.running_apps', 'device.clipboard', 'contacts', 'call_log', 'sms', 'calendar', 'location.precise'],
  ...['bio.face', 'bio.fingerprint', 'bio.voiceprint', 'identity.idcard', 'health.body'],
]);

const TAKES = /收集|采集|获取|读取|索取/;
/** The denial holds for some case only: a function, a time, a way, a group of people, or what is more than needed. */
const QUALIFIED =
  /未经|除|仅|只|如|若|当|时(?!间)|功能|场景|期间|情况|后台|主动|自动|第三方|sdk|合作|儿童|未成年|监护人|上传|服务器|本地|同意|授权|无关|其[他它]|更多|额外|部分|直接|单独|原始|明文|完整|存储|保存|之前|前[,,]|[这该此上]|游客|访客|境外|版本|安卓|android|ios|苹果|鸿蒙|默认|必须|强制|再|以外|模式|关闭|拒绝|撤回|注销/iu;
/** What others take, what may be, and what is only described. */
const NOT_OURS = /第三方|sdk|合作|服务商|供应商|运营商|不|未|无需|无须|没有|非必要|什么是|是指|定义|例如|比如/iu;

/** Mentions, rows and denials looked at: the reader keeps far fewer, facts from elsewhere may hold any number. */
const MOST = { mentions: 2_000, rows: 500, denials: 6 };

/** Kinds of information that the text says are never collected, and says elsewhere that they are: one pair for each type. */
export function typeContradictions(policy: PolicyFacts): Map<string, Contradiction> {
  const denied = new Map<string, TypeMention[]>();
  const mentions = policy.types.slice(0, MOST.mentions);
  for (const mention of mentions) {
    if (!mention.negated || mention.confidence < TELLING || !PLAIN.has(mention.type)) continue;
    const known = denied.get(mention.type) ?? [];
    if (known.length >= MOST.denials || !isPlainDenial(sentenceAround(policy.text, mention))) continue;
    denied.set(mention.type, [...known, mention]);
  }
  const found = new Map<string, Contradiction>();
  for (const claim of mentions) {
    if (claim.negated || claim.confidence < SURE || found.has(claim.type)) continue;
    const denial = denied.get(claim.type)?.find((each) => isSameWord(policy.text, each, claim));
    if (denial === undefined || isOfSdk(policy, claim) || !isPlainClaim(sentenceAround(policy.text, claim))) continue;
    found.set(claim.type, { denial, claim });
  }
  return found;
}

function isPlainDenial(sentence: string): boolean {
  return TAKES.test(sentence) && !QUALIFIED.test(sentence);
}

function isPlainClaim(sentence: string): boolean {
  return TAKES.test(sentence) && !NOT_OURS.test(sentence);
}

/** Whether both say it with the same word: 精确位置 and 位置信息 need not be the same. */
function isSameWord(text: string, denial: Mention, claim: Mention): boolean {
  const [one, other] = [text.slice(...denial.range).toLowerCase(), text.slice(...claim.range).toLowerCase()];
  return one.includes(other) || other.includes(one);
}

/** Whether a place lies in a row about an SDK: what an SDK takes is told there, not what the app takes. */
function isOfSdk({ sdkRows }: PolicyFacts, { range: [start] }: Mention): boolean {
  return sdkRows.slice(0, MOST.rows).some(({ range: [from, to] }) => from <= start && start < to);
}

/** So many kinds are no slip: what a letter to the developer would hold is less. */
const SEVERAL = 3;

/** The sentence by which nothing at all is collected, and kinds of information that the text says are taken; null where it does not say so. */
export function nothingContradiction(
  policy: PolicyFacts,
): { readonly denial: Mention; readonly claims: readonly TypeMention[] } | null {
  if (!collectsNothing(policy)) return null;
  const claims = new Map<string, TypeMention>();
  for (const claim of policy.types.slice(0, MOST.mentions)) {
    if (claim.negated || claim.confidence < SURE || claims.has(claim.type) || isOfSdk(policy, claim)) continue;
    if (isPlainClaim(sentenceAround(policy.text, claim))) claims.set(claim.type, claim);
  }
  const denial = nothingCollected(policy);
  return denial === null || claims.size < SEVERAL ? null : { denial, claims: [...claims.values()] };
}

/** 未接入第三方SDK, 不使用任何第三方代码. */
const NO_SDK =
  /(?:未|不|没有|无)(?:会|曾)?(?:接入|集成|使用|嵌入|引入|包含|含有|含|内置)(?:有)?(?:任何)?(?:的)?第三方(?:的)?(?:sdk|软件开发(?:工具)?包|代码|插件)/giu;
const SDK_QUALIFIED =
  /除|其[他它]|以外|之外|未经|如|若|当|同意|儿童|未成年|模式|版本|部分|该|此|上述|下列|以下|之前|前[,,]|非必要|鸿蒙|ios|苹果|快应用|小程序/iu;

/** A denial of all third-party SDKs, and a row about one; null where the text does not contradict itself. */
export function sdkContradiction({ text, sdkRows }: PolicyFacts): (Contradiction & { readonly name: string }) | null {
  const row = sdkRows.find(({ name, purpose, confidence }) => confidence >= TELLING && name !== '' && purpose !== '');
  if (row === undefined) return null;
  for (const { index, 0: words } of text.matchAll(NO_SDK)) {
    const denial: Mention = { range: [index, index + words.length], confidence: SURE };
    if (!SDK_QUALIFIED.test(sentenceAround(text, denial))) return { denial, claim: row, name: row.name };
  }
  return null;
}

/** No information goes abroad, and it does: as far as the text was understood. */
export function abroadContradiction({ text, understanding }: PolicyFacts): Contradiction | null {
  const said = (understanding?.statements ?? []).filter((each): each is CrossBorder => each.kind === 'cross-border');
  const denial = said.find(
    (each) => each.stance === 'none' && each.confidence >= SURE && !ONLY_SOME.test(sentenceAround(text, each)),
  );
  const claim = said.find((each) => each.stance === 'transfers' && each.confidence >= 0.8);
  return denial === undefined || claim === undefined || overlap(denial, claim) ? null : { denial, claim };
}

type CrossBorder = Extract<Statement, { readonly kind: 'cross-border' }>;
/** Some of the information, some users, for now. */
const ONLY_SOME = /除|未经|原则上|一般|通常|敏感|部分|目前|如|若|境内(?:用户|运营)|该|此|上述/u;

function overlap({ range: [from, to] }: Mention, { range: [start, end] }: Mention): boolean {
  return start < to && from < end;
}

/** So far from a place its sentence is looked for; longer ones are tables run together. */
const FAR = 200;

/** The sentence that a place stands in. */
export function sentenceAround(text: string, { range: [start, end] }: Mention): string {
  const before = text.slice(Math.max(0, start - FAR), start);
  const after = text.slice(end, end + FAR);
  const from = Math.max(...['。', ';', '!', '?', '\n'].map((sign) => before.lastIndexOf(sign))) + 1;
  const stop = after.search(/[。;!?\n]/);
  return before.slice(from) + text.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}

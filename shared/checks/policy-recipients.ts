import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Range } from '../domain/text.ts';

/** Longer sentences are tables that lost their cells; nobody is named at the far end of one. */
const LONGEST = 1_000;
/** Sentences around one that belong to the same passage. */
const NEAR = 2;

/** A sentence of the policy with those around it. */
export interface Passage {
  readonly range: Range;
  readonly sentence: string;
  readonly around: string;
}

/** Sentences that a pattern finds, with what stands around them; patterns see at most a thousand characters of each. */
export function* passages({ text }: PolicyFacts, pattern: RegExp): Generator<Passage> {
  if (!pattern.test(text)) return;
  const sentences = [...text.matchAll(/[^。;!\n]+/g)];
  for (const [at, { 0: whole, index }] of sentences.entries()) {
    const sentence = whole.slice(0, LONGEST);
    if (!pattern.test(sentence)) continue;
    const around = sentences.slice(Math.max(0, at - NEAR), at + NEAR + 1).map(([each]) => each.slice(0, LONGEST));
    yield { range: [index, index + sentence.length], sentence, around: around.join('。') };
  }
}

const COMPANY =
  /[\p{Script=Han}()（）]{2,20}?(?:有限公司|有限责任公司|股份公司)|\b[A-Z][\w.&-]{0,40}(?: [A-Z][\w.&-]{0,40}){0,4},? (?:Inc|LLC|Ltd|Limited|Corp|Corporation|GmbH|Pte|B\.?V)\b/gu;
/** Known by its own name to everybody, and never a word for something else. */
const BRAND =
  /(?:招商|工商|建设|农业|交通|中国|邮储|储蓄|浦发|民生|兴业|平安|光大|中信|广发|华夏)银行|支付宝|微信支付|财付通|银联|顺丰|中通|圆通|韵达|菜鸟|京东|美团|饿了么|高德|芝麻信用|(?:阿里|腾讯|华为|百度|天翼|火山|金山)云|穿山甲|优量汇|友盟|firebase|google|谷歌|苹果公司|微软|paypal|stripe/iu;

/** Whether a text names anybody who is not the operator. */
export function namesSomebody(text: string, { operators }: PolicyFacts): boolean {
  if (BRAND.test(text)) return true;
  const companies = new Set<string>();
  for (const [name] of text.matchAll(COMPANY)) {
    if (operators.some((own) => name.includes(own.name) || own.name.includes(name))) continue;
    companies.add(name);
    if (companies.size > 1) break;
  }
  // Where the reader did not find out who the operator is, one company is probably it.
  return companies.size > (operators.length > 0 ? 0 : 1);
}

/** 《第三方信息共享清单》, 合作方名录: where the names stand, if not here. */
const LIST =
  /(?:第三方|sdk|共享|合作(?:方|伙伴)|接收方|受托方)[^,。;\n]{0,14}(?:清单|目录|列表|名单|名录|一览)|(?:清单|目录|列表|名单|名录|一览)[^,。;\n]{0,10}(?:第三方|sdk|接收方)/iu;

/** Whether the policy names recipients of information anywhere, or points at the list that does. */
export function namesRecipients(policy: PolicyFacts): boolean {
  const { sdkRows, sdkMentions, understanding, text } = policy;
  return (
    sdkRows.length > 0 ||
    sdkMentions.some(({ confidence }) => confidence >= 0.6) ||
    (understanding?.statements ?? []).some((statement) => statement.kind === 'recipient' && statement.named) ||
    (understanding?.parts ?? []).some(({ kind }) => kind === 'sdk-list' || kind === 'shared-list') ||
    LIST.test(text) ||
    namesSomebody(text, policy)
  );
}

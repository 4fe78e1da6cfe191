import type { SdkMention } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { Sentence } from '../text/sentences.ts';

/** Names by which policies call the makers of phones, and the push SDK that each of them has, by its id in the knowledge. */
const MAKERS: readonly (readonly [sdk: string, name: RegExp])[] = [
  ['huawei-push', /华为|huawei/],
  ['honor-push', /荣耀|honor/],
  ['mipush', /小米|红米|xiaomi/],
  ['oppo-push', /(?<![a-z])oppo(?![a-z])|欢太/],
  ['vivo-push', /(?<![a-z])vivo(?![a-z])/],
  ['meizu-push', /魅族|meizu|flyme/],
];
const PUSHES = /推送|(?<![a-z])push(?![a-z])|消息通知|通知消息/;
const BY_SDK = /sdk|厂商|制造商|接入|集成|第三方|通道/;
/** Makers and what is received from them may be two sentences: 如您使用华为、小米手机，…。上述厂商的推送SDK…. */
const REACH = 1;

/**
 * Push SDKs that a policy names by the makers of phones, as most do: 华为、小米、OPPO、vivo等手机厂商的推送SDK. The SDK is meant where the
 * sentence, or the one after it, speaks of pushing and of makers or SDKs; a maker alone is a brand of phones.
 */
export function makersPushMentions(text: PolicyText): SdkMention[] {
  const mentions: SdkMention[] = [];
  const named = new Set<string>();
  for (const [index, sentence] of text.sentences.entries()) {
    if (named.size === MAKERS.length) break;
    for (const [sdk, name] of MAKERS) {
      if (named.has(sdk)) continue;
      const found = name.exec(sentence.lower);
      if (found === null || !speaksOfPush(text.sentences, index)) continue;
      named.add(sdk);
      const start = sentence.start + found.index;
      mentions.push({ sdk, alias: found[0], range: [start, start + found[0].length], confidence: 0.8 });
    }
  }
  return mentions;
}

function speaksOfPush(sentences: readonly Sentence[], index: number): boolean {
  const near = sentences
    .slice(index, index + 1 + REACH)
    .map(({ lower }) => lower)
    .join('');
  return PUSHES.test(near) && BY_SDK.test(near);
}

import type { SdkMention } from '../../domain/facts/policy.ts';
import type { Range } from '../../domain/text.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { sentenceAt } from './sentence-finder.ts';
import { TermMatcher } from './term-matcher.ts';

const MOST = 4;
/** What SDKs do in apps: beside such a word a short name means the SDK, not the company. */
const SERVES = /登[录陆]|分享|支付|付款|统计|推送|广告|地图|定位|崩溃|通讯|音视频|识别/;
/** Messengers as a way to reach somebody. */
const WRITES_TO = /公众号|客服|关注|联系我们|交流群|(?:qq|微信)(?:群|号|:|\d)/;
const matchers = new WeakMap<Knowledge['sdks'], TermMatcher>();

/**
 * SDKs of the knowledge that the text names anywhere, table or prose. A name that says SDK, or stands in a table or a sentence about
 * SDKs and third parties, is sure; a bare short name may be the company or its app.
 */
export function extractSdkMentions(text: PolicyText, knowledge: Knowledge): SdkMention[] {
  const mentions: SdkMention[] = [];
  const counts = new Map<string, number>();
  for (const { range, term, ids } of matcherOf(knowledge).find(text.lower)) {
    const sentence = sentenceAt(text.sentences, range[0]);
    if (sentence === undefined) continue;
    if (insideAddress(text.lower, range)) continue;
    const row = text.lines[sentence.line]?.kind === 'row';
    const named = /sdk/.test(term) || /^ ?(?:的)?sdk/.test(text.lower.slice(range[1], range[1] + 6));
    const confidence = named
      ? 0.95
      : row || /sdk|第三方|插件|接入|合作方|服务商/.test(sentence.lower)
        ? 0.85
        : term.length > 3 || (SERVES.test(sentence.lower) && !WRITES_TO.test(sentence.lower))
          ? 0.7
          : 0.5;
    for (const sdk of ids) {
      const count = counts.get(sdk) ?? 0;
      if (count >= MOST) continue;
      counts.set(sdk, count + 1);
      mentions.push({ sdk, alias: term, range, confidence });
    }
  }
  return mentions;
}

/**
 * Whether a short Latin name is only a part of a host or path: `qq` in privacy.qq.com names no SDK. In QQ/微信/微博 and QQ/WeChat/Alipay the
 * strokes are between names.
 */
function insideAddress(lower: string, [start, end]: Range): boolean {
  const term = lower.slice(start, end);
  if (!/^[a-z0-9 _-]+$/.test(term) || !/[./@]/.test(lower[start - 1] ?? '') || !/^[./-]/.test(lower.slice(end, end + 1))) {
    return false;
  }
  const token = `${/[a-z0-9.@:/_-]*$/.exec(lower.slice(Math.max(0, start - 80), start))![0]}${lower.slice(end, end + 1)}`;
  return /[.@]|:\/\//.test(token);
}

function matcherOf(knowledge: Knowledge): TermMatcher {
  let matcher = matchers.get(knowledge.sdks);
  if (matcher === undefined) {
    matcher = new TermMatcher(
      knowledge.sdks.map((sdk) => [sdk.id, [sdk.name.zh, sdk.name.en, ...sdk.aliases, ...sdk.prefixes]] as const),
    );
    matchers.set(knowledge.sdks, matcher);
  }
  return matcher;
}

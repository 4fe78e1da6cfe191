import type { SdkMention } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { Sentence } from '../text/sentences.ts';

/** Names by which policies call the makers of phones, and the push SDK that each of them has, by its id in the knowledge. */
const MAKERS: readonly (readonly [sdk: string, name: RegExp])[] = [
  ['huawei-push', /华为|huawei/],
  ['honor-push', /(?<!王者)荣耀(?![值币战勋称])|honor/],
  ['mipush', /小米|红米|xiaomi/],
  ['oppo-push', /(?<![a-z])oppo(?![a-z])|欢太/],
  ['vivo-push', /(?<![a-z])vivo(?![a-z])/],
  ['meizu-push', /魅族|meizu|flyme/],
];
/** The three carriers, whose SDKs log in by the number of the SIM. */
const CARRIERS: typeof MAKERS = [
  ['cmic', /中国移动|中移互联|移动(?=[、,/和及与]|(?:统一|号码)?认证|授权|运营商|一键)/],
  ['cucc', /(?<![关互])联通(?![知道过信讯])/],
  ['ctcc', /电信(?!业务|条例|诈骗|网络诈骗|主管|监管|管理)|天翼/],
];
const LOGS_IN = /一键登录|本机号码|号码认证|免密登录|取号/;
const PUSHES = /推送|(?<![a-z])push(?![a-z])|消息通知|通知消息/;
const BY_SDK = /sdk|厂商|制造商|接入|集成|第三方|通道|(?:设备|手机)上|公司/;
/** Companies whose name alone tells their app or phones, and beside such a word perhaps one of their SDKs. */
const PERHAPS: typeof MAKERS = [...MAKERS, ['kuaishou-ads', /(?<![尽很赶])快手(?![机动续工势指])|kuaishou/]];
const PERHAPS_BY = /sdk|广告|插件|联盟/;
/** Surely the SDK; and another product of the company, which a person must compare. */
const SURE = 0.8;
const UNSURE = 0.5;
/** Makers and what is received from them may be two sentences: 如您使用华为、小米手机，…。上述厂商的推送SDK…. */
const REACH = 1;

/**
 * SDKs that a policy names by company and function: those of carriers by which users log in (中国移动、联通、电信一键登录), and push SDKs by
 * the makers of phones, as most do: 华为、小米、OPPO、vivo等手机厂商的推送SDK. The SDK is meant where the
 * sentence, or the one after it, speaks of pushing and of makers or SDKs; beside an SDK of another kind (OPPO渠道SDK, 快手短视频SDK) it may be
 * meant; a maker alone is a brand of phones.
 */
export function companySdkMentions(text: PolicyText): SdkMention[] {
  const named = new Map<string, SdkMention>();
  for (const [index, sentence] of text.sentences.entries()) {
    if (LOGS_IN.test(sentence.lower)) for (const each of CARRIERS) note(named, sentence, each, SURE);
    for (const [sdk, name] of PERHAPS) {
      if ((named.get(sdk)?.confidence ?? 0) >= SURE) continue;
      const found = name.exec(sentence.lower);
      if (found === null) continue;
      const pushes = isMaker(sdk) && speaksOfPush(text.sentences, index);
      if (!pushes && (named.has(sdk) || !PERHAPS_BY.test(sentence.lower))) continue;
      note(named, sentence, [sdk, name], pushes ? SURE : UNSURE);
    }
  }
  return [...named.values()];
}

const isMaker = (sdk: string) => MAKERS.some(([id]) => id === sdk);

/** Keeps the first mention of each SDK, and the first sure one above it. */
function note(
  named: Map<string, SdkMention>,
  { lower, start }: Sentence,
  [sdk, name]: (typeof MAKERS)[number],
  confidence: number,
) {
  const found = name.exec(lower);
  if (found === null || (named.get(sdk)?.confidence ?? 0) >= confidence) return;
  const at = start + found.index;
  named.set(sdk, { sdk, alias: found[0], range: [at, at + found[0].length], confidence });
}

function speaksOfPush(sentences: readonly Sentence[], index: number): boolean {
  const near = sentences
    .slice(index, index + 1 + REACH)
    .map(({ lower }) => lower)
    .join('');
  return PUSHES.test(near) && BY_SDK.test(near);
}

import type { PolicyFacts, SdkRow } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { insideOf } from './inside.ts';

type AppName = PolicyFacts['appNames'][number];

const KIND =
  '(?:用户)?(?:个人)?(?:隐私(?:权|保护|权限)?|个人信息(?:保护|处理)?|儿童个人信息保护|未成年人个人信息保护)(?:[和及与、]?隐私(?:权)?)?(?:保护)?(?:政策|声明|协议|条款|规则|指引|指南)';
const TITLED = new RegExp(`《["“]?([^《》"“”]{1,24}?)["”]?(?:app|客户端|软件|应用|游戏|平台|小程序)?${KIND}[^《》]{0,8}》`, 'gi');
const QUOTED =
  /["“「『《]([^"“”「」『』《》,。]{1,20})["”」』》] ?(?:移动)?(?:app|应用程序|应用|客户端|软件|小程序|游戏|产品)(?![\p{L}])/giu;
const HEADLINE = new RegExp(`^["“《]?([^"“”《》,。:]{1,20}?)["”]?(?:app|客户端|软件|应用)?${KIND}[》]?(?:\\(.{0,20}\\))?$`, 'i');
/** `X(以下简称“本应用”)`: whatever X is, it is the product. */
const DEFINED =
  /(?:^|[,。:]|使用|关于) ?["“「『《]?([^,。:;"“”「」『』《》()]{2,20}?)["”」』》]? ?(?:移动)?(?:app|应用程序|应用|客户端|软件|小程序|游戏|平台)? ?\((?:以下|下)?(?:简|统|合)?称(?:为)?[^)]{0,16}(?:本应用|本软件|本产品|本app|本平台|本小程序|本游戏|本程序)/gi;
/** `应用名称: X`, `适用产品: X`, 感谢使用「X」. */
const LABELLED =
  /(?:(?:适用)?产品|应用|软件|app|游戏|小程序)名称?(?: ?\/ ?(?:app|product))? ?: ?["“「]?([^,。:;"“”「」()]{2,20})|适用产品: ?["“「]?([^,。:;"“”「」()]{2,20})|(?:感谢|欢迎)(?:您|你)?使用 ?["“「『]([^"“”「」『』]{1,20})["”」』]/gi;
/** Companies and the like are no products. */
const ENTITY = /公司|工作室|集团|委员会|中心$|大学|银行$/;
/** What stands before “隐私政策” without being a name. */
const GENERIC =
  /^(?:本|该|此|我们的?|用户|平台|公司|产品|第三方|相关|其他|儿童|未成年人|最新|更新后?的?|修订后的?|各自的?|其|上述|以下|简明|完整|基本|中国|移动|服务|平台用户|用户协议[和与及]?|[^\p{L}\p{N}]*)$/u;

/** Characters that are the front of a short text. */
const FRONT = 1_500;
const LATER = 0.6;

/** App names in the titles of policies (《X隐私政策》), in headlines, and in “X”App and the like. */
export function extractAppNames(text: PolicyText, title: string | null, sdkRows: readonly SdkRow[]): AppName[] {
  const found = new Map<string, AppName>();
  const ofSdks = insideOf(sdkRows);
  const front = text.text.slice(0, Math.max(FRONT, text.text.length * 0.15)).toLowerCase();
  const add = (raw: string, at: number, sure: number) => {
    const name = raw
      .replace(/^(?:关于|欢迎使用|感谢使用)/, '')
      .replace(/(?:app|客户端|软件|应用|游戏)$/i, '')
      .replace(/^[【<[]+|[】>\]]+$/g, '')
      .replace(/(?:儿童|青少年|用户|产品|手游用户)$/, '')
      .replace(/[-—|_·/\s]+$/, '')
      .trim();
    if (name === '' || GENERIC.test(name) || /^(?:本|该|此|我们)|使用本|您/.test(name)) return;
    // A policy names its own app in front; what is only named further down is somebody else's, or a part.
    const confidence = front.includes(name.toLowerCase()) ? sure : Math.min(sure, LATER);
    const known = found.get(name);
    if (known === undefined || known.confidence < confidence) found.set(name, { name, confidence, range: [at, at + raw.length] });
  };
  for (const [index, { text: sentence, lower, start }] of text.sentences.entries()) {
    const others = /第三方|合作|sdk|支付宝|微信登录/.test(lower) || ofSdks(start);
    if (index < 3) {
      const headline = HEADLINE.exec(sentence);
      if (headline !== null) add(headline[1]!, start, 0.9);
    }
    for (const match of sentence.includes('《') ? sentence.matchAll(TITLED) : [])
      add(match[1]!, start + match.index + match[0].indexOf(match[1]!), others ? 0.5 : 0.9);
    for (const match of sentence.includes('称') ? sentence.matchAll(DEFINED) : [])
      if (!ENTITY.test(match[1]!)) add(match[1]!, start + match.index + match[0].indexOf(match[1]!), 0.85);
    for (const match of lower.includes('sdk') || !/[:迎谢]/.test(lower) ? [] : sentence.matchAll(LABELLED)) {
      const name = match[1] ?? match[2] ?? match[3]!;
      if (!ENTITY.test(name)) add(name, start + match.index + match[0].lastIndexOf(name), 0.85);
    }
    for (const match of /["“「『《]/.test(sentence) ? sentence.matchAll(QUOTED) : [])
      add(match[1]!, start + match.index + 1, others ? 0.4 : 0.75);
  }
  const headline = title === null ? null : HEADLINE.exec(title.normalize('NFKC').trim());
  if (headline !== null) {
    const at = text.text.indexOf(headline[1]!);
    if (at >= 0) add(headline[1]!, at, 0.85);
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence || a.range[0] - b.range[0]).slice(0, 30);
}

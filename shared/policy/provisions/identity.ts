import type { Mention } from '../../domain/facts/policy.ts';
import { sentenceAt } from '../extract/sentence-finder.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { ItemReader, Place } from './item.ts';

/** Shorter than this no text can hold what the law asks for. */
const SHORTEST_POLICY = 800;
const OWN_TITLE =
  /隐私(?:权)?(?:政策|声明|协议|条款|保护指引|保护政策|保护声明|政策指引|权?保护)|个人信息(?:保护|处理)(?:政策|规则|声明)|本(?:隐私)?(?:政策|声明|指引)/;

/** 依据2021年11月1日起施行的《个人信息保护法》, 《个人信息保护法》自2021年11月1日起施行: since when the law holds, not the policy. */
const OF_A_LAW =
  /(?:施行|实施|生效|颁布|发布|公布)的?《[^》]{2,40}(?:法|条例|规定|办法|规范|决定|指引|指南)》|《[^》]{2,40}(?:法|条例|规定|办法|规范|决定)》[^,。;]{0,6}(?:自|于|从)[^,。;]{4,16}(?:施行|实施|生效|颁布|发布|公布)/;
/** 版本号：V3.1.0 in a line of its own or said of the policy; not the version of an app or a system. */
const VERSION =
  /(?:版本(?:号)?|(?<![a-z])version)[^,。;\d]{0,6}v?\d{1,4}(?:\.\d{1,4}){0,3}|(?:政策|声明|指引|协议|规则)》?[ (]{0,2}v ?\d{1,3}(?:\.\d{1,4}){1,3}/;
const VERSION_OF_OTHERS = /系统|android|安卓|ios|应用版本|软件版本|app ?版本|版本更新|以上|及以下|设备|浏览器/;
const LINE = 40;

/** The version that the text gives of itself: by it, too, a reader can tell which text holds. */
function versions(text: PolicyText): Mention[] {
  return text.sentences.flatMap(({ lower, start }): Mention[] => {
    if (lower.length > LINE || VERSION_OF_OTHERS.test(lower)) return [];
    const match = VERSION.exec(lower);
    return match === null ? [] : [{ range: [start + match.index, start + match.index + match[0].length], confidence: 0.6 }];
  });
}

const PRODUCT = 'app|用户|应用|软件|客户端|平台|产品|服务|网站|小程序|游戏|网页|公众号|旗下';
/** 适用于…App, 各项服务均适用本政策, 旗下软件的用户受本政策约束, 不适用于第三方…; 适用中华人民共和国法律 is another matter. */
const APPLIES = new RegExp(
  `(?<!(?:活动|优惠|券|红包|折扣)[^,。;]{0,4})适用(?:于|范围|对象|产品)[^。;]{0,40}(?:${PRODUCT}|[“「『《"])|适用(?:产品|范围|对象):[^。;]{3,}|优先适用该|(?:政策|声明|指引|条款|规则)[^,。;]{0,4}(?:覆盖|只管|仅针对|只针对|针对)[^。;]{0,20}(?:${PRODUCT}|[“「『《"])|applies to [^。;]{0,40}(?:${PRODUCT})|适用(?:我们|本公司|本平台)[^。;]{0,24}(?:${PRODUCT})|(?:${PRODUCT})[^。;]{0,30}(?:适用(?!的?法律|中华人民共和国|中国)|受本[^,。;]{2,8}(?:约束|规范|保护))|(?:客户|使用者|办理)[^。;]{0,20}受本[^,。;]{2,8}(?:约束|规范|保护)|不适用(?:于|本)`,
);

/** 本政策与您使用的“示例听书”服务息息相关: what it belongs to, if that is more than “我们的服务”; 为说明示例行如何收集…, 本政策…. */
const BELONGS =
  /(?:说明|阐述|告知您?)(?!我们|本公司|我行|您)[^,。;们]{2,20}(?:如何|怎样)[^。;]{0,10}(?:收集|处理|使用)[^。;]{0,80}本(?:隐私)?(?:政策|声明|指引)|(?:政策|声明|指引|条款|规则)[^,。;]{0,6}与您[^,。;]{0,16}(?:使用|享受|访问)的?(?!(?:我们|本公司)的?[^,。;]{0,6}(?:产品|服务))[^。;]{2,40}(?:息息|密切|紧密)相关/;

/** “示例记账”(以下简称“本应用”): whatever stands before it is the product. */
const CALLED = /\((?:以下|下)?(?:简|统|合)?称(?:为)?[^)]{0,20}本(?:应用|软件|产品|app|平台|小程序|游戏|程序|服务|网站|工具)/;
const BEFORE_CALLED = /([\p{L}\d][\p{L}\d ·.+-]{1,24})["”」』》]?(?:app|应用|软件|平台|小程序)? ?$/u;
/** “示例教育”平台运营主体. */
const OPERATED =
  /[“「『]([^“”「」『』,。]{2,24})[”」』](?:app|应用|软件|平台|小程序|网站|产品)?(?:的)?(?:运营|开发)(?:主体|方|者|单位|商)/;
/** 示例手账由示例科技有限公司开发并提供服务, “示例笔记”(…)是由…开发的应用. */
const MADE_BY =
  /(?:^|[,。:])[“「]?([^,。;:()“”「」]{2,24})[”」]?(?:\([^)]{1,24}\))?(?:是)?由[^,。;]{2,40}(?:公司|工作室|团队|开发者?|个人|学校|医院|大学|中心)[^,。;]{0,40}(?:开发|运营|研发|推出)(?:并|和|及|与|的|,|。|$)/;
const NO_NAME = /^(?:本|该|此|我们|其|上述|任何|第三方|服务|产品|应用|功能|内容|您|如)/;

/** The product by its name, where the text introduces it. */
function introducesProduct(sentence: string): boolean {
  if (OF_ANOTHER.test(sentence)) return false;
  const called = sentence.includes('称') ? CALLED.exec(sentence) : null;
  const name =
    (called && BEFORE_CALLED.exec(sentence.slice(Math.max(0, called.index - 40), called.index))?.[1]) ??
    OPERATED.exec(sentence)?.[1] ??
    (sentence.includes('由') ? MADE_BY.exec(sentence)?.[1] : undefined);
  return name !== undefined && !NO_NAME.test(name);
}

const OF_ANOTHER = /sdk|第三方|合作|插件|接入/;

/** 本政策向您说明您在使用“示例地图”时我们如何…: the text and the product, by its name, in one sentence. */
function tellsOfProduct({ sentence, facts }: Place): boolean {
  if (!/(?:政策|声明|指引|条款|协议|规则)/.test(sentence) || !/使用/.test(sentence)) return false;
  return facts.appNames.some(({ name, confidence }) => confidence >= 0.85 && inUse(sentence, name.toLowerCase()));
}

/** Whether the sentence has the name beyond the document's title (《示例地图隐私政策》). */
function inUse(sentence: string, name: string): boolean {
  const at = sentence.indexOf(name, sentence.indexOf('使用'));
  return name.length >= 2 && at >= 0 && !/^[^,。;》]{0,8}(?:隐私|政策|协议)/.test(sentence.slice(at + name.length));
}

/** PR-01 … PR-05: the document itself, who stands behind it, how to reach them, since when, for what. */
export const identityItems: readonly ItemReader[] = [
  {
    item: 'PR-01',
    cue: OWN_TITLE,
    places: (facts, text) => {
      const match = OWN_TITLE.exec(text.lower);
      if (match === null || text.text.length < SHORTEST_POLICY || facts.hanShare < 0.5) return [];
      return [{ range: [match.index, match.index + match[0].length], confidence: 0.9 }];
    },
  },
  {
    item: 'PR-02',
    cue: /公司|运营者|运营方|开发者|主体|开发团队|服务提供者/,
    places: ({ operators }) => operators.filter((operator) => operator.confidence >= 0.6),
  },
  {
    item: 'PR-03',
    cue: /联系我们|联系方式|客服|邮箱|电话|反馈/,
    places: ({ contacts }) => contacts.filter((contact) => contact.confidence >= 0.6),
  },
  {
    item: 'PR-04',
    cue: /生效(?:日期|时间)|更新(?:日期|时间)|发布(?:日期|时间)|修订(?:日期|时间)|版本号/,
    places: ({ dates }, text) => {
      const own = dates.filter(({ range }) => !OF_A_LAW.test(sentenceAt(text.sentences, range[0])?.lower ?? ''));
      return own.length > 0 ? own : versions(text);
    },
  },
  {
    item: 'PR-05',
    cue: /称|由|运营|开发|适用|产品(?:和|与|及|或)服务|旗下|约束|使用|相关|覆盖|只管|针对|applies/,
    substance: (place) =>
      APPLIES.test(place.sentence) || BELONGS.test(place.sentence) || introducesProduct(place.sentence) || tellsOfProduct(place),
  },
];

import type { Mention } from '../../domain/facts/policy.ts';
import { sentenceAt } from '../extract/sentence-finder.ts';
import { around, type PolicyText } from '../text/policy-text.ts';
import type { ItemReader } from './item.ts';

const CODE = 'sdk|软件(?:工具)?开发(?:工具)?包|第三方(?:代码)?插件|第三方(?:服务|信息)?共享|(?:信息|数据)第三方共享|第三方服务';
/** A list that is linked or named (《第三方SDK目录》) exists, though it was not read. */
const LIST = new RegExp(
  `(?:${CODE}|第三方)[^,。;]{0,14}(?:清单|目录|列表|名单|明细|一览|情况说明)|(?:点击|查阅|查看|了解|详见|请见|参见|阅读|访问)[^,。;]{0,24}(?:${CODE})(?![^,。;]{0,12}(?:隐私|政策|协议|条款|处理|收集))|(?:sdk|插件|第三方代码)[^。;]{0,30}(?:[详请参可]?见|点击)[^,。;]{0,4}(?:此处|这里|链接|附件|附录|附表|下表|https?:|《)`,
);
/** A list that the text speaks of only to say who keeps it: 第三方可能有自己的清单. */
const NO_LIST = /未(?:列出|提供|附)|没有[^,。;]{0,6}(?:清单|目录|列表)/;
const INTEGRATED = /sdk|插件|开发(?:工具)?包|接入|集成|嵌入/;

/** 第三方SDK清单, and nothing more: the name of a list that is not there. */
const BARE =
  /^[^\p{L}]*(?:附(?:件|录|表)?[一二三四1-4]?[:、 ]*)?(?:第三方)?(?:sdk|插件|代码|信息共享|服务)*(?:的)?(?:清单|目录|列表|名单|明细|一览)[^\p{L}]*$/u;
/** 关于合作方的身份、目的…, 请点击查阅《个人信息共享清单》, where the sentences before speak of SDKs. */
const SHARED_LIST =
  /(?:点击|查阅|查看|详见|请见|参见|阅读)[^,。;]{0,12}《[^》]{0,12}(?:共享|合作)[^》]{0,8}(?:清单|目录|列表|名单)》/;

/** 本应用未接入任何第三方SDK: that is told, too. */
const NONE = /(?:未|没有|不)(?:接入|集成|使用|嵌入|包含)(?:任何|其他)?(?:的)?(?:第三方)?(?:的)?(?:sdk|软件开发工具包|插件)/;

function linkedLists(text: PolicyText): Mention[] {
  return text.sentences.flatMap(({ lower, start }, index): Mention[] => {
    const named = /sdk|第三方|开发包|工具包/.test(lower);
    if ((!named && !lower.includes('清单')) || NO_LIST.test(lower) || BARE.test(lower)) return [];
    const list = named
      ? (LIST.exec(lower) ?? NONE.exec(lower))
      : /sdk/i.test(around(text, index, 2, 1))
        ? SHARED_LIST.exec(lower)
        : null;
    return list === null ? [] : [{ range: [start + list.index, start + list.index + list[0].length], confidence: 0.7 }];
  });
}

/** PR-15 … PR-17: the list of SDKs, and what each entry tells. */
export const sdkItems: readonly ItemReader[] = [
  {
    item: 'PR-15',
    cue: /sdk|软件(?:工具)?开发(?:工具)?包|第三方(?:代码)?插件|接入[^,。]{0,8}第三方/,
    places: ({ sdkRows, sdkMentions }, text) => {
      if (sdkRows.length > 0) return sdkRows;
      // 微信、QQ登录 names companies; 接入微信SDK names what is in the app.
      const sure = sdkMentions.filter(
        ({ confidence, range }) => confidence >= 0.8 && INTEGRATED.test(sentenceAt(text.sentences, range[0])?.lower ?? ''),
      );
      return sure.length > 0 ? sure : linkedLists(text);
    },
  },
  {
    item: 'PR-16',
    cue: /sdk(?:名称)?|第三方(?:名称|公司)|插件/,
    places: ({ sdkRows }) => {
      const full = sdkRows.filter((row) => row.purpose !== '' && row.types !== '');
      return full.length * 2 >= sdkRows.length ? full : [];
    },
  },
  {
    item: 'PR-17',
    cue: /sdk|第三方|代码插件/,
    places: ({ sdkRows, sdkMentions }) => [...sdkRows, ...sdkMentions].filter((mention) => mention.confidence >= 0.8),
  },
];

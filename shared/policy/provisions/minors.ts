import type { ItemReader } from './item.ts';

const MINORS =
  /儿童|未成年人|(?:不满|未满|小于|低于|以下)[^,。;]{0,6}(?:14|十四|18|十八)|(?:14|十四|18|十八)(?:周)?岁(?:以下|的?未成年)?/;

/** PR-39 and PR-40: rules for minors. A mention of children without guardian, consent or limits is only a word. */
export const minorsItems: readonly ItemReader[] = [
  {
    item: 'PR-39',
    cue: MINORS,
    substance: ({ sentence, around }) =>
      MINORS.test(sentence) &&
      (/(?:监护人|父母|家长)[^。;]{0,40}(?:同意|陪同|指导|阅读|授权|联系|许可|查阅|删除|管理)|(?:同意|陪同|指导|授权)[^。;]{0,24}(?:监护人|父母|家长)/.test(
        around(0, 2),
      ) ||
        /(?:不(?:会|向)|仅|限于|不面向|不(?:专门)?针对|不适合|不建议|不适用|请勿|不得)[^。;]{0,40}(?:儿童|未成年|14|十四)|《[^》]{0,20}(?:儿童|未成年人)[^》]{0,24}》/.test(
          sentence,
        )),
  },
  {
    item: 'PR-40',
    cue: /(?:儿童|未成年人)[^,。;]{0,16}(?:规则|指引|政策|声明|协议|条款)|监护人/,
    substance: ({ sentence, around }) => {
      const near = around(2, 6);
      const topics = [
        /监护人[^。;]{0,30}同意/,
        /更正|删除|查阅|撤回/,
        /存储|保存|保留/,
        /安全|加密|专人|负责人/,
        /投诉|联系|邮箱|电话/,
        /最小|必要|范围/,
      ];
      return /儿童|未成年人/.test(sentence) && topics.filter((topic) => topic.test(near)).length >= 3;
    },
  },
];

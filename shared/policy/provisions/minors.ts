import { childrenRules } from './children-rules.ts';
import type { ItemReader } from './item.ts';

const MINORS =
  /儿童|未成年|小朋友|孩子|children|(?<![a-z])minors?(?![a-z])|(?:不满|未满|小于|低于|以下)[^,。;]{0,6}(?:14|十四|18|十八)|(?:14|十四|18|十八)(?:周)?岁(?:以下|的?未成年)?/;
const GUARDIAN = '(?:监护人|法定代理人|父母|家长|爸爸妈妈|爸妈|parents?|parental|guardians?)';

/** A guardian agrees, reads, asks (being there alone, 在监护人指导下使用, is no rule); or the service is not for minors, or has rules of its own for them. */
const GUARDED = new RegExp(
  `${GUARDIAN}[^。;]{0,40}(?:同意|consent|阅读|授权|联系|许可|查阅|删除|管理|代为|注册)|(?:同意|consent|授权)[^。;]{0,24}${GUARDIAN}`,
);
const NOT_FOR_MINORS =
  /(?:不(?:会|向)|仅|限于|不面向|不(?:专门)?针对|不适合|不适用|请勿|不得)[^。;]{0,40}(?:儿童|未成年|14|十四|18|十八)|(?:儿童|未成年人?|(?:14|十四|18|十八)周?岁[^,。;]{0,6})[^,。;]{0,8}(?:不得|禁止|不能|不可|请勿|不应)[^,。;]{0,8}(?:使用|注册)|《[^》]{0,20}(?:儿童|未成年人)[^》]{0,24}》/;

/** Who the service is mainly meant for shuts nobody out. */
const NOT_MAINLY_FOR = /主要(?:面向|针对|服务|目标)|为目标/;

/** PR-39 and PR-40: rules for minors. A mention of children without guardian, consent or limits is only a word. */
export const minorsItems: readonly ItemReader[] = [
  {
    item: 'PR-39',
    cue: MINORS,
    substance: ({ sentence, around }) =>
      MINORS.test(sentence) && (GUARDED.test(around(0, 2)) || (NOT_FOR_MINORS.test(sentence) && !NOT_MAINLY_FOR.test(sentence))),
  },
  {
    item: 'PR-40',
    cue: /(?:儿童|未成年人)[^,。;]{0,16}(?:规则|指引|政策|声明|协议|条款)|监护人/,
    places: (_facts, text) => childrenRules(text),
  },
];

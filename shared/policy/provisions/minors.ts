import type { Mention } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { ItemReader } from './item.ts';

const MINORS =
  /儿童|未成年|小朋友|孩子|(?:不满|未满|小于|低于|以下)[^,。;]{0,6}(?:14|十四|18|十八)|(?:14|十四|18|十八)(?:周)?岁(?:以下|的?未成年)?/;
const GUARDIAN = '(?:监护人|父母|家长|爸爸妈妈|爸妈)';

/** A guardian agrees, accompanies, asks; or the service is not for minors, or has rules of its own for them. */
const GUARDED = new RegExp(
  `${GUARDIAN}[^。;]{0,40}(?:同意|陪同|指导|阅读|授权|联系|许可|查阅|删除|管理|代为|注册)|(?:同意|陪同|指导|授权)[^。;]{0,24}${GUARDIAN}`,
);
const NOT_FOR_MINORS =
  /(?:不(?:会|向)|仅|限于|不面向|不(?:专门)?针对|不适合|不建议|不适用|请勿|不得)[^。;]{0,40}(?:儿童|未成年|14|十四|18|十八)|《[^》]{0,20}(?:儿童|未成年人)[^》]{0,24}》/;

/** What rules for children have to say; each of them in a sentence about children or their guardians. */
const MATTERS: readonly RegExp[] = [
  // What is collected of them, and what for.
  /(?:收集|处理|使用)[^。;]{0,60}(?:用于|为了|以便|目的|用途)|收集(?:的)?目的|仅收集[^,。;]{0,16}(?:所需|必需|必要)|为(?:了)?[^,。;]{0,24}(?:收集|处理)[^,。;]{0,16}(?:孩子|儿童|未成年)/,
  // Where and how long it is kept.
  /(?:存储|保存|存放|储存)[^。;]{0,24}(?:境内|服务器|期限|期间|时间|地点|加密|北京|中国|必需|最短|于)|(?:存储|保存)(?:地点|期限)|加密(?:存储|保存|存放)|到期(?:后)?删除/,
  // Rights of the guardian.
  /(?:监护人|家长|父母|您)[^。;]{0,30}(?:可以?|有权|随时|要求|申请|请求|能)[^。;]{0,30}(?:查阅|查看|查询|访问|更正|修改|删除|撤回|注销)|(?:更正|查阅|查看)[、和及与](?:更正|修改|删除|复制)|监护人[^,。;]{0,6}(?:更正|删除|查阅)/,
  // Refusal, and what follows from it.
  /(?:可以?|有权|选择|能)[^。;]{0,16}拒绝|拒绝(?:后|的后果|选项|提供[^。;]{0,20}(?:无法|不能|不影响))|如(?:果)?您?拒绝|撤回[^,。;]{0,8}同意/,
  // Whom to turn to about children.
  /(?:投诉|联系|疑问|反馈|专员|负责|邮件|致电|拨打)[^。;]{0,60}(?:@|\d{3,4}-?\d{4}|[48]00-?\d{3}|邮箱|电话|客服|专员|反馈|本规则)|(?:儿童|未成年人)[^,。;]{0,12}(?:专门|专用)?邮箱/,
  // Who has access, how it is protected.
  /专人|专门(?:的)?(?:人员|部门|负责)|最小(?:够用|必要|授权|化)|最少够用|访问权限|加密|内部[^,。;]{0,8}(?:制度|审批)/,
];
/** Matters needed for rules that say something, beyond the guardian's agreement. */
const ENOUGH = 4;
/** The boilerplate of every policy: what was collected without consent is deleted, questions are welcome. */
const BOILERPLATE =
  /(?:发现|如果|若|在)[^。;]{0,16}(?:未(?:事先)?|没有)[^。;]{0,12}(?:征得|取得|获得|经)[^。;]{0,60}(?:收集|提供)[^。;]{0,60}(?:删除|联系)|仅(?:会)?在(?:受到)?法律[^。;]{0,60}(?:使用|披露|处理)|只会在[^。;]{0,60}(?:使用|披露|处理)|(?:陪同|指导)下/;
const ABOUT_CHILDREN = /儿童|未成年|小朋友|孩子|监护人|家长|不满十四|14周?岁/;
/** Sentences that a sentence about children carries its subject over to. */
const REACH = 4;

/** PR-40: the matters that rules for children speak of, over the whole text; a place for each. */
function childrenRules({ sentences, lines }: PolicyText): Mention[] {
  const found = new Map<RegExp, Mention>();
  let reach = 0;
  let line = -1;
  for (const sentence of sentences) {
    const heading = lines[sentence.line]?.kind === 'heading';
    if (ABOUT_CHILDREN.test(sentence.lower)) reach = REACH;
    else if (heading || (sentence.line !== line && reach < REACH - 1)) reach = 0;
    line = sentence.line;
    if (reach-- <= 0 || BOILERPLATE.test(sentence.lower)) continue;
    for (const matter of MATTERS) {
      if (!found.has(matter) && matter.test(sentence.lower))
        found.set(matter, { range: [sentence.start, sentence.end], confidence: 0.8 });
    }
  }
  return found.size >= ENOUGH ? [...found.values()] : [];
}

/** PR-39 and PR-40: rules for minors. A mention of children without guardian, consent or limits is only a word. */
export const minorsItems: readonly ItemReader[] = [
  {
    item: 'PR-39',
    cue: MINORS,
    substance: ({ sentence, around }) => MINORS.test(sentence) && (GUARDED.test(around(0, 2)) || NOT_FOR_MINORS.test(sentence)),
  },
  {
    item: 'PR-40',
    cue: /(?:儿童|未成年人)[^,。;]{0,16}(?:规则|指引|政策|声明|协议|条款)|监护人/,
    places: (_facts, text) => childrenRules(text),
  },
];

import type { Mention } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';

interface Matter {
  readonly says: RegExp;
  /** What only rules for children have weighs double. */
  readonly weight: number;
}

/** What rules for children have to say; each of them in a sentence about children or their guardians, or right after one. */
const MATTERS: readonly Matter[] = [
  // What is collected of them, and what for.
  {
    says: /(?:收集|处理|使用)[^。;]{0,60}(?:用于|为了|以便|目的|用途)|收集(?:的)?目的|(?:^|[】)])目的:|仅收集[^,。;]{0,16}(?:所需|必需|必要)|为(?:了)?[^,。;]{0,24}(?:收集|处理)[^,。;]{0,16}(?:孩子|儿童|未成年)/,
    weight: 1,
  },
  // Where and how long it is kept.
  {
    says: /(?:存储|保存|存放|储存|存于|存在)[^。;]{0,24}(?:境内|服务器|期限|期间|时间|地点|加密|北京|中国|必需|最短|于)|(?:存储|保存)(?:地点|期限)|^(?:地点|期限):|加密(?:存储|保存|存放)|到期(?:后)?删除/,
    weight: 1,
  },
  // Rights of the guardian.
  {
    says: /(?:监护人|家长|父母|爸爸妈妈|爸妈)[^。;]{0,24}(?:查|看)、?改、?删|(?:监护人|家长|父母|爸爸妈妈|爸妈|您)[^。;]{0,30}(?:可以?|有权|随时|(?<!法律的?|法规的?|规定的?)要求|申请|请求|能)[^。;]{0,30}(?:查阅|查看|查询|访问|更正|修改|删除|撤回|注销)|(?:更正|查阅|查看)[、/和及与](?:更正|修改|删除|复制)|监护人[^,。;]{0,6}(?:更正|删除|查阅)/,
    weight: 2,
  },
  // Refusal, and what follows from it.
  {
    says: /(?:可以?|有权|选择|能)[^。;]{0,16}拒绝|拒绝(?:后|的后果|选项|提供[^。;]{0,20}(?:无法|不能|不影响))|如(?:果)?您?拒绝|不同意[^,。;]{0,10}(?:的话|的),?[^,。;]{0,8}(?:用不了|无法|不能)|撤回[^,。;]{0,8}同意/,
    weight: 1,
  },
  // Whom to turn to about children.
  {
    says: /(?:投诉|联系|疑问|反馈|专员|负责|邮件|致电|拨打)[^。;]{0,60}(?:@|\d{3,4}-?\d{4}|[48]00-?\d{3}|邮箱|电话|客服|专员|反馈|本规则)|(?:儿童|未成年人)[^,。;]{0,12}(?:专门|专用)?邮箱/,
    weight: 1,
  },
  // Who answers for it in the house.
  { says: /专人|专门(?:的)?(?:人员|部门|负责)|专员|儿童[^,。;]{0,12}负责人/, weight: 2 },
  // Who has access, how it is protected.
  { says: /最小(?:够用|必要|必需|授权|化)|最少够用|访问权限|加密|内部[^,。;]{0,8}(?:制度|审批)/, weight: 1 },
];
/** Weight needed for rules that say something, beyond the guardian's agreement: the guardian's rights alone are not enough. */
const ENOUGH = 3;
/** The boilerplate of every policy: what was collected without consent is deleted, questions are welcome. */
const BOILERPLATE =
  /(?:发现|如果|若|在)[^。;]{0,16}(?:未(?:事先)?|没有)[^。;]{0,12}(?:征得|取得|获得|经)[^。;]{0,60}(?:收集|提供)[^。;]{0,60}(?:删除|联系)|仅(?:会)?在(?:受到)?法律[^。;]{0,60}(?:使用|披露|处理)|只会在[^。;]{0,60}(?:使用|披露|处理)|(?:陪同|指导)下|不同意(?:您|您的|本)[^。;]{0,60}(?:终止|停止)/;
const ABOUT_CHILDREN = /儿童|未成年|小朋友|孩子|监护人|家长|不满十四|14周?岁/;
/** What is said of this policy or of every user is not said of children, though a sentence about them stands before it. */
const ABOUT_ALL = /本(?:隐私)?(?:政策|声明|指引|协议)|我们的(?:产品|服务)/;
/** 儿童个人信息保护规则:, as a heading or a line of its own, makes what follows rules for children. */
const TITLE_LENGTH = 24;
/** Sentences that a sentence about children carries its subject over to. */
const REACH = 4;

/** PR-40: the matters that rules for children speak of, over the whole text; a place for each, or none if they are too few. */
export function childrenRules({ sentences, lines }: PolicyText): Mention[] {
  const found = new Map<Matter, { readonly weight: number; readonly place: Mention }>();
  let reach = 0;
  let line = -1;
  let titled = false;
  for (const sentence of sentences) {
    const heading = lines[sentence.line]?.kind === 'heading';
    const own = ABOUT_CHILDREN.test(sentence.lower);
    if (own) {
      reach = REACH;
      titled = heading || sentence.lower.length <= TITLE_LENGTH;
    } else if (heading || (sentence.line !== line && reach < REACH - 1)) reach = 0;
    line = sentence.line;
    if (reach-- <= 0 || BOILERPLATE.test(sentence.lower) || (!own && ABOUT_ALL.test(sentence.lower))) continue;
    for (const matter of MATTERS) {
      // What is carried over counts little: it may be about every user.
      const weight = own || titled ? matter.weight : matter.weight / 4;
      if ((found.get(matter)?.weight ?? 0) >= weight || !matter.says.test(sentence.lower)) continue;
      found.set(matter, { weight, place: { range: [sentence.start, sentence.end], confidence: 0.8 } });
    }
  }
  const matters = [...found.values()];
  const weight = matters.reduce((sum, matter) => sum + matter.weight, 0);
  return matters.length > 1 && weight >= ENOUGH ? matters.map(({ place }) => place) : [];
}

import type { ItemReader } from './item.ts';
import { hasContactValue, hasPath, refersToContact } from './predicates.ts';

const OFF =
  /关闭|退出|取消|停用|拒绝|退订|不(?:再)?(?:接收|接受|想|希望)|开关|屏蔽|减少|(?<!安全|账[号户]|权限|档案|内容|人员|数据|信息)管理(?!(?:制度|人员|员|部门|规定|办法|平台|体系|机构|中心))|自主选择|关[掉了]|关停|禁用|拨到|停止|非个性化|不针对/;

/** 暂不支持关闭, 无法退出: says that there is no way, in the words of one. */
const NO_WAY =
  /(?:暂?不支持|无法|不能|不可以?|不提供|未提供|没有提供|尚未提供|暂无|没有)[^,。;]{0,6}(?:关闭|退出|取消|停用|拒绝|退订|开关)/g;

const NONE =
  /(?:^|[,、。:(])(?:均|亦|也)?无(?:任何)?(?:形式的)?(?:个性化|定向推送|自动化决策|用户画像|算法推荐)|(?:个性化[^,。;:]{0,8}|定向推送|自动化决策|用户画像|算法推荐): ?(?:无|没有|不涉及|不适用|否)|(?:不(?:做|含|设|投放|开展)|没有)[^,。;]{0,10}(?:个性化|定向推送|用户画像|算法推荐)|不(?:会|被|得)?用于[^。;]{0,24}(?:个性化|定向推送|自动化决策|用户画像|算法推荐)|(?:不会?|未|没有|不再|不涉及|不存在|暂不|暂未)(?:向您|对您|为您|基于[^,。;]{0,20}|利用[^,。;]{0,20})?(?:进行|使用|开展|提供|推送|做出?|涉及|存在|展示|实施|采用)?(?:任何)?(?:形式的|(?:纯粹?|完全|单纯)的?)?(?:个性化|定向推送|自动化决策|用户画像|千人千面|算法推荐)/;

/** 您的咨询信息不会被用于用户画像: what is spared one kind of information may be done with the others. */
const ONE_KIND =
  /(?:咨询|健康|敏感|学生|儿童|人脸|支付|聊天|位置|通讯录|身份|生物|对话)[^,。;]{0,6}(?:信息|数据|内容)[^,。;]{0,6}不(?:会)?(?:被)?用于/;

/** Recommended by what the person did, without the word 个性化: 按您的浏览记录推荐. */
const BY_HABIT =
  /(?:基于|根据(?!提示|指引)|依据|依(?=您|你|用户)|按照?|结合|利用|使用|分析)[^,。;]{0,24}(?:[记纪]录|喜好|偏好|兴趣|习惯|行为|特征|画像|标签|历史)[^。;]{0,24}(?:推荐|推送|(?<!其[他它]用户)展示)|推荐(?:管理|设置|开关)|猜你喜欢/;

const MARKETING =
  /(?:寄信|邮件|邮寄|订阅)(?:列表|名单)|广告|营销|推广|促销|商业(?:性)?(?:电子)?(?:信息|短信|邮件)|推送|优惠(?:信息|活动|短信)|活动短信|电子报|订阅邮件|marketing|promotional|newsletter|(?:不希望|不想|不愿意?|不再)(?:收到|接收|看到|接受)(?![^,。;]{0,4}个性化(?:内容|推荐))/;
/** Messages that tell of the service itself, and pushes that are a means of notice. */
const NO_MARKETING =
  /停止运营|终止(?:服务|运营)|(?:推送|通知)(?:的)?权限(?![^。;]{0,60}(?:营销|广告|推广|优惠))|通知消息|推送(?:通知)?服务|推送(?:通知)?的(?:形式|方式)|(?:以|通过|采取|用)[^。;]{0,30}推送(?:通知|消息)?(?:等|的)?[^,。;]{0,6}(?:方式|形式|告知)|安全事件|泄[露漏]/;
const REFUSES =
  /关[闭掉]|[可能]关(?![于注键系])|停用|禁用|退订|退出(?:此类|该|上述|这类|个性化|广告|推送)|unsubscribe|opt[- ]?out|取消|拒绝|拒收|不再(?:接收|推送|收到|发送)|回复|停止(?:接收|发送|推送)?|屏蔽|(?:进行|自行)设置|不感兴趣|不(?:想|愿意?|希望)(?:再|继续)?(?:接受|接收|收到|看到|接听|接到|被)|免打扰/;
/** 推送 alone is a means, of news and of notices too; told to the person, or to be switched off, it is what marketing comes by. */
const ONLY_PUSH =
  /(?:寄信|邮件|邮寄|订阅)(?:列表|名单)|广告|营销|推广|促销|商业|优惠|活动|电子报|订阅|marketing|promotional|newsletter|不希望|不想|不愿|不再/;
const PUSHED_TO_PERSON =
  /(?:向|给|为|对)(?:您|你|用户|客户|玩家)[^。;]{0,16}推送|发送[^。;]{0,20}(?:推送|资讯)|推送(?:的)?(?:设置|开关|管理)|(?:关[闭掉]|取消|拒绝|退订|停止|屏蔽)[^,。;]{0,12}推送|推送[^,。;]{0,16}(?:关[闭掉]|[可能]关|取消|拒绝|退订|屏蔽)/;
/** 不使用 Cookie 投放广告, cookies可为您提供推广服务: what is said of cookies is none of advertising at large. */
const OF_COOKIES = /cookie/;
/** 您可以通过浏览器设置管理或删除cookie: no switch of recommendations. */
const COOKIES_MANAGED = /[^。;\n]{0,40}(?:管理|删除|清除|禁用|拒绝)[^。;\n广告]{0,8}cookie[^。;\n]{0,20}/g;
/** 通过浏览器设置拒绝、清除广告类cookie: those that follow for advertising are its switch. */
const COOKIES_OF_ADS = /(?:拒绝|关闭|清除|禁用|停用)[^,。;]{0,10}(?:广告|营销)[^,。;]{0,6}cookie/;
/** 我们不会向您发送任何广告或营销信息: nothing to refuse. */
const NO_ADVERTISING =
  /(?:不会|不|没有|绝不|从不|无)(?:向您|给您|对您|[向给对](?:儿童|未成年人|孩子|学生|用户|玩家)|主动|再)*(?:发送?|推送|投放|展示|进行|接入|含|做|提供)?(?:任何)?(?:形式的)?(?:第三方)?(?:商业)?(?:广告|营销)(?!的?(?:个人|用途|目的|监测|标识|数量))/;

/** 广告标识符, 用于广告效果监测: an identifier, whose permission can be refused, and no advertising shown to the person. */
const ONLY_AD_ID = /广告(?:标识符?|id|效果|投放(?:效果)?)/g;

/** 我们不会将您的信息用于商业广告, also as an entry under 我们不会. */
const NOT_FOR_ADS = /(?:不会|不得|绝不|从不)[::\s•·*-]{0,4}(?:将|把)[^。;,]{0,30}(?:用于|用作)[^,。;]{0,6}(?:广告|营销|推广)/;

const SENSITIVE =
  '(?:敏感(?:的)?(?:个人)?信息|个人敏感|健康(?!、|及|安全|的?(?:游戏|网络)|成长)|疾病|病[历史]|医疗|金融账户|身份证|银行卡|行踪|宗教|种族|民族|信仰|政治|收入|性取向|(?<!特)征信|生物(?:识别|特征)|人脸|敏感的?(?:个人)?数据)';
const SELLING = '(?:营销|推荐|推广|推送|广告|画像|标签|定价)';
const NEVER = '(?:不(?:会|得|将|再)?|绝不(?:会)?|从不|禁止|避免|杜绝)';
/** 不实行不合理的差别待遇, 不搞大数据杀熟, 对所有人一个价. */
const FAIR = new RegExp(
  `${NEVER}[^。;]{0,40}(?:差别(?:待遇|对待|定价)|杀熟|价格歧视|千人千价|区别定价|抬价|加价|调整[^,。;]{0,6}价格|不同(?:的)?(?:价格|报价|定价|售价))|(?:价格|售价|定价)[^,。;]{0,16}(?:一样|一致|相同|统一)|(?:没有|不存在)[^,。;]{0,8}(?:杀熟|价格歧视|差别)|(?:交易|自动化决策)[^。;]{0,40}(?:公平|公正)`,
);
/** 不利用敏感信息营销, in either order. */
const NOT_SOLD_TO = new RegExp(
  `${NEVER}[^。;,]{0,16}(?:利用|使用|运用|用(?![以于])|基于|根据|依据|按照?|将|把|以|因)[^。;]{0,24}${SENSITIVE}[^。;]{0,40}${SELLING}|${SENSITIVE}[^。;]{0,40}${NEVER}[^,。;]{0,6}(?:用于|用来|拿来|拿去|用作|作为|进入|参与|被用)[^。;]{0,24}${SELLING}|${SELLING}[^。;]{0,16}${NEVER}[^,。;]{0,4}(?:包含|包括|含|涉及|使用|利用|基于|采用)[^。;]{0,24}${SENSITIVE}`,
);
/** 不会将您的信息用于精准营销: whatever it is, what is sensitive is among it. */
const NO_TARGETING = new RegExp(
  `${NEVER}[^。;]{0,30}(?:用于|进行|开展|做)[^。;]{0,16}精准(?:营销|推销)|${NEVER}[^,。;]{0,4}(?:将|把)(?:学生|儿童|未成年人?|孩子)[^,。;]{0,10}信息[^,。;]{0,4}用于[^。;]{0,16}${SELLING}`,
);
/** 鉴于…涉及敏感信息,我们承诺: … 您的咨询信息不会被用于营销推广: the lead-in says what kind of information it is. */
const SPARED = new RegExp(`信息[^,。;]{0,6}${NEVER}(?:被)?用于[^。;]{0,16}${SELLING}`);
const OF_SENSITIVE = /敏感(?:个人)?信息[^。;\n]{0,24}:/;
/** 若您拒绝提供, 我们将不会根据您的位置推荐: what falls away with a permission. */
const IF_REFUSED = /(?:若|如果?|当)您[^,。;]{0,8}(?:拒绝|不(?:提供|同意|授权))|拒绝提供|判断您的行踪/;

/** PR-36 … PR-38: recommendation, advertising, and what they may not use. */
export const recommendationItems: readonly ItemReader[] = [
  {
    item: 'PR-36',
    // 个性化的服务, 个性化体验 are everybody's boast and no recommendation.
    cue: new RegExp(
      `个性化[^,。;]{0,8}(?:推荐|推送|展示|广告|内容|资讯|排序|营销|信息|搜索|商品|视频|音乐|决策|阅读)|定制(?:化)?(?:的)?(?:内容|推送|广告)|非个性化|定向推送|千人千面|算法推荐|智能推荐|自动化决策[^。;]{0,40}(?:关闭|退出|拒绝)|自动化决策(?![^,。;]{0,8}(?:异议|有权|的权利|不利))|用户画像|${BY_HABIT.source}`,
    ),
    substance: (place) => {
      const near = place.around(1, 3).replace(COOKIES_MANAGED, '');
      // Who does none has nothing to switch off, and has said so.
      if (NONE.test(place.sentence) && !ONE_KIND.test(place.sentence)) return true;
      return OFF.test(near.replace(NO_WAY, '')) && (hasPath(near) || refersToContact(place, near));
    },
  },
  {
    item: 'PR-37',
    cue: MARKETING,
    substance: (place) => {
      if (NO_MARKETING.test(place.sentence) || !MARKETING.test(place.sentence.replace(ONLY_AD_ID, ''))) return false;
      if (!ONLY_PUSH.test(place.sentence) && !PUSHED_TO_PERSON.test(place.around(0, 1))) return false;
      if (OF_COOKIES.test(place.sentence) && !COOKIES_OF_ADS.test(place.sentence)) return false;
      if (NO_ADVERTISING.test(place.sentence) || NOT_FOR_ADS.test(place.around(1, 0))) return true;
      const near = place.around(0, 2).replace(NO_WAY, '');
      return (
        REFUSES.test(near) &&
        (hasPath(near) ||
          hasContactValue(near) ||
          /回复|退订|短信|系统|通知|客服|unsubscribe/.test(near) ||
          refersToContact(place, near))
      );
    },
  },
  {
    item: 'PR-38',
    cue: new RegExp(`杀熟|抬价|加价|差别|歧视|价格|定价|报价|售价|交易条件|公平|精准|营销|推广|${SENSITIVE}`),
    substance: ({ sentence, around }) =>
      FAIR.test(sentence) ||
      NO_TARGETING.test(sentence) ||
      (NOT_SOLD_TO.test(sentence) && !IF_REFUSED.test(sentence)) ||
      (SPARED.test(sentence) && OF_SENSITIVE.test(around(4, 0))),
  },
];

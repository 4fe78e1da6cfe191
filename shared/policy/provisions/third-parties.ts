import type { ItemReader, Place } from './item.ts';
import { holds } from './predicates.ts';

/** Others work for the operator: 委托阿里云存储数据, 受托方, 由服务商代为发送. Who acts 受他人的委托 is entrusted itself. */
const ENTRUSTS =
  /(?<!受(?!我们|本公司|我司|我行|平台|托)[^,。;]{0,14})委托(?!人|方(?!处理)|书|方的商品|我们|提供|[^,。;处]{0,16}(?:查询|核对|进行推广))|受托|转委托|外包(?!人员|员工|雇员)|请[^,。;]{2,12}代(?:管|为|理)|代管|代为(?:发送|处理|存储|保管)/;
/** Suppliers are given information to work with; 供应商的合法权益 and the makers of SDKs are another matter. */
const SUPPLIES =
  /(?:发送|提供|披露|共享|传输|交)[^。;]{0,24}(?:供应商|服务(?:提供)?商)|(?:供应商|(?<!sdk)服务(?:提供)?商)[^。;]{0,24}(?:处理|存储|发送)[^。;]{0,12}(?:信息|数据)/;
/** 我们不委托任何第三方处理: that is told, too. */
const NOBODY = /(?:不(?:会)?|没有|从未|未)(?:将[^,。;]{0,12})?委托(?:任何|第三方|他人|其他|外部)[^,。;]{0,16}(?:处理|存储|$)/;
/** What binds them. */
const DUTIES =
  /协议|协定|合同|合约|保密|约束|按照?(?:照)?我们的?[^,。;]{0,6}(?:要求|说明|指示|委托|约定|目的)|监督|约定|指示|指令|不得|仅(?:限|能|可|用于|在)|返还|只能|只(?:允许|会)|限制受托|要求(?:其|他们|受托|合作|服务商|对方)/;
/** 要求他们按照我们的说明…处理个人信息: who works by instruction is entrusted, whatever it is called. */
const TELLS_THEM =
  /(?:要求|约束|确保|督促|约定|令)[^。;]{0,24}按照?我们的?[^,。;]{0,6}(?:要求|说明|指示|委托)[^。;]{0,40}(?:处理|使用)[^,。;]{0,8}(?:信息|数据|资料)/;
/** 受托方: 示例云公司, 委托事项: 数据存储: who, and with what. */
const BY_FIELDS =
  /受托(?:方|人|机构|单位|公司)(?:名称)?:[^,。;]{3,40}[,。;][^。]{0,20}(?:委托|处理)?(?:事项|目的|内容|用途|信息)[^,。;:]{0,4}:/;
/** 技术服务商…受保密与数据安全协议约束, 已与该服务商签订保密协议: who helps with the work is bound. */
const HELPER = /(?:服务(?:提供)?商|供应商)/;
const HELPER_BOUND =
  /(?:受|签[订署]了?|遵守)[^,。;\n]{0,16}(?:保密|数据(?:安全|处理))[^,。;\n]{0,14}(?:协议|合同|约束|条款)|(?:保密|数据(?:安全|处理))[^,。;\n]{0,14}(?:协议|合同|条款)[^,。;\n]{0,6}约束/;
const OUR_INSTRUCTIONS = /按照?(?:照)?我们的?[^,。;]{0,6}(?:要求|说明|指示|委托)/;

const SHARING =
  /共享|分享|会收到|转交|给到|交到|(?:能|可以?|会)看到您?|提供予|卖给|租给|出售|出租|传给|对外提供|提供给|提供至|传输给|发送给|披露给|接收方|共享方|合作方:|向[^,。;]{0,16}(?:部门|机关|中心)[^,。;]{0,6}(?:核验|查询|验证|核实|报送|提供)|向[^,。;]{0,16}(?:第三方|合作|关联|公司|机构|平台|商家|银行|支付)[^,。;]{0,12}(?:提供|披露|传输|发送)|向[^,。;]{1,12}提供[^,。;]{0,20}(?:信息|姓名|电话|地址|号|记录)/;
/** 您输入的问题会发送至 DeepSeek 服务器进行处理, 传输给通义千问大模型接口: somebody by name, and what is sent there. */
const SENT_TO =
  /(?:信息|数据|内容|问题|文本|文字|图片|照片|语音|录音|音频|对话|描述|提问|提示词|记录|文件|号码?)[^。;]{0,24}(?:发送|传输|上传|提交|传送|转发)(?:至|到|给)(?:第三方)?(?: ?[a-z][a-z0-9. -]{1,20}|(?!我们|本|自有|自建|云端|后台|平台|服务器|对应|相应)[\p{Script=Han}]{2,8}) ?(?:公司|官方|大模型|模型)?(?:的)?(?:服务器|接口|api|云端|(?:大)?模型服务|大模型|开放平台|公司)/u;
/** 会向 Apple Game Center 提交成就与经验: a service by its Latin name, and what it is given. */
const GIVEN_BY_NAME =
  /(?<!您|你|用户)(?:会|将|需要?|可能)(?:会)?向 ?(?!app ?store)[a-z][a-z0-9. -]{1,24}(?:平台|公司|服务器?)? ?(?:提交|发送|传输|上传|上报|提供)[^,。;]{2}/;
/** Providers of models and clouds, whose name alone says who gets it: 对话内容会传输给 DeepSeek 进行处理. */
const TO_PROVIDER =
  /(?:发送|传输|上传|提交|传送|转发)(?:至|到|给)(?:第三方)?[^,。;]{0,8}(?:deepseek|openai|chatgpt|anthropic|gemini|azure|kimi|moonshot|minimax|dashscope|通义|文心|智谱|豆包|混元|月之暗面|硅基流动|火山引擎|讯飞|阿里云|腾讯云|华为云|百度智能云)/;
const SENDS = '(?:发送|传输|上传|提交|传送|转发)(?:至|到|给)';
/** 不允许任何第三方收集、出售您的信息: what others may not do is none of the operator's giving. */
const FORBIDS_OTHERS = /(?:不允许|禁止|严禁|不得允许)[^,。;]{0,6}(?:任何)?(?:第三方|任何人|他人|其他用户|用户)/;
/** 分享到朋友圈: what the user shows to friends is none of the operator's giving. */
const BY_USER = /请(?:您|用户)?(?:务必|妥善)?(?:不要|勿|切勿)|(?:分享|转发)(?:到|至|给)?[^,。;]{0,6}(?:朋友圈|好友|微博|社交|群)/;
const REFUSES_GIVING =
  /不(?:会|得|向|与|将|再|对外)?[^。;]{0,24}(?:共享|分享|提供|披露|出售|出租|卖|租给)|未(?:经|获|取得)[^。;]{0,24}不|(?:未|没有|从未)曾?(?:向|与|把|将)[^。;]{0,20}(?:共享|分享|提供|披露|出售)/;
const AGREED =
  /单独同意|(?:经|经过|获得|取得|征得|征求|事先|得到)[^,。;]{0,16}(?:同意|授权|许可)|授权同意|同意后|授权后|单独点头|点头(?:之?后|同意)|您答应/;
/** Those who are given it by name or by what they do for the user. */
const RECIPIENT =
  /给(?!第三方|合作|其[他它]|相关|有关|关联|我们|任何)[一-龥]{2,6}(?:公司|局|馆|中心|医院|学校)|有限公司|股份公司|支付宝|微信|银联|顺丰|(?<![南北])京东|阿里|腾讯|百度|高德|华为|小米|友盟|极光|物流|快递|配送|支付(?:机构|公司|平台|渠道)|银行|保险(?:公司|机构)|航空|酒店|商家|商户|学校|医院|医疗机构|招聘|(?<!特)征信|公安|认证机构|关联(?:公司|方)|(?:合作方|接收方|共享方|共享对象|提供对象)(?:的)?(?:名称|:)|(?:sdk|第三方)[^,。;]{0,8}(?:清单|目录)/;
const FIELDS =
  /(?:名称|姓名|联系方式)[^。;]{0,24}(?:目的|种类|类型|方式)|(?:目的|用于|以便|以完成|用来|为(?:了)?(?:完成|实现|办理|处理|结算|核实|提供)|,以[^,。;]{2})/;

const EVENT =
  /分立|收购|并购|兼并|破产|清算|重组|解散|资产(?:转让|出售)|(?:公司|企业|运营者|发生|涉及|因|进行)[^,。;]{0,6}合并|合并[、,或和及]|控制权|停止经营|业务[^,。;]{0,6}(?:转给|转让|移交)|变更[^,。;]{0,6}主体|主体[^,。;]{0,4}变更|(?:公司|业务)[^,。;]{0,6}(?:卖给|接手)|接手的|停止运营|职能(?:划转|调整|变更|移交)|机构(?:改革|调整|撤并|划转)|承接(?:单位|方|主体)|易主|被[^,。;]{0,8}(?:收购|并购)/;
const HANDS_OVER =
  /(?:信息|资料|数据)[^,。;]{0,24}(?:转让|转移|移交|转交)|(?:转让|转移|移交|转交)[^,。;]{0,16}(?:信息|资料|数据)/;
const BOUND =
  /告知|得守|遵守|告诉|通知|公告|公示|删除|继续(?:受|履行|遵守|承担|按照)|同意|约束|重新(?:征|取|获)|授权|承接|不会将|不会把/;
/** 以下情形中, 共享、转让、公开披露无需征得同意: the head of the law's exceptions. */
const EXEMPT = /无[需须](?:事先)?(?:征得|取得|获得|经)[^。;]{0,16}:$|(?:例外|以下情形)[^。;]{0,30}无[需须]/;
const OF_ACCOUNTS =
  /(?:账[号户]|帐[号户]|虚拟|道具|会员)[^,。;]{0,12}(?:转让|出借|出售)|(?:转让|出借)[^,。;]{0,8}(?:账[号户]|帐[号户])|境外|跨境|可携带|指定/;

/** Making known to everybody; 公开、透明的原则, 公开渠道, 公开发布 of the user's own are something else. */
const PUBLISHES =
  /公开披露|公开(?!内容|(?:[、,]?(?:透明|公平|公正)|渠道|分享|信息|的|发布|课|市场|号|可|性|场合|版|赛|评|征|招))|披露|公示|公布(?!的)|揭露|公之于众/;
const OF_PERSONS = /才(?:会)?(?:公开|披露)|您|你|信息|资料|名单|数据|隐私|照片|姓名/;
const CONDITION =
  /同意|授权|不会|不得|不予|不公开|不对外|绝不|从不|禁止|法院|法律|法规|司法|诉讼|主管|行政|强制|去标识|匿名|脱敏|隐去|隐藏|遮挡|打码|您的要求|原则上不|不可见|您(?:可以?|能|有权)(?:选择|自行|随时)?(?:关闭|设置|取消|不公开)/;
const KEEPS =
  /如何[^,。;]{0,40}(?:公开|披露)|(?:政策|声明|规则|协议)[^,。;]{0,24}(?:公示|公布)|无[需须](?:事先)?(?:征得|取得|经)|例外|披露的(?:联系|方式|渠道)|合法公开披露的信息中|泄[露漏]|防止|避免|未(?:经|获)(?:授权|许可)的?[^,。;不]{0,6}(?:访问|公开)|已经?合法公开|自行(?:向社会公众)?公开|搜索引擎/;

/** 我们不会主动公开您未自行公开的信息. */
const WILL_NOT = /(?:我们|我行|平台|公司)(?:承诺)?不会(?:主动|擅自)?(?:公开|公布|披露)/;
/** What is disclosed of children is told under their own rules. */
const OF_MINORS = /(?:父母|监护人|保护未成年人)[^。;]{0,40}(?:披露|共享)/;

/** One field of several: 合作方：平安保险；共享信息：姓名. */
const FIELD = /^[^,。;:]{2,8}:[^:]{2,}$/;

/** Somebody is told of with what he gets, or that nothing is given, or that it takes consent. */
function tellsRecipients(place: Place): boolean {
  const near = place.around(FIELD.test(place.sentence) ? 2 : 0, 3);
  if (REFUSES_GIVING.test(place.sentence) || AGREED.test(place.around(0, 2))) return true;
  return RECIPIENT.test(near) && (FIELDS.test(near) || holds(place, place.facts.types, 0.8));
}

/** PR-18 … PR-21: entrusted processing, giving to others, handing over with the business, making public. */
export const thirdPartyItems: readonly ItemReader[] = [
  {
    item: 'PR-18',
    cue: /委托|受托|外包|代管|代理|按照?我们|供应商|服务(?:提供)?商|代为/,
    substance: ({ sentence, around }) =>
      NOBODY.test(sentence) ||
      TELLS_THEM.test(sentence) ||
      BY_FIELDS.test(around(0, 2)) ||
      (ENTRUSTS.test(sentence) && DUTIES.test(around(2, 3))) ||
      (HELPER.test(sentence) && HELPER_BOUND.test(around(0, 2))) ||
      (SUPPLIES.test(sentence) && OUR_INSTRUCTIONS.test(around(1, 8))),
  },
  {
    item: 'PR-19',
    cue: new RegExp(`${SHARING.source}|${SENDS}|向 ?[a-z]`),
    substance: (place) =>
      SENT_TO.test(place.sentence) ||
      TO_PROVIDER.test(place.sentence) ||
      GIVEN_BY_NAME.test(place.sentence) ||
      (SHARING.test(place.sentence) &&
        !BY_USER.test(place.sentence) &&
        !FORBIDS_OTHERS.test(place.sentence) &&
        !OF_MINORS.test(place.sentence) &&
        tellsRecipients(place)),
  },
  {
    item: 'PR-20',
    cue: /转让|转移|合并|分立|收购|并购|兼并|破产|重组|清算|解散|移交|停止经营|停止运营|主体|职能|机构改革|承接|易主|卖给|接手/,
    substance: ({ sentence, around }) =>
      (EVENT.test(sentence) || HANDS_OVER.test(sentence)) &&
      !OF_ACCOUNTS.test(sentence) &&
      !EXEMPT.test(sentence) &&
      BOUND.test(around(0, 2)),
  },
  {
    item: 'PR-21',
    cue: /公开|披露|公示|公布|揭露|公之于众/,
    substance: ({ sentence, around }) =>
      PUBLISHES.test(sentence) &&
      OF_PERSONS.test(sentence) &&
      (!KEEPS.test(sentence) || WILL_NOT.test(sentence)) &&
      !OF_MINORS.test(sentence) &&
      CONDITION.test(around(0, 1)),
  },
];

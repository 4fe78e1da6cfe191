import type { ItemReader, Place } from './item.ts';
import { hasContactValue, hasPath, hasWay, PERSON, refersToContact } from './predicates.ts';

/** Policies in plain words: 能看、能改、能删, 删掉, 抹去, 不再同意. */
const PLAIN_CHANGE =
  '(?:能|可以?|随时|自己|[、,])改(?![善变进])|[里中内]改|改(?:掉|正|过来)|重新(?:填写|提交|上传)|更换(?:绑定)?(?:的)?(?:手机|邮箱|头像)|写错|填错';
const PLAIN_ERASURE = '删[掉了除完]|(?:能|可以?|随时|自己|[、,])删|抹[去掉除]|擦除|移除';
const WORDS_FOR_RIGHTS = '(?:[能可][看改删]|查阅|查询|访问|查看|复制|导出|更正|修改|更改|编辑|补充|完善|删除|清除|清空|撤回)';
/** 查阅、复制、更正、删除: rights in a row are about what the person has there, whatever it is called. */
const RIGHTS_IN_A_ROW = `${WORDS_FOR_RIGHTS}(?:\\([^)]{0,12}\\))?(?:[、,/]|和|与|及|或|以及){1,2}(?:可以?)?${WORDS_FOR_RIGHTS}`;
const IN_A_ROW = new RegExp(RIGHTS_IN_A_ROW);
/** 留存的手机号码发生变化, 请…更新. */
const KEEPS_UP =
  '(?:信息|资料|号码|地址)[^。;]{0,30}(?:变化|变更|变动)[^。;]{0,40}更新|更新(?:您|你|本人|自己)?的?(?:个人)?(?:信息|资料)';
const IS_CHANGE = new RegExp(
  `${KEEPS_UP}|更正|修改|更改|补充|完善|编辑|变更|(?<![a-z])(?:correct|edit|update)(?![a-z])|${PLAIN_CHANGE}`,
);
const IS_ERASURE = new RegExp(`删除|清除|清空|(?<![a-z])(?:delete|erase)(?![a-z])|${PLAIN_ERASURE}`);
const INFORMATION = new RegExp(
  `信息|资料|数据|information|data|profile|记录|副本|内容|账[号户]|帐[号户]|头像|昵称|地址|订单|档案|简历|日记|笔记|照片|图片|文件|作品|配置|历史|收藏|书签|足迹|评论|评价|对话|录音|进度|成绩|列表|${RIGHTS_IN_A_ROW}`,
);

/** 更正、补充：在“设备”页面修改名称: the right stands in front as a label, what follows is its way. */
const LABELLED_CORRECTION =
  /^[^\p{L}]*(?:更正|修改|补充|完善)(?:[、,和与及或](?:更正|修改|补充|完善|更新))*(?:权)?[^\p{L}]*[::]/u;
const SOMEBODY = new RegExp(`${PERSON}|(?<![a-z])(?:users?|you)(?![a-z])`);
const LOOKS =
  /一份[^,。;]{0,6}(?:数据|信息|资料|副本)|查阅|查询|查找|访问(?!控制|权限|者|量|记录)|查看|看到|看看|能看|看[^,。;]{0,6}(?:资料|信息|数据)|复制|拷贝|副本|导出|(?<!文件|资源|应用|软件|离线|浏览、)下载(?!安装|功能|服务|使用)|(?<![a-z])(?:access|export|view|copy)(?![a-z])/;
/** 通知权限:用于发送提醒。您可以随时在系统设置中关闭: the permission is named in the sentence before. */
const SWITCHED_OFF = /设置(?:中|里|内)[^,。;]{0,6}关[闭掉](?=[,。;]|$)/;
/** 您享有查阅权和复制权, 行使方式为…. */
const RIGHT_OF_ACCESS = /(?:查阅|查询|访问|复制|知情)权/;
/** 查阅:于「会员中心」检视, | 查阅 | 我的→设置 |: the right as a label or in a cell. */
const LABELLED_ACCESS =
  /^[^\p{L}]*(?:查阅|查询|访问|查看|复制)(?:[、/和与及](?:查阅|查询|访问|查看|复制))*(?:权|申请|方式|方法|途径|路径|入口)? ?[^\p{L}\s,。;]*[:|】」]/u;
/** 删除权:在…提交删除申请. */
const LABELLED_ERASURE = /^[^\p{L}]*删除(?:权|申请|请求|方式|方法|途径|渠道|路径|入口)?[^\p{L}]*[::]/u;
const AUTHORITY =
  /12377|12321|12315|12345|网信(?:部门|办)|监管(?:部门|机构)|主管部门|市场监督|公安|工信|消费者(?:协会|权益)|消协|法院|诉讼|仲裁|起诉/;

/** Lists of what the law exempts, and conditions on what the person does, tell of no right. */
const NOT_GRANTED =
  /(?:不会|无法|不予|可能不|不)响应|(?:无法|不能|不会)(?:再)?(?:按照?|依照?|应|根据)[^,。;]{0,8}(?:要求|请求|申请)|拒绝(?:响应|您的请求)|如(?:果)?您[^,。;]{0,24}(?:删除|变更|修改|更改)[^。;]{0,24}(?:可能会?影响|将?无法|不能)|(?:拒绝|如)[^,。;]{0,8}(?:使用|删除)[^,。;]{0,8}cookie/;
/** 我们将保障您对个人信息的访问、更正、删除的权利: a promise that names no way. */
const PROMISES = /(?:保障|保护|尊重|维护|确保)(?:您|你|用户)[^。;:]{0,60}权[利益][。;]?$/;

function onlyPromises({ sentence, oneWayForAll }: Place): boolean {
  return PROMISES.test(sentence) && !oneWayForAll && !hasPath(sentence) && !/联系|客服|可以|有权|可在|可通过|申请/.test(sentence);
}

/** The one who looks is the operator, or what is looked at is a page or a product: 授权我方访问, 停止访问/使用产品. */
const NOT_OWN_INFORMATION =
  /cookie|第三方(?:网站|链接)|未经?授权|防止|避免|授权(?:给)?我[方们](?:可以)?(?:访问|查看)|我[方们](?:可以?|会|将|可能|有权)[^,。;]{0,8}(?:访问|查看|查询|复制)|停止(?:访问|使用)|(?:访问|查看|浏览|下载)(?:\/|和|或者?|及|与|、|并)使用|使用(?:和|或者?|及|与|、|\/)(?:访问|浏览)|(?:被|遭)(?:[^,。;]{0,8}(?:非法|擅自|恶意|他人|泄露))?[^,。;]{0,4}(?:访问|查看|查询|复制|下载)|非法(?:访问|查看|复制|下载)|(?:授权|同意|允许)(?:之?后|时)(?:才会?|方可)?访问|盗取|窃取|上传[、和或/]下载|(?:最新|历史|旧|过往|以往|先前)的?版本|本(?:隐私)?政策(?:的)?(?:全文|内容)/;

const CLOSES_ACCOUNT = /注销|销户|(?:删除|关闭|移除)(?:您的|你的|我的|个人|用户)?(?:账|帐)[号户]|(?:账|帐)[号户]的?(?:删除|关闭)/;

/** What is closed is no account of the app, or somebody else closes it. */
const OTHER_CLOSING =
  /手机号码?(?:的)?(?:入网|注销)|号码注销|银行卡?(?:的)?(?:销户|注销)|(?:我们|本公司|平台)(?:有权|可以?)[^,。;]{0,16}注销|公司(?:被)?注销/;
/** A way to close the account is spoken of, and not only what comes after. */
const OFFERS =
  /可以?|有权|如需|需要?注销|(?:要求|请求)(?:我们)?(?:删除|注销|关闭)|希望|想要?|申请|提供[^,。;]{0,12}注销|方式|方法|如何|路径|流程|步骤|渠道|途径|入口|自助|随时|选择|支持|操作|\.\.\.|^[^,。;]{0,12}注销[^,。;]{0,8}[::]/;

const IN_APP =
  /(?:app|应用|客户端|小程序|程序)(?:内|中|里)[^,。;]{0,12}(?:提交|申请|操作|办理|注销|完成)|在线(?:注销|提交|申请|办理)|自助注销|(?:等同于|即为?|就是|视为|可?通过)[^,。;]{0,6}卸载/;
const AFTERWARDS =
  /^[^\p{L}]*(?:[\d一二三四五六七八九十]{0,3}[、.)])?(?:当|在)?(?:您|你|用户)[^,。;]{0,6}注销[^,。;]{0,10}(?:之?后|时),/u;

/** 将您的个人信息转移至您指定的…, 直接将副本传输给您指定的第三方, 提供转移的途径. */
const PORTS =
  /可携|携带权|(?:信息|数据|副本|资料)[^。;]{0,16}(?:转移|传输|迁移|传给|传送|发送|发给|转给|转交给?|转到|转至|搬到?)[^,。;]{0,4}(?:至|给|到|往)?[^,。;]{0,10}(?:(?:您|你)(?:所?(?:指定|选择|选定|要求|认可))|(?:其[他它]|别的|另一(?:个|家)?)(?:的)?(?:平台|公司|企业|机构|应用|服务|app|产品|(?:个人信息)?处理者|组织|主体|地方|家)|指定|平台|处理者)|(?:转移|迁移|携带)(?:您的?|[^,。;]{0,12}的)?(?:个人)?(?:信息|数据|资料)[^。;]{0,60}(?:途径|路径|条件|申请|指定|客服|网信|请求|邮)|(?:信息|数据)(?:的)?(?:转移|迁移)(?:权|的?途径|的?请求)|(?:转移|迁移|搬)[^。;]{0,20}(?:您|你)?指定的|(?:要求|申请|请求|有权)(?:我们)?(?:转移|迁移)(?:您|你)?的?(?:个人)?(?:信息|数据)|(?:传给|导出到|导入到?)(?:您|你)?(?:指定|其[他它]|别的|另一)|符合[^,。;]{0,16}网信[^。;]{0,60}转移|(?:转移|迁移)(?:您|你)的(?:个人)?(?:信息|数据|资料)(?:至|到|给)(?:其[他它]|别的|另一|指定|您|你)|转移[^。;]{0,40}(?:申请|请求)转移|(?:迁移|搬|转移)(?:到|至|去)(?:其[他它]|别的|另一)[^,。;]{0,8}(?:平台|软件|应用|app|服务|公司|机构)|提供[^,。;]{0,6}转移(?:的)?(?:途径|路径|方式)/;
/** Handing over to another company or country is no right of the person. */
const PASSES_ON =
  /合并|收购|分立|破产|重组|兼并|境外|跨境|全球|服务器|(?:不|暂不|尚不)(?:支持|提供|开放)|不会(?:将|把|向)|未经|防止/;

const ASKS_FOR = '(?:有权|可以?|要求|请求|申请|享有|权:?)';
/** 有权限制或者拒绝我们对其个人信息进行处理, 要求我们暂停处理, 拒绝我们进一步收集. */
const RESTRICTS = new RegExp(
  `(?:享有|您的|有)[^,。;]{0,12}(?:知情权|决定权)|限制(?:或者?拒绝)?处理(?:权|[::])|${ASKS_FOR}[^,。;]{0,16}(?:限制|反对|暂停)(?:或者?(?:拒绝|限制))?(?:我们|他人|本公司|平台)?(?:或[^,。;]{0,6})?(?:对)?[^,。;]{0,20}(?:处理|使用|收集)[^,。;]{0,20}(?:信息|数据|资料|$)|${ASKS_FOR}[^,。;]{0,12}(?:限制|暂停|反对)(?:我们)?(?:对)?[^,。;]{0,16}(?:信息|数据)[^,。;]{0,8}(?:处理|使用)|${ASKS_FOR}[^,。;]{0,12}拒绝(?:我们|他人|本公司|平台|允许|或者?限制)[^,。;]{0,20}(?:处理|使用|收集)|拒绝(?:允许)?(?:我们)?进一步(?:收集|使用|处理)|(?:要求|请求|申请)(?:我们|本公司|我司|我行|平台)?(?:(?:暂停|限制|拒绝)[^,。;]{0,8}(?:处理|使用|收集)|停止[^,。;]{0,6}处理)`,
);
const EXPLAINS =
  /解释说明权|(?:有权|可以|可(?!能)|(?<![不获取])得(?=请求|要求)|权利)[^。;]{0,30}(?:要求|请求|(?<!申)请(?!求))(?:我们|我行|我司|本公司|平台|我方|客服)?(?:对|就|为|针对)?[^。;]{0,40}(?:解释|说明)|(?:有权|可以?)[^,。;]{0,10}(?:获得|得到)[^,。;]{0,10}(?:解释|说明)|(?:看不懂|不理解|有疑[问惑])[^。;]{0,24}(?:要求|请|联系)[^。;]{0,16}(?:解释|说明)/;
/** What is asked of partners, or what partners may do. */
const OF_OTHERS = /(?:我们(?:会|将)?|并)?要求(?:第三方|合作[^,。;]{0,4}|他们|其|该|受托|接收方|员工|您)[^。;]{0,60}/g;
const NO_RESTRICTION =
  /解释权|(?:如果?|若|当)您[^,。;]{0,6}拒绝|停止使用(?:本|我们)|拒绝(?:接收|提供)|限制(?:访问|责任|民事行为)|(?<!申)请(?!求)您?[^,。;]{0,8}说明|cookie|(?:需要?|请)(?:您|用户)[^,。;]{0,10}(?:说明|提供)|出示|身份证明/;

/** The prosecution of crimes (与犯罪侦查、起诉…相关) is none of the person's. */
const COMPLAINT =
  /(?:打|致电) ?(?:12315|12377|12321|12345|12378)|投诉|举报|申诉|维权|提起[^,。;]{0,8}(?:诉讼|仲裁)|(?<![侦查、])起诉|诉讼(?=解决|途径|方式|至|到)|申请仲裁|向[^,。;]{0,16}反映/;

/** Complaints of others about the person, or about what the person has published. */
const AGAINST_USERS =
  /(?:投诉|举报)(?:的)?(?:渠道|方式)[^,。;]{0,8}(?:变化|变更|改变)|用于[^,。;]{0,8}(?:处理|记录)(?:投诉|举报)|(?:其[他它]用户|他人|第三方|权利人)[^,。;]{0,12}(?:投诉|举报)|被(?:他人)?(?:投诉|举报)|(?:处理|响应)[^,。;]{0,8}(?:他人|其[他它]用户)的?(?:投诉|举报)/;

/**
 * An entry made for feedback, or comments that are said to be dealt with. 疑问、意见或建议, 请联系我们 beside an address is a contact, and
 * no channel for complaints.
 */
const FEEDBACK =
  /(?:意见|问题|用户|投诉)?(?:反馈|建议)(?:渠道|入口|中心|页面|通道|专区|邮箱|热线|电话)|[“"「【>→»/-] ?(?:我要)?(?:意见|问题|用户|帮助与|帮助和)?反馈|(?:意见|问题)反馈(?:与|和|及)/;
const TAKES_COMMENTS =
  /(?:受理|处理(?!有)|答复|回复|回应|响应)(?:您|你|用户)的?[^,。;有]{0,8}意见|意见[^,。;]{0,16}(?:受理|答复)|对[^,。;]{0,16}(?:有意见|不满|有异议)[^。;]{0,20}(?:反馈|提出|告诉|联系)/;

/** 点击回复下方“举报”按钮即可投诉. */
const BY_BUTTON =
  /(?:投诉|举报)(?:入口|按钮|页面)[^。;]{0,20}(?:投诉|举报)|(?:点击|点按|点|长按|进入)[^。;]{0,16}[“"「【](?:投诉|举报|申诉|反馈|意见反馈|投诉举报|投诉建议)/;

/** PR-27 … PR-35: the rights of the person and the ways to exercise them. A right without any way is only a word. */
export const rightsItems: readonly ItemReader[] = [
  {
    item: 'PR-27',
    cue: LOOKS,
    substance: (place) =>
      (SOMEBODY.test(place.around(2, 1)) ||
        LABELLED_ACCESS.test(place.sentence) ||
        /(?:查阅|查询|访问|查看|复制)(?:的)?(?:路径|方式|方法|入口|权)/.test(place.sentence) ||
        /^[^,。;]{0,6}(?:想|要|如需)[^,。;]{0,4}(?:看|查|下载|导出)/.test(place.sentence) ||
        IN_A_ROW.test(place.sentence)) &&
      LOOKS.test(place.sentence) &&
      // In a table the right and what it is stand in cells of their own.
      (RIGHT_OF_ACCESS.test(place.sentence) ||
        LABELLED_ACCESS.test(place.sentence) ||
        INFORMATION.test(place.sentence.length < 24 ? place.around(1, 1) : place.sentence)) &&
      !/(?:第三方|其[他它]|外部|链接)[^,。;]{0,6}网站|(?:访问|浏览|查看|进入)[^,。;]{0,12}网站/.test(
        place.sentence.replace(/官方网站|官网|登录[^,。;]{0,6}网站/g, ''),
      ) &&
      !NOT_OWN_INFORMATION.test(place.sentence) &&
      !onlyPromises(place) &&
      !NOT_GRANTED.test(place.sentence) &&
      hasWay(place),
  },
  {
    item: 'PR-28',
    cue: new RegExp(`更新|更正|修改|补充|完善|编辑|(?<![a-z])(?:correct|edit|update)(?![a-z])|${PLAIN_CHANGE}`),
    substance: (place) =>
      IS_CHANGE.test(place.sentence) &&
      (INFORMATION.test(place.sentence) || LABELLED_CORRECTION.test(place.sentence)) &&
      !/修改(?:本|后的?)(?:隐私)?(?:政策|协议|声明|规则)|防止|未经授权|泄露|盗取|窃取|还需要?(?:完善|补充)/.test(
        place.sentence,
      ) &&
      !onlyPromises(place) &&
      !NOT_GRANTED.test(place.sentence) &&
      hasWay(place),
  },
  {
    item: 'PR-29',
    cue: IS_ERASURE,
    substance: (place) =>
      IS_ERASURE.test(place.sentence) &&
      (INFORMATION.test(place.around(0, 0)) || LABELLED_ERASURE.test(place.sentence)) &&
      !/防止|避免|未经授权的?删除|请勿|cookie|当您[^,。;]{0,16}删除[^,。;]{0,12}(?:之?后|时),|(?<!查看|恢复)已删除的/.test(
        place.sentence,
      ) &&
      !onlyPromises(place) &&
      !NOT_GRANTED.test(place.sentence) &&
      (/我们/.test(place.around(2, 1)) || SOMEBODY.test(place.around(2, 1)) || hasPath(place.sentence)) &&
      // Uninstalling is a way of its own, but removes only what lies on the device.
      (/卸载(?!前|之前)/.test(place.sentence) ? /本地|设备|手机|清除/.test(place.sentence) : hasWay(place)),
  },
  {
    item: 'PR-30',
    cue: /撤回|撤销|收回|不再同意|反悔|取消(?:授权|同意)|关[闭掉][^,。;]{0,16}(?:权限|功能|授权|(?:定位|位置|蓝牙)服务)|权限[^,。;]{0,10}关[闭掉]|设置(?:中|里|内)[^,。;]{0,6}关[闭掉]|不(?:想|愿)(?:再|继续)?(?:授权|同意)|(?:改变|变更|更改)[^,。;]{0,16}(?:授权|同意)|解除[^,。]{0,16}(?:授权|绑定)|解绑|withdraw|revoke/,
    substance: (place) =>
      (/(?:撤回|撤销|收回|取消|解除|改变|变更|更改)[^。;]{0,24}(?:同意|授权|许可|权限)|(?:同意|授权|权限)[^。;]{0,24}(?:撤回|撤销|收回|取消|关[闭掉了])|关[闭掉][^,。;]{0,16}(?:权限|授权)|关[闭掉][^,。;]{0,12}(?:功能|服务)[^。;]{0,20}停止[^。;]{0,16}(?:收集|获取|处理)/.test(
        place.sentence,
      ) ||
        (SWITCHED_OFF.test(place.sentence) && /权限[^,。;]{0,4}:/.test(place.around(1, 0))) ||
        /撤回|不再同意|反悔|不(?:想|愿)(?:再|继续)?(?:授权|同意)|解除[^,。;]{0,6}绑定|解绑|withdraw|revoke/.test(
          place.sentence,
        )) &&
      !/请求[^。;]{0,20}(?:拒绝|无法响应)|不会响应|无法响应/.test(place.sentence) &&
      (hasWay(place) || /(?:设备|系统|手机)(?:的)?(?:设置|权限|功能|操作系统|系统)/.test(place.around(1, 2))),
  },
  {
    item: 'PR-31',
    cue: CLOSES_ACCOUNT,
    substance: (place) => {
      if (/不会响应|无法响应/.test(place.sentence) || OTHER_CLOSING.test(place.sentence)) return false;
      if (!CLOSES_ACCOUNT.test(place.sentence)) return false;
      if (hasPath(place.sentence) || hasContactValue(place.sentence) || IN_APP.test(place.sentence)) return true;
      // 在您注销账号时, 我们将停止… speaks of an account that is closed, and not of how.
      if (!OFFERS.test(place.sentence) || AFTERWARDS.test(place.sentence)) return false;
      return (
        place.oneWayForAll ||
        hasPath(place.around(1, 2)) ||
        hasContactValue(place.around(0, 2)) ||
        refersToContact(place, place.around(1, 2))
      );
    },
  },
  {
    item: 'PR-32',
    cue: /转移|转[给到至交]|可携|携带权|传输|传给|搬|副本|迁移/,
    substance: ({ sentence }) => PORTS.test(sentence) && !PASSES_ON.test(sentence),
  },
  {
    item: 'PR-33',
    cue: /限制|拒绝|暂停|停止|反对|解释|说明|决定权|知情权/,
    substance: ({ sentence }) => {
      const own = sentence.replace(OF_OTHERS, '');
      return (RESTRICTS.test(own) || EXPLAINS.test(own)) && !NO_RESTRICTION.test(own);
    },
  },
  {
    item: 'PR-34',
    cue: /(?:尽快|及时|时限|期限|工作日)[^。;]{0,20}(?:答复|回复|处理|反馈|响应)|(?:答复|回复|处理|反馈|响应)[^。;]{0,20}(?:时限|期限)/,
    places: ({ responseTimes }) => responseTimes.filter((time) => time.confidence >= 0.6),
  },
  {
    item: 'PR-35',
    // 应对建议 in a notice of an incident is no word of complaint.
    cue: /(?:打|致电) ?123|投诉|举报|申诉|维权|诉讼|(?<![侦查、])起诉|仲裁|反馈(?!机制)|向[^,。;]{0,16}反映|意见|(?:您|用户|任何|宝贵|疑问|问题|提出|提)[^。;]{0,12}建议|建议(?:和|与|、|或)(?:投诉|意见)/,
    substance: (place) => {
      if (AGAINST_USERS.test(place.sentence)) return false;
      const near = place.around(1, 4);
      const complaint = COMPLAINT.test(place.sentence);
      const comment = FEEDBACK.test(place.sentence) || TAKES_COMMENTS.test(place.sentence);
      if (!complaint && !comment) return false;
      if (complaint && AUTHORITY.test(near)) return true;
      if (complaint && BY_BUTTON.test(place.sentence)) return true;
      return hasContactValue(near) || refersToContact(place, near) || (/渠道|入口|通过|路径/.test(near) && hasPath(near));
    },
  },
];

import { around, type PolicyText } from '../text/policy-text.ts';
import type { Extracted, Place } from './item.ts';

/** What policies call the person, beside 您 and 用户: the words of banks, games, shops, offices. */
export const PERSON =
  '(?:您|你|用户|客户|玩家|会员|市民|群众|公众|大家|消费者|旅客|乘客|学员|学生|患者|读者|业主|员工|使用者|当事人|申请人|授权人|数据主体|信息主体|本人|自己|监护人|家长)';

const PATH =
  /设置|(?:个人|消息|会员|用户|账[号户]|家长)中心|“[^”]{0,16}(?:中心|管理|入口|反馈|客服)”|我的(?:页面|-|—|>|→|”|】|"|,|主页|账[号户]|帐[号户])|[>→»]|点击|点[“「【]|进入|打开|主页|登录(?:您的|你的)?(?:账[号户]|网站|客户端|app|后)|页面|菜单|右上角|左上角|按钮|“[^”]{1,20}”\s*[-—>→]|【[^】]{1,20}】|[「『][^」』]{1,20}[」』]|首页|界面|底部|这一页|功能入口|侧边栏|路径|开关|“[^”]{1,20}”\s*(?:页|中|里|内|处|栏|标签|功能)|\p{Script=Han}{1,8}”? ?[-—–→>»]{1,2} ?“?\p{Script=Han}{2,12}|编辑资料|隐私中心|安全中心|账号管理|账户管理|权限管理/u;
const ASK =
  /联系(?:我们|客服|在线|开发者|作者|平台|运营|管理员|本公司|我司|负责人)|客服|与我们(?:取得)?联系|致电|拨打|电话|邮箱|邮件|热线|向我们(?:提出|申请|提交|发出|反馈|请求|主张|要求)|(?:申请|请求|要求)(?:我们)?|公示的(?:联系)?方式|(?:列明|提供|公布|披露|载明|约定)的(?:联系)?(?:方式|渠道)|线下网点|营业(?:厅|网点)|意见反馈|自行|自主|随时|在线(?:注销|申请|提交)|以下方式|下列方式|如下方式|上述方式/;
const CONTACT =
  /@(?!(?:[a-z0-9-]+\.)*example\.|test\.com|xxx?\.com)[a-z0-9-]+\.[a-z]|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|0\d{2,3}[- ]?\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)(?:95|100|123)\d{2,3}(?!\d)/;
const PERIOD = /(?:\d{1,4}|[一二三四五六七八九十百两半]{1,4})\s?(?:个)?(?:工作日|自然日|日|天|月|年|小时|周)/;

/** A way through the app or a site: 设置-隐私, 点击…, 【我的】. */
export function hasPath(text: string): boolean {
  return PATH.test(text);
}

/** A contact itself: an address, a number. */
export function hasContactValue(text: string): boolean {
  return CONTACT.test(text);
}

/** A length of time in digits or Chinese numerals: 15个工作日, 三年. */
export function hasPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/** A reference to the contacts that the policy gives elsewhere; only worth something if it does give some. */
export function refersToContact({ facts }: Place, text: string): boolean {
  return ASK.test(text) && facts.contacts.some((contact) => contact.confidence >= 0.6);
}

const ALL_RIGHTS = /(?:行使|实现|主张)[^,。;]{0,10}(?:权利|权益)/;

/** Whether the text gives one way for all rights together, in the sentence that speaks of exercising them or right after it. */
export function givesOneWay(text: PolicyText, { contacts }: Pick<Extracted, 'contacts'>): boolean {
  if (!contacts.some((contact) => contact.confidence >= 0.6)) return false;
  return text.sentences.some(({ lower }, index) => {
    if (!ALL_RIGHTS.test(lower) || /第三方|他人|不影响/.test(lower)) return false;
    const near = around(text, index, 0, 2).toLowerCase();
    return hasContactValue(near) || ASK.test(near);
  });
}

/** Turning to the service desk, which can be found without the policy. */
const SERVICE =
  /(?:联系|咨询|找|通过|拨打|致电|向|由)(?:我们的?|平台|官方|在线|人工|本公司|app内)?(?:的)?客服|(?:在线|人工)客服|客服(?:热线|中心|邮箱|电话|渠道|处|更正|申请)|意见反馈/;

/** 您可以在应用内查看所有数据: what one does there oneself needs no path. */
const IN_APP =
  /(?:可以?|能|有权|支持|自行|随时)[^,。;]{0,8}(?:在|于|通过)[^,。;]{0,8}(?:app|应用|小程序|软件|客户端|游戏|产品|程序)(?:内|中|里|上)?(?:直接|自行|随时)?(?:查看|查询|查阅|修改|更正|编辑|删除|清除|导出|更新|管理)/;

/** A way to exercise a right: a path, a contact, or a request through the policy's contacts; in the sentence or right after it. */
export function hasWay(place: Place): boolean {
  const near = place.around(0, 2);
  return (
    place.oneWayForAll ||
    hasPath(near) ||
    SERVICE.test(place.sentence) ||
    IN_APP.test(place.sentence) ||
    hasContactValue(near) ||
    refersToContact(place, near) ||
    refersToContact(place, place.around(1, 0))
  );
}

/** Whether any of the mentions lies inside the place, with at least the given confidence. */
export function holds(
  place: Place,
  mentions: readonly { readonly range: readonly [number, number]; readonly confidence: number }[],
  least = 0.6,
) {
  return mentions.some(({ range, confidence }) => confidence >= least && range[0] >= place.start && range[1] <= place.end);
}

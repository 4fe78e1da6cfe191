import type { Found, StatementReader } from './statement.ts';
import { clauseBefore, previous } from './statement.ts';

type State = 'used' | 'not-used' | 'switch' | 'no-switch';

/** What is offered, and words by which it is told. */
interface Offer {
  readonly kind: 'recommendation' | 'marketing';
  readonly cue: RegExp;
  readonly thing: RegExp;
  readonly uses: RegExp;
  readonly denies: RegExp;
}

const OFF =
  /(?:关闭|退出|取消|拒绝(?!提供|授权|您)|停用|退订|屏蔽|不再接收|关掉|自主(?:选择|控制|决定)|管理(?:我们|您|该|推荐|个性化)|开关)(?!后)/g;
/** What is switched off is the offer itself, not a permission or another function. */
const OFFERED =
  /推荐|个性化|定向|程序化|推送|广告|营销|促销|商业|短信|退订|订阅|精准|画像|此功能|该功能|该等信息|此类信息|上述信息|这些信息|自动化决策/;
const OTHER_THING = /(?:权限|定位|位置|授权|通讯录|悬浮窗|剪切板|cookie|账[号户])[^,。;]{0,6}$/;
const MAY = /可|能够|支持|有权|选择|通过|点击|提供|随时|前往|自主|路径|如|若|请|设置|回复|退订|不想|不希望|入口|进入/;
const CANNOT =
  /(?:无法|不能|不得|不可以?|不支持|不允许|暂不支持|不提供|没有提供|未提供|暂无|没有|尚未提供)[^,。;]{0,6}(?:关闭|退出|取消|拒绝|停用|退订)/;
/** After it was switched off, or if somebody does not agree, it is of course not used. */
const WHEN_OFF =
  /(?:关闭|退出|拒绝|取消|停用|选择不|不同意|未经|撤回)[^。;]{0,30}(?:后|时|的话|,)[^。;]{0,40}(?:不会|不再|将不)|未经|除非|未(?:获|征|取)得|不会(?:因|影响|减少|强制|过度|仅|只)|将?不会?影响/;
const NOT_OURS = /第三方(?:网站|应用|平台)?(?:可能|会|将)|请您自行/;
const BY_US = /会|将|可能|用于|以便|为(?:了)?(?:您|你|向|实现|提供)|向(?:您|你)|提供|进行|根据|基于|使用/;

/** Reads one offer: that it is made, that it is not, that it can be switched off or cannot. */
function reader({ kind, cue, thing, uses, denies }: Offer): StatementReader {
  return {
    cue,
    *read(place) {
      const { lower } = place;
      const named = thing.exec(lower);
      const near = named ?? (/^(?:您|你|如|若|同时|当然|路径|具体)/.test(lower) ? thing.exec(previous(place)) : null);
      if (near === null) return;
      const off = CANNOT.exec(lower);
      if (
        off !== null &&
        named !== null &&
        !/不会|可能|系统限制/.test(lower.slice(0, off.index).slice(-12)) &&
        !/公告|服务通知/.test(lower)
      ) {
        if (thing.test(lower.slice(Math.max(0, off.index - 30), off.index + 30))) yield found('no-switch', off, 0.8);
        return;
      }
      const on = onlyWhenOff(lower) ? null : switchIn(lower);
      if (on !== null) yield found('switch', clauseOf(lower, on), named === null ? 0.7 : hasWay(lower) ? 0.9 : 0.75);
      if (named === null) return;
      const not = denies.exec(lower);
      if (not !== null && !WHEN_OFF.test(lower) && on === null) {
        yield found('not-used', not, 0.85);
        return;
      }
      const used =
        not === null &&
        !/(?:关闭|退出|拒绝|停用)[^,。;]{0,20}(?:之后|后|时),/.test(lower) &&
        BY_US.test(lower) &&
        !NOT_OURS.test(lower)
          ? uses.exec(lower)
          : null;
      if (used !== null) yield found('used', used, on === null ? 0.85 : 0.75);
    },
  };

  function found(state: State, match: { readonly index: number; readonly 0: string }, confidence: number): Found {
    return { means: { kind, state }, at: match.index, length: match[0].length, confidence };
  }
}

/** The first word of switching off that has the offer near it, with its clause. */
function switchIn(lower: string): RegExpExecArray | null {
  for (const match of lower.matchAll(OFF)) {
    const before = lower.slice(Math.max(0, match.index - 50), match.index);
    const near = `${before}${lower.slice(match.index, match.index + 36)}`;
    if (!OFFERED.test(near) || !MAY.test(near) || OTHER_THING.test(before)) continue;
    // 我们会关闭…, 如您拒绝提供…: not the user's choice about the offer.
    if (/(?:我们|系统|平台)(?:会|将|可能)(?:自动)?$/.test(before)) continue;
    return match;
  }
  return null;
}

/** The clause around a match: a word alone (关闭) tells nothing. */
function clauseOf(lower: string, { index, 0: word }: RegExpExecArray): { index: number; 0: string } {
  const from = index - Math.min(clauseBefore(lower, index).length, 60);
  const to = index + word.length + Math.max(0, lower.slice(index + word.length, index + word.length + 40).search(/[,;。]|$/));
  return { index: from, 0: lower.slice(from, to) };
}

/** Only what happens once it is off (关闭后, 我们不再…): no word that or where it can be. */
function onlyWhenOff(lower: string): boolean {
  return (
    /^(?:当|如果?|若|在)?(?:您|你|用户)?(?:选择)?(?:关闭|退出|拒绝|停用)[^,。;]{0,20}(?:后|时)?,/.test(lower) && !hasWay(lower)
  );
}

function hasWay(lower: string): boolean {
  return /设置|[>→»]|“|【|点击|进入|我的|短信|回复|退订|联系|路径|页面|邮件|客服/.test(lower);
}

/** Personalised recommendation, advertising by profile included. */
export const recommendation: StatementReader = reader({
  kind: 'recommendation',
  cue: /个性化|定向|推荐|精准|画像|程序化|千人千面|自动化决策|感兴趣|兴趣|喜好|偏好/,
  thing:
    /(?:个性化|定向|精准(?!定位|位置|地理|的?位置)|程序化|千人千面)[^,。;]{0,12}(?:推荐|推送|广告|内容|展示|服务|信息|营销|资讯|页面)?|(?:内容|兴趣|智能|商品|算法|好物|视频|广告|好友|新闻|资讯)(?:的)?推荐|用户画像|自动化决策|(?:根据|按照|基于)(?:您|你)的?[^,。;]{0,12}(?:喜好|兴趣|偏好|习惯)[^,。;]{0,12}(?:推送|推荐|展示)|(?:推荐|推送|展示)[^,。;]{0,20}(?:感兴趣|喜欢|偏好|契合|相关(?:的)?(?:广告|内容|商品))|感兴趣的[^,。;]{0,10}(?:内容|广告|信息|商品|服务)/,
  uses: /(?:个性化|定向|精准(?!定位|位置|地理|的?位置)|程序化|千人千面)(?:的)?(?:[^,。;]{0,8})(?:推荐|推送|广告|内容|展示|服务|信息|体验|营销|资讯)|(?:推荐|推送|展示|提供)[^,。;]{0,24}(?:感兴趣|喜欢|偏好|契合)[^,。;]{0,12}|(?:形成|构建|建立|生成|进行|制作)[^,。;]{0,12}(?:画像|特征标签|用户标签)|(?:内容|兴趣|智能|商品|算法|视频|广告|好友|资讯)(?:的)?推荐/,
  denies:
    /(?:不会|不|未|没有|尚未|绝不|暂未|无)(?:对您|向您|基于|使用|利用|进行|提供|开展|涉及|从事|有|做|存在|会|根据|将|将您的)[^,。;]{0,20}(?:个性化|定向|精准|画像|自动化决策|程序化)/,
});

/** Marketing messages: commercial texts, calls and mail. */
export const marketing: StatementReader = reader({
  kind: 'marketing',
  cue: /营销|商业|促销|推广|广告|推销|优惠|退订/,
  thing:
    /(?:营销|商业性?|促销|推广|推销|广告|优惠)(?:类|性|活动|电子)?(?:的)?(?:信息|短信|电话|邮件|消息|通知|广告|推送|内容|资讯|邮箱)|(?:短信|电话|邮件|电子邮件)[^,。;]{0,20}(?:营销|促销|推广|推销|广告|优惠)|(?:营销|促销|推广)活动|推销/,
  uses: /(?:发送|推送|推介|提供|展示|接收|收到|通知|告知)[^,。;]{0,24}(?:营销|商业|促销|推广|广告|优惠)[^,。;]{0,8}|(?:营销|商业性?|促销|推广|广告)(?:活动|性|电子)?(?:的)?(?:信息|短信|电话|邮件|消息|通知)|(?:用于|进行|开展)[^,。;]{0,12}(?:营销|促销|推广)/,
  denies:
    /(?:不会|不|绝不|从不|没有)(?:向您|对您|给您|会|主动|通过)?[^,。;]{0,16}(?:发送|推送|拨打|使用|用于|进行|提供)[^,。;]{0,16}(?:营销|商业性|促销|推广|推销|广告)(?!主|商|联盟)/,
});

import { isFromTheStart } from './about-change.ts';
import { type AdmissionReader, type Admitted, isQuoted } from './pattern.ts';

/** 使用协议, 使用条款 are names of documents, not use. */
const USING =
  '(?:使用(?!协议|条款|规则|须知|说明)|访问|进入(?=本|我们|该|游戏|app|小程序|平台|直播间)|打开|浏览|登录|注册|安装|下载|享受|接入|开始使用|购买)';
const MEANS =
  '(?:即|则|就|便|将|均|都|也)?(?:被)?(?:表示|视为|视作|视同|当作|当做|看作|代表|意味着|表明|(?<=[就即便])说明|等同于|等于|构成|推定为|(?<=[将会就便即们])认为)';
const AGREES = '(?:同意|接受|认可|认同|授权|许可)';
const SAYS = new RegExp(`${USING}[^。;]{0,60}?${MEANS}(?:[^。;,]{0,30}?|[^。;,]{0,40},(?:并且?|且))${AGREES}`);
/** Agreeing to one document is taken for agreeing to this one: a bundle, though an act of consent stands behind it. */
const BUNDLED = /同意[^,。;]{0,20}(?:协议|条款)[^,。;]{0,10},?(?:即|则|便)?(?:视为|表示|代表)[^。;]{0,16}同意/;
/** Without a word for consent: 一经浏览, 用户即受本隐私条款约束. */
const BOUND = new RegExp(
  `${USING}[^。;]{0,40}?(?:即|就|便|则|将|均|视为)(?:[^,。;]{0,8})?(?:受|遵守|接受)[^,。;]{0,6}(?:本|该|我们的|隐私)[^,。;]{0,12}(?:政策|条款|声明|协议)[^,。;]{0,6}(?:约束|拘束)`,
);
/** An order taken for the consent of whom it is for: 一旦完成订购行为, 即视为该实际订购人亦同意接受本隐私政策. */
const ORDERED =
  /(?:订购|预订|下单|充值|付款|支付)(?:行为|成功|后)?[^,。;]{0,4},?(?:即|则|就|便|均)?(?:视为|表示|代表|意味着)[^,。;]{0,20}(?:同意|接受)[^,。;]{0,8}(?:隐私|个人信息|本政策)/;
/** Pressing what leads on, and not what says “agree”: 点击登录即代表同意. */
const PRESSED =
  /(?:点击|点按|按下)[“"【「]?(?:登录|注册|下一步|提交|完成|进入|开始使用|立即体验)[”"】」]?(?:按钮)?(?:时|后)?,?(?:即|则|就|便|将)?(?:表示|视为|代表|意味着|等同于)[^。;]{0,24}(?:同意|接受)/;
/** All the terms of this very document, which is the policy. */
const ALL_TERMS = /(?:全部|所有|一切|上述|以上|本)(?:内容|条款|规定|协议)/;
/** The other common form: `一经注册即同意…`, `使用本软件即同意…`. */
const AT_ONCE = new RegExp(
  `(?:一经|一旦|只要)?[^,。;]{0,10}${USING}[^。;]{0,24}?[,]?(?:即|就|便)(?:是|已)?(?:默认)?(?:同意|接受|授权)|${USING}[^。;]{0,24},?即(?:为|是)(?:您|用户)[^,。;]{0,12}的?(?:同意|接受|授权)`,
);
const ABOUT_PRIVACY =
  /隐私|个人信息|本政策|本声明|本规则|本指引|本协议内容|(?:收集|处理|使用|分享|共享)[^,。]{0,12}信息|信息的?(?:收集|处理)/;
/** An act of consent comes first, or the words only speak of one permission, of a change, of a third party, or of not agreeing. */
const UNLESS =
  /勾[^,。;]{0,4}选|点击|点选|点按|选择同意|确认提交|明示|弹窗|按钮|开启|打开[^,。]{0,10}权限|授予|继续使用|更新后|修订后|变更后|修改后|主动[^,。;]{0,8}(?:提供|输入|填写)|不(?:代表|表示|视为|意味|构成|等于|等同|认为)|禁止|并非|不会(?:被)?(?:视为|因)|不应|不得|第三方|用户协议的|服务协议的|知识产权|充分阅读并同意本|(?:监护人|父母|家长)[^,。]{0,10}同意(?:后|的)|同意使用(?!(?:我们|本|该)[^,。;]{0,4}(?:服务|产品|软件|应用|app|平台|游戏))|您同意并|仅(?:表示|代表)|基本功能/;

/** Who goes on was told to leave first (如不同意请停止使用): less sure than use itself. */
const GOES_ON = /继续(?=使用|访问|浏览|登录|享用|注册)/g;
const GOING_ON = 0.65;

/** Using, registering or installing is taken for consent to the privacy policy (2019 identification method, part 3). */
export const consentByUse: AdmissionReader = {
  kind: 'consent-by-use',
  cue: /同意|接受|认可|认同|授权|许可|约束|拘束/,
  read(sentence, text, index) {
    const plain = readUse(sentence.lower);
    if (plain !== null || !sentence.lower.includes('继续') || !isFromTheStart(text, index)) return plain;
    const told = readUse(sentence.lower.replace(GOES_ON, ''));
    return told && { ...told, confidence: Math.min(told.confidence, GOING_ON) };
  },
};

function readUse(whole: string): Admitted | null {
  // “使用或继续使用” is use from the start, “继续使用” alone is about a change.
  const lower = whole
    .replace(/(?:点击|勾选|点选)[^,。;]{0,4}同意[^,。;]{0,12}?,?或者?(?:继续)?(?=使用|访问|登录)/, '')
    .replace(/(?:或者?|\/)继续使用|在继续使用[^,。;]{0,24}前/, '')
    .replace(/点击[^,。;]{0,4}同意[^,。;]{0,12},?或者?/, '');
  const pressed = PRESSED.exec(lower);
  if (
    pressed !== null &&
    !/勾选|不(?:代表|表示|视为|意味)|不会|未/.test(lower) &&
    !isQuoted(lower, pressed.index, pressed[0].length)
  )
    return { at: pressed.index, length: pressed[0].length, confidence: 0.65 };
  const ordered = ORDERED.exec(lower);
  if (ordered !== null && !UNLESS.test(lower) && !isQuoted(lower, ordered.index, ordered[0].length))
    return { at: ordered.index, length: ordered[0].length, confidence: 0.65 };
  const aboutPrivacy = ABOUT_PRIVACY.test(lower);
  if (UNLESS.test(lower) || !(aboutPrivacy || ALL_TERMS.test(lower))) return null;
  const bundled = BUNDLED.exec(lower);
  if (bundled !== null && !isQuoted(lower, bundled.index, bundled[0].length))
    return { at: bundled.index, length: bundled[0].length, confidence: 0.6 };
  const match = SAYS.exec(lower) ?? AT_ONCE.exec(lower) ?? BOUND.exec(lower);
  if (match === null || isQuoted(lower, match.index, match[0].length)) return null;
  // 我们使用…信息, 用于… is the operator's use, not the user's.
  if (/我们(?:会|将|可能)?$/.test(lower.slice(0, match.index))) return null;
  return {
    at: match.index,
    length: match[0].length,
    // 您同意使用我们的服务时, 即表示您已同意本政策: an agreement, though to something else.
    confidence:
      /同意使用/.test(match[0]) || lower.slice(0, match.index).endsWith('同意')
        ? 0.65
        : !aboutPrivacy || BOUND.test(lower)
          ? 0.7
          : SAYS.test(lower)
            ? 0.9
            : 0.85,
  };
}

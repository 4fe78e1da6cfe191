import type { SdkCategory, SdkEntry } from '../../types.ts';
import { evenName } from './even-name.ts';

/** Words by which a policy says what an SDK is for, in simplified script and lower case; categories without such words are left out. */
const WORDS: Readonly<Partial<Record<SdkCategory, RegExp>>> = {
  advertising: /广告|营销|推广|变现|\bads?\b|advert/,
  analytics: /统计|分析|埋点|归因|渠道|使用情况|analy|statistic|attribution/,
  push: /推送|消息通知|通知消息|\bpush|notification/,
  login: /登[录陆]|认证|取号|本机号码|验证手机|login|sign.?in/,
  payment: /支付|付款|收款|结算|购买|充值|payment|\bpay\b|billing/,
  map: /地图|定位|导航|位置|\bmaps?\b|location|navigation/,
  sharing: /分享|转发|登[录陆]|share|sharing/,
  crash: /崩溃|异常|性能|卡顿|闪退|稳定性|日志|crash|performance|stability/,
  identifier: /标识|oaid|设备识别|identifier/,
  speech: /语音|朗读|听写|播报|speech|voice|\btts\b|\basr\b/,
  face: /人脸|活体|实名|实人|核身|刷脸|face|liveness/,
  live: /直播|音视频|视频|连麦|通话|播放|live|video|\brtc\b/,
  im: /即时通[讯信]|聊天|客服|消息|通[讯信]|\bim\b|chat|messag/,
  security: /安全|风控|反作弊|反欺诈|验证码|验证|防刷|risk|fraud|captcha|security/,
  'customer-service': /客服|咨询|客户服务|在线服务|support|customer/,
  hotfix: /热修复|热更新|修复|hot.?fix|patch/,
  webview: /浏览|网页|内核|web/,
};

/** Whether words about a purpose speak of what an SDK does; false where nothing is known of its kind. */
export function servesPurpose({ category }: Pick<SdkEntry, 'category'>, purpose: string): boolean {
  return WORDS[category]?.test(purpose) === true;
}

/** Words that follow or precede a brand to tell which of its products is meant: 友盟 + 推送. */
export const PRODUCT_WORDS =
  /消息推送|推送|统计分析|移动统计|统计|社会化分享|分享|一键登录|登录|认证|支付|地图|定位|导航|广告|崩溃|性能监控|即时通[讯信]|音视频|直播|语音|人脸识别|人脸|验证码|客服|push|analytics|share|login|pay|map|location|ads|im/g;

const KINDS = /sdk|第三方|相关|服务|功能|合作|平台|工具|插件|组件|系统|厂商|手机|代码|[类等的及和与、,，/（）()\s]/g;

/** Whether a name says only what kind of SDK is meant (支付相关SDK, 消息推送SDK): a heading, and no product's name. */
export function isHeading(name: string): boolean {
  return evenName(name).replace(KINDS, '').replace(PRODUCT_WORDS, '').length < 2;
}

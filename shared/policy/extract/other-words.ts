/**
 * Names that also arise where two other words meet (特征信息 holds 征信, 同步数据 holds 步数), or that mean something else beside certain words
 * (浏览器指纹, 公司资产转让). Each with what then stands before it, and what after it; either is enough.
 */
const OTHER_WORDS: Readonly<Record<string, readonly [before: RegExp | null, after: RegExp | null]>> = {
  征信: [/[特象应]$/, null],
  步数: [/[同初进逐]$|一$/, /^[据字组码量]/],
  护照: [/[保监维养爱防看救庇]$/, null],
  生日: [/[学医师考先卫]$/, /^[常志程报活]/],
  学历: [/[教数入大同化科]$/, /^[史程年]/],
  性别: [/[特个异]$/, null],
  民族: [/中华$/, /^(?:团结|复兴|精神|自治)/],
  年龄: [null, /^(?:段)?(?:分级|评级)/],
  面容: [/[页界画表桌版]$/, /^[器易量]/],
  面部特征: [/[页界画]$/, null],
  指纹: [/(?:设备|浏览器|证书|签名|数字|应用|软件|文件|硬件|音频|视频|内容|数据|密钥|终端|图像|歌曲)$/, null],
  人脸: [null, /^谱/],
  基因: [null, /^[此为]/],
  眼动: [/[亮抢]$/, /^[态画作]/],
  步态: [/[同进初逐]$/, /^[势度]/],
  心率: [/[核中]$/, /^先/],
  经期: [/[已曾未]$/, /^[限满间望待末]/],
  联系人: [null, /^[工员]/],
  日程: [null, /^序/],
  相机: [/[真亮互]$/, /^[制遇]/],
  头像: [null, /^素/],
  录音: [/[记纪收摘登目]$/, /^[乐量]/],
  录像: [/[记登收目]$/, /^素/],
  音频: [/声$/, /^[率道繁谱段]/],
  语言: [/[大然程型]$|小语种$/, /^(?:大)?模型/],
  通话: [/普$/, null],
  口令: [null, /^强度/],
  拨打电话: [/(?:可|以|请|您|直接)$/, /^(?:与|和|跟)?(?:我们|[:\d(]|联系|咨询|至)/],
  资产: [
    /(?:公司|企业|全部|部分|主要|经营性|实质|我们|(?:合并|收购|兼并|并购|重组|分立|破产)[、,或及和]?)(?:的)?$/,
    /^(?:的)?(?:转[让移]|出售|收购|重组|剥离|并购|清算|处置|交易|分拆|划转|合并)/,
  ],
  地址: [
    /(?:ip|mac|ipv[46]|网络?|网页|网站|url|链接|下载|访问|服务器|域名|硬件|物理|蓝牙|存储|内存|官网|登录|网关|dns|政策|接口|代理)(?:的)? ?$/,
    null,
  ],
  即构: [/[立随当旦]$/, /^[成建]/],
  个推: [/[一每各多某整这那两几单首数该\d]$/, /^[荐广测文断理出]/],
  个验: [/[一每各多某整这那两几单首数该\d]$/, /^证/],
  秒验: [/[\d一二三四五六七八九十几数]$/, /^证/],
  秒针: [null, /^[走转跳]/],
  极验: [/积$/, null],
  极光: [/[南北]$/, null],
  数美: [/[多分]$/, /^[国元金观]/],
  美数: [/[欧北南中]$/, /^[据字]/],
  趣盟: [/兴$/, null],
  环信: [/[手循闭光连耳指吊]$/, /^[号任]|^息(?!(?:信息)?(?:技术|科技))/],
  云信: [null, /^[任用号]/],
  融云: [/[金通]$/, null],
  听云: [/[收聆倾试]$/, /^端/],
  声网: [/[发和]$/, /^[络站页]/],
  乐播: [/[音娱快]$/, /^[放报]/],
  乐变: [/[音娱快]$/, /^[成化得调更]/],
  有赞: [/[没只]$/, /^[助同美赏]/],
  比目: [/[对相]$/, /^[标前录的]/],
  推特: [null, /^[别色定征]/],
  贝宝: [/[宝亲]$/, /^宝/],
  神策: [/精$/, /^[略划]/],
  讯飞: [/[资通]$/, /^[速快行]/],
  微信: [/[小细轻]$/, /^贷/],
  智齿: [/[拔颗]$/, /^[拔冠发]/],
  慧眼: [/独具$/, /^(?:识|独具)/],
  高德: [/崇$/, null],
  蒲公英: [null, /^(?:计划|行动|班)/],
};
/** The longest of what stands before and after. */
const REACH = 8;

/** Whether what stands at `[start, end)` is not the term it looks like, but part of other words, or said of something else. */
export function isOfOtherWords(lower: string, term: string, start: number, end: number): boolean {
  // 指纹识别 begins like 指纹: the same words may stand before it.
  const before = (OTHER_WORDS[term] ?? OTHER_WORDS[term.slice(0, 2)])?.[0];
  const after = (OTHER_WORDS[term] ?? OTHER_WORDS[term.slice(-2)])?.[1];
  return (
    before?.test(lower.slice(Math.max(0, start - REACH), start)) === true || after?.test(lower.slice(end, end + REACH)) === true
  );
}

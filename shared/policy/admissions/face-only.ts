import { type AdmissionReader, isQuoted } from './pattern.ts';

const FACE = '(?:人脸|刷脸|面部|面容|声纹|指纹|虹膜|掌纹|生物(?:识别|特征))';
const NO_OTHER =
  '(?:不(?:提供|支持|设置|接受)|没有|无|暂无|未提供|别无)(?:任何)?(?:其[他它]|别的|替代|备选|另外)(?:性)?(?:的)?[^,。;]{0,8}(?:方式|方案|方法|途径|选择|手段|验证|认证)?';
const SAYS: readonly (readonly [number, RegExp])[] = [
  [0.85, new RegExp(`${FACE}[^。;]{0,30}${NO_OTHER}`)],
  [0.85, new RegExp(`${FACE}[^,。;]{0,16}(?:是|为|作为)[^,。;]{0,10}(?:唯一|仅有)`)],
  [0.8, new RegExp(`(?:唯一|仅有)(?:的)?[^,。;]{0,12}(?:是|为|:)[^,。;]{0,8}${FACE}`)],
  [
    0.75,
    new RegExp(
      `(?:只能|仅能|仅可|仅支持|只支持|只可|只接受)(?:通过|使用|用|以|采用)?[^,。;]{0,6}${FACE}[^,。;]{0,8}(?:登录|验证|核验|认证|解锁|支付|方式|识别|注册|打卡)`,
    ),
  ],
  [
    0.65,
    new RegExp(
      `(?:拒绝|不(?:同意|愿意?)?)(?:提供|进行|录入|采集|使用)?[^,。;]{0,6}${FACE}[^。;]{0,16}(?:无法|不能|不得|不可)(?:继续)?(?:使用|登录|注册)(?:本(?:产品|应用|服务|软件|app|平台|账)|全部|所有|任何)`,
    ),
  ],
];
const UNLESS =
  /(?<!(?:不|没|未|无)[^,。;]{0,6})(?:其[他它]方式|替代(?:方式|方案)|密码|短信|验证码|人工)(?!以外)|也可以?|可选择|可以选择|任选|不是唯一|不作为|不会|不强制|不得(?:强制|要求|仅|以|将|因|作为)|无需|无须|监管(?:要求|规定)|法律(?:法规)?(?:要求|规定)|国家规定|如果?(?:设备|手机)|第三方/;

/** The face, or another mark of the body, is the only way to be recognised. */
export const faceOnly: AdmissionReader = {
  kind: 'face-only',
  cue: /人脸|刷脸|面部|面容|声纹|指纹|虹膜|掌纹|生物/,
  read({ lower }) {
    if (UNLESS.test(lower)) return null;
    for (const [confidence, pattern] of SAYS) {
      const match = pattern.exec(lower);
      if (match !== null && !isQuoted(lower, match.index, match[0].length))
        return { at: match.index, length: match[0].length, confidence };
    }
    return null;
  },
};

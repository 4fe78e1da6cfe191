import type { Found, StatementReader } from './statement.ts';
import { clauseBefore } from './statement.ts';

const KEEP = '(?:存储|储存|保存|存放|留存|保留|存于|存在)';
const CHINA = '(?:中华人民共和国|中国|我国|国内|大陆)';
const CITY = '(?:北京|上海|广州|深圳|杭州|成都|张家口|贵州|贵阳|乌兰察布|南京|武汉|天津|重庆)';
const ABROAD = '(?:境外|海外|国外|美国|新加坡|香港|台湾|日本|韩国|欧洲|欧盟|爱尔兰|德国|法国|英国|加拿大|印度)';
const DOMESTIC = new RegExp(
  `${KEEP}[^。;]{0,30}?(?:${CHINA}(?:大陆)?(?:地区)?)?(?:境内|国境内|国内|内地|大陆)|境内[^。;]{0,14}(?:服务器|${KEEP})|${CHINA}(?:大陆)?(?:地区)?(?:境内)?的?(?:服务器|数据中心|机房)|(?:服务器|数据中心|机房)[^,。;]{0,8}(?:位于|设在|设于|部署在|部署于|均在|在)[^,。;]{0,4}(?:${CHINA}|${CITY})|(?:存储|储存|保存)(?:地点|地域|位置|地):?[^,。;]{0,12}(?:${CHINA}|境内|${CITY})`,
);
const FOREIGN = new RegExp(
  `${KEEP}(?:在|于|至|到)[^,。;]{0,14}${ABROAD}|(?:服务器|数据中心|机房)[^,。;]{0,8}(?:位于|设在|设于|部署在|部署于|在)[^,。;]{0,6}${ABROAD}|(?:存储|储存|保存)(?:地点|地域|位置|地)(?:为|是|:|在)[^,。;]{0,8}${ABROAD}`,
);
const DEVICE =
  /(?:存储|储存|保存|保留|留存|缓存|加密存)(?:在|于|至|到)[^,。;]{0,16}(?:本地|设备|手机|终端|客户端)|(?:仅|只)在(?:您|你|用户)?的?(?:本地|设备|手机|终端)[^,。;]{0,12}(?:处理|存储|储存|保存|比对|完成)|(?:本地|离线)(?:化)?(?:存储|储存|保存|处理)(?!权限|空间)/;
/** Pictures that somebody saves; what is in a file on the device as well as on a server. */
const SAVED_BY_USER = /(?:保存|存储)(?:到|至)[^,。;]{0,8}(?:本地|手机|相册)/;
const BOTH = /服务器|数据库|云端|相册|下载|截图/;
const KEPT = /信息|数据|记录|指纹|面容|人脸|内容|密码|日志/;
/** 地点: 中国境内, under a heading about storing. */
const PLACE_NAMED = new RegExp(`^[^,。;:]{0,8}(?:地点|地域|位置|地区):[^,。;]{0,6}(?:${CHINA}|境内)`);
const NEGATED = /(?:不会|不|未|绝不|没有|无法|禁止|不得|并未)[^,。;]{0,8}$/;
const IF = /(?:如果?|若|倘若|确需|如需|除非|未经|当)[^。;]{0,40}$/;

/** Where information is stored: within the mainland, abroad, only on the device. */
export const storagePlace: StatementReader = {
  cue: /境内|大陆|国内|内地|境外|海外|国外|本地|服务器|数据中心|机房|设备|手机|终端|客户端|存储地|储存地|保存地/,
  *read({ lower, heading }) {
    const named = /存储|储存|保存/.test(heading) ? PLACE_NAMED.exec(lower) : null;
    if (named !== null) yield found('domestic', named, 0.85);
    if (!/[存保留]|服务器|数据中心|机房|处理|比对/.test(lower)) return;
    const domestic = DOMESTIC.exec(lower);
    if (domestic !== null && named === null && !NEGATED.test(clauseBefore(lower, domestic.index)) && !isOnlyAboutLaw(lower)) {
      yield found('domestic', domestic, 0.9);
    }
    const foreign = FOREIGN.exec(lower);
    if (foreign !== null && !NEGATED.test(clauseBefore(lower, foreign.index)) && !IF.test(lower.slice(0, foreign.index))) {
      yield found('abroad', foreign, 0.85);
    }
    const device = DEVICE.exec(lower);
    if (device === null || NEGATED.test(clauseBefore(lower, device.index)) || SAVED_BY_USER.test(device[0])) return;
    const only = /仅|只|不会上传|不上传|不会传输|始终/.test(lower);
    if (!only && (BOTH.test(lower) || !KEPT.test(lower))) return;
    yield found('device', device, /cookie|同类技术|标识符/.test(lower) ? 0.5 : only ? 0.9 : 0.7);
  },
};

/** 在境内收集和产生…, without a word where it is stored: told by the pattern alone, except where the scope of the policy is meant. */
function isOnlyAboutLaw(lower: string): boolean {
  return /(?:本政策|本规则|本声明)[^,。;]{0,10}适用/.test(lower);
}

function found(place: 'domestic' | 'abroad' | 'device', match: RegExpExecArray, confidence: number): Found {
  return { means: { kind: 'storage-place', place }, at: match.index, length: match[0].length, confidence };
}

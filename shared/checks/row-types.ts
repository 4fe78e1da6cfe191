import { evenName } from '../knowledge/sdks/names/even-name.ts';
import type { Knowledge } from '../knowledge/types.ts';

/** Longer cells are tables run together; what stands at their end belongs to somebody else. */
const LONGEST = 2_000;

/**
 * Words that tell of a whole kind of information, as rows do: 设备信息 may hold every identifier of the device, 位置信息 every way of
 * locating. Generous on purpose: what is decided with it is that a row leaves something out.
 */
const KINDS: readonly (readonly [words: RegExp, type: RegExp])[] = [
  [
    /设备(?:信息|标识|识别|参数|数据|硬件|属性|相关)|(?:硬件|唯一|匿名)标识|标识符|device (?:info|identif|data)|identifier/,
    /^device\.(?!installed_apps|running_apps|clipboard)/,
  ],
  [
    /imei|imsi|android ?id|oaid|序列号|mac ?地址|设备号|idfa|gaid/,
    /^device\.(?:imei|imsi|iccid|serial|android_id|oaid|aaid_gaid|mac_|eid|drm_id)/,
  ],
  [/位置|定位|地理|gps|经纬度|location/, /^location\.|^media\.exif_location|^device\.wifi_list/],
  [
    /网络(?:信息|数据|标识|环境|参数)|wi-?fi|wlan|ssid|基站|network/,
    /^device\.(?:wifi_list|mac_wifi|ip|network_info|sim_info)|^location\.(?:cell|coarse)/,
  ],
  [/蓝牙|bluetooth/, /^device\.(?:bt_list|mac_bt)/],
  [
    /应用(?:列表|信息|程序|安装|使用)|软件(?:列表|安装|信息)|安装列表|已安装|app(?:列表|信息)|进程|运行|installed app|app list/,
    /^device\.(?:installed_apps|running_apps)|^usage_stats/,
  ],
  [/传感器|加速度|陀螺仪|sensor/, /^device\.sensors/],
  [/剪[切贴]板|粘贴板|clipboard/, /^device\.clipboard/],
  [/手机号|电话号码|本机号码|号码|phone number/, /^phone_number|^device\.(?:iccid|imsi|sim_info)/],
  [/存储|文件|照片|相册|图片|视频|多媒体|storage|photo/, /^(?:media\.|files\.)/],
  [/账号|帐号|账户|昵称|头像|用户(?:信息|标识)|openid|account/, /^accounts?$/],
  [/相机|摄像|拍摄|camera/, /^camera|^media\./],
  [/录音|麦克风|语音|声音|音频|microphone|audio/, /^microphone|^media\.audio/],
  [/人脸|面部|生物|活体|face/, /^bio\./],
  [/支付|订单|交易|付款|银行|payment|order/, /^finance/],
  [/通讯录|联系人|contact/, /^contacts/],
  [/健康|步数|运动|health/, /^health\./],
  [/身份|证件|实名|姓名|identity/, /^identity\./],
];

export interface ToldTypes {
  /** Whether the words name a type, by one of its names or by the kind it belongs to. */
  readonly tells: (type: string) => boolean;
}

/** What the words of a row tell of information; linear in their length. */
export function typesInWords(words: string, { piTypes }: Knowledge): ToldTypes {
  const even = evenName(words.slice(0, LONGEST));
  const kinds = KINDS.filter(([pattern]) => pattern.test(even)).map(([, type]) => type);
  return {
    tells: (type) => {
      if (kinds.some((kind) => kind.test(type))) return true;
      const entry = piTypes.get(type);
      if (entry === undefined) return false;
      return [entry.name.zh, ...entry.synonyms].some((name) => even.includes(evenName(name)));
    },
  };
}

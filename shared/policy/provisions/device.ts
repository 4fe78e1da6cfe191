import type { Mention } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { ItemReader } from './item.ts';
import { holds } from './predicates.ts';

const DEVICE_IDS = new Set(
  'device.imei device.imsi device.iccid device.mac_wifi device.mac_bt device.serial device.android_id device.oaid device.aaid_gaid device.drm_id'.split(
    ' ',
  ),
);
const SPECIAL = new Set(
  'device.installed_apps device.running_apps device.clipboard device.sensors screen_content device.wifi_list'.split(' '),
);

const SPECIAL_WORDS =
  /(?:应用|软件|程序|app)(?:程序)?(?:安装)?列表|已安装的?(?:应用|软件|app)|(?:是否|有无|有没有)(?:已经?)?(?:安装|装(?:了|有))|常用的?(?:应用|软件)(?:信息|列表)|使用的(?:移动)?(?:应用|软件)(?:程序)?(?:和|及|、|以及)其[他它]软件|应用的列表|安装(?:了)?(?:哪些|的)(?:应用|软件|app)|剪[贴切]板|粘贴板|传感器|陀螺仪|加速度计?|截[屏图](?:行为|动作|时|后)|录屏|摇一摇|(?<![a-z])b?ssid|正在运行的?(?:应用|进程|程序)/;
const DEALS = /收集|获取|读取|访问|采集|调用|监测|检测|识别|用于|用到|使用|扫描|查询|检查|判断|不会?/;

/** Where the text deals with something in words that the knowledge of types does not have. */
function dealtWith(text: PolicyText, words: RegExp): Mention[] {
  return text.sentences.flatMap(({ lower, start }): Mention[] => {
    const match = words.exec(lower);
    if (match === null || !DEALS.test(lower)) return [];
    return [{ range: [start + match.index, start + match.index + match[0].length], confidence: 0.7 }];
  });
}

/** 设备标识符 alone does not say which. */
const ANY_ID = /^(?!唯一|匿名).{0,2}设备标识符?$/;
/** Identifiers in words that the knowledge of types does not have. */
const ID_WORDS =
  /唯一(?:设备)?(?:标识|识别)[符码号]|设备(?:唯一(?:标识|识别)[符码号]|识别[符码号])|(?<![a-z])(?:idf[av]|udid|openudid)(?![a-z])|广告(?:标识|识别)[符码号]/;

const TAKES = '(?:收集|搜集|获取|读取|采集|定位|调用|扫描)';
/** In the background or not, or how often: in whose words a person can tell when the app is listening. */
const WHEN = new RegExp(
  `(?:后台|静默|前台|使用期间|息屏|锁屏|熄屏)[^。;]{0,40}(?:${TAKES}|位置|运行|权限|上传)|(?:收集|获取|读取|定位|采集)[^。;]{0,20}(?:在后台|于后台|静默|后台)|${TAKES}[^。;]{0,30}(?:退出|离开|结束|停止使用|关闭)[^,。;]{0,6}(?:后|时|即|就|便|,)[^,。;]{0,6}(?:停止|不再)|(?:退出|关闭|离开)[^,。;]{0,10}(?:后|时),?[^,。;]{0,8}(?:停止|不再|不会)[^,。;]{0,4}${TAKES}|未使用[^,。;]{0,8}(?:时|期间)[^,。;]{0,6}${TAKES}|(?:仅|只)(?:会)?在[^,。;]{0,16}使用[^,。;]{0,10}(?:时|期间|中)[^,。;]{0,10}(?:位置|定位)`,
);
const SPAN = '[\\d一二两三四五六七八九十几]{1,4} ?个?(?:毫秒|秒|分钟|小时|天|日|周)';
const HOW_OFTEN = new RegExp(
  `${TAKES}(?:的)?[^,。;]{0,16}(?:频率|频次|间隔)|${TAKES}[^,。;]{0,24}(?:一次(?!性)|不超过 ?\\d+ ?次)|(?:频率|频次|间隔)[^,。;]{0,12}(?:${SPAN}|一次|每)|每(?:隔)?(?:${SPAN}|小时|分钟|天|日|次(?:启动|打开|登录))[^,。;]{0,12}(?:${TAKES}|更新[^,。;]{0,4}位置|同步|上传|一次)`,
);
const NOT_ABOUT_TAKING =
  /切换前后台|前后台切换|^静默(?:获取|收集|采集)(?:$|:)|cookie|录入|后台(?:服务器|数据|系统|不(?:保存|存储|留存))|(?:系统|服务器|业务)后台|最近一次|上一次|验证码|后台管理|管理后台|减少您|每日签到|抽奖|以实际|为准|修改[^,。;]{0,10}一次|(?:更新|修订)[^,。;]{0,6}政策|政策[^,。;]{0,10}(?:更新|修订|变更)/;

const ANDROID_NAME =
  /(?:android|ohos)\.permission\.[a-z_]{3,}|(?:read|write|access|record|call|send|receive|post|request|query|bluetooth|body|process)_[a-z_]{3,}/;
const A_PERMISSION =
  /(?:相机|摄像头|麦克风|录音|位置|定位|存储|通讯录|电话|相册|照片|日历|通知|短信|蓝牙|悬浮窗|传感器|身体活动|剪贴板|联系人|通话记录)(?:[^,。;]{0,6}权限|[^,。;(]{0,6}授权)/;
const PERMISSION_FIELD =
  /权限(?:名称|类型)?(?::|】) ?(?:相机|摄像头|麦克风|录音|位置|定位|存储|通讯录|电话|相册|照片|日历|通知|短信|蓝牙|悬浮窗)/;
/** The head of a table of permissions, and something of what stands below. */
const HEAD_OF_TABLE = /^(?:系统|申请|所需|调用|使用|应用|设备)?(?:的)?权限(?:名称|类型|项目?|列表|内容)?$/;
const TABLE_BELOW =
  /(?:目的|用途|功能|说明|场景|用于)[\s\S]{0,200}(?:相机|摄像头|麦克风|位置|定位|存储|通讯录|相册|媒体|日历|蓝牙|通知|短信|悬浮窗|运动|健身|身体活动|网络)/;
/** 调用您的摄像头: asked for in other words. */
const CALLS =
  /(?:调用|访问|开启|打开|启用|请求|(?:需要?|会|要)使用|允许)[^,。;]{0,8}(?:录音|拍照|定位|读取位置|摄像头|相机|麦克风|通讯录|相册|蓝牙|日历|短信|手机存储|存储空间|悬浮窗)(?!功能)/;
/** 【存储】缓存图片时使用: an entry of a list of permissions. */
const LABELLED =
  /^[^\p{L}]*(?:存储|电话|位置|定位|相机|摄像头|麦克风|录音|通讯录|相册|日历|蓝牙|短信|通知|悬浮窗)[】\]」”"):]+[^,。;]{2,}/u;
/** 悬浮窗：通话最小化时显示小窗: what only a permission can be, with the occasion. */
const USE_LABELLED =
  /^[^\p{L}]*(?:相机|摄像头|麦克风|录音|通讯录|相册|日历|蓝牙|通知|悬浮窗|存储|身体活动|定位)(?:权限)?[】\]」”"):][^,。;]{0,30}(?:时|用于|用来|以便)/u;
/** 您可点击此处查看应用权限申请与使用情况说明: a list that is linked. */
const LINKED_LIST =
  /(?:点击|查看|查阅|详见|请见|访问)[^,。;]{0,12}(?:此处|这里|链接|“|《|https?:)[^,。;]{0,20}(?:应用|系统|设备)?权限[^,。;]{0,10}(?:说明|清单|列表|目录|一览)|《[^》]{0,16}权限[^》]{0,12}》[^,。;]{0,12}(?:查看|查阅|了解)|(?:点击|查看|查阅|详见)[^,。;]{0,10}《[^》]{0,16}权限[^》]{0,12}》/;
/** CAMERA 拍照扫码 */
const ANDROID_AND_WORDS = /(?:android|ohos)\.permission\.[a-z_]{3,}[^\p{L}]{1,3}\p{Script=Han}{2}/u;
const WHAT_FOR =
  /(?:——|--|→|->|=>|用途】)\s*\p{Script=Han}{2}|[让供]您|询问|:\s*\p{Script=Han}{2}|用于|用来|以便|为(?:了|您|实现|保障|向)|时|功能|目的|场景|申请|开启|关闭|管理|实现|拒绝|才能|从|需要|后,|可以/u;

/** PR-11 … PR-14: permissions, identifiers, special information, and when it is taken. */
export const deviceItems: readonly ItemReader[] = [
  {
    item: 'PR-11',
    cue: new RegExp(
      `权限|授权|调用|开启|访问|请求|允许|使用|^[^\\p{L}]{0,4}[\\p{Script=Han}]{2,3}[】\\]」”"):]|${ANDROID_NAME.source}`,
      'u',
    ),
    substance: (place) => {
      const named =
        ANDROID_NAME.test(place.sentence) ||
        A_PERMISSION.test(place.sentence) ||
        CALLS.test(place.sentence) ||
        PERMISSION_FIELD.test(place.sentence) ||
        (LABELLED.test(place.sentence) && /权限/.test(place.around(3, 3))) ||
        (/权限/.test(place.around(1, 1)) && holds(place, place.facts.permissions, 0.8));
      if (HEAD_OF_TABLE.test(place.sentence) && TABLE_BELOW.test(place.around(0, 8))) return true;
      if (USE_LABELLED.test(place.sentence) || LINKED_LIST.test(place.sentence)) return true;
      return named && (WHAT_FOR.test(place.around(1, 1)) || ANDROID_AND_WORDS.test(place.sentence));
    },
  },
  {
    item: 'PR-12',
    cue: /设备(?:标识|识别|序列|信息)|唯一(?:设备)?标识|imei|oaid|android ?id/,
    places: ({ types }, text) => {
      const named = types.filter(
        ({ type, confidence, range }) =>
          DEVICE_IDS.has(type) && confidence >= 0.7 && !ANY_ID.test(text.lower.slice(Math.max(0, range[0] - 2), range[1])),
      );
      return named.length > 0 ? named : dealtWith(text, ID_WORDS);
    },
  },
  {
    item: 'PR-13',
    cue: /应用列表|安装列表|剪[贴切]板|传感器|截屏|录屏|正在运行/,
    places: ({ types }, text) => {
      const named = types.filter((type) => SPECIAL.has(type.type) && type.confidence >= 0.7);
      return named.length > 0 ? named : dealtWith(text, SPECIAL_WORDS);
    },
  },
  {
    item: 'PR-14',
    cue: /仅在|只在|未使用|停止|不再|后台|前台|静默|频率|频次|间隔|使用期间|屏|一次|每|不超过/,
    substance: ({ sentence }) => (WHEN.test(sentence) || HOW_OFTEN.test(sentence)) && !NOT_ABOUT_TAKING.test(sentence),
  },
];

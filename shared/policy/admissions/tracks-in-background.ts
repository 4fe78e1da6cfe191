import { type AdmissionReader, byPattern } from './pattern.ts';

const TAKE = '(?:收集|获取|定位|采集|读取|记录|上传|追踪|跟踪)';
const ON_AND_ON = '(?:持续|一直|不间断|不停|实时|始终|随时|全天|24 ?小时|定期|自动|静默)';
const AWAY = '(?:后台|息屏|锁屏|熄屏|静默状态)';
const FOR_THE_OPERATOR = '(?:推荐|广告|推送|营销|分析|优化|画像|兴趣|改善|商业)';

const CUE = /后台|是否|息屏|锁屏|熄屏|静默|关闭|退出|卸载/;
const SAYS: readonly (readonly [number, RegExp])[] = [
  [0.8, new RegExp(`${AWAY}[^。;]{0,16}${TAKE}[^。;]{0,60}${FOR_THE_OPERATOR}`)],
  [0.8, new RegExp(`${FOR_THE_OPERATOR}[^。;]{0,30}${AWAY}[^。;]{0,16}${TAKE}`)],
  [
    0.8,
    new RegExp(
      `(?:即使|即便|无论|不论|哪怕|就算|纵使)[^,。;]{0,16}(?:关闭|退出|不使用|未使用|未打开|没有打开|切换)[^。;]{0,24}(?:仍|也|依然|继续|还)[^,。;]{0,12}${TAKE}`,
    ),
  ],
  [
    0.8,
    new RegExp(
      `(?:退出|关闭|卸载|不使用)[^,。;]{0,6}(?:后|时|期间),?(?:我们|平台|本应用|app)?[^,。;]{0,2}(?:也会|仍|依然|依旧|还会|继续)[^,。;]{0,8}${TAKE}`,
    ),
  ],
  [
    0.8,
    new RegExp(
      `(?:无论|不论|不管)[^,。;]{0,8}是否[^,。;]{0,8}(?:使用|打开|开启|运行)[^。;]{0,16}(?:都|均|仍)[^,。;]{0,8}${TAKE}`,
    ),
  ],
  [0.65, new RegExp(`${AWAY}[^。;]{0,10}${ON_AND_ON}[^。;]{0,10}${TAKE}`)],
  [0.65, new RegExp(`${ON_AND_ON}[^,。;]{0,6}(?:在)?${AWAY}[^,。;]{0,8}${TAKE}`)],
];
/** It does not, or only as the person wants it. */
const DENIED =
  '不(?:会|在|再|得|于|收集|获取|采集|读取|上传|定位|记录|追踪|跟踪|主动|持续|自动)|从不|绝不|从未|停止|禁止|您(?:主动|选择|授权|开启|可以|有权)|同意|单独|无法立即|法律|后台(?:管理|系统|服务器)|第三方';
/** What goes on in the background because the person wants it to. */
const NEEDED =
  '导航|运动|跑步|骑行|轨迹|行程|通话|播放|防(?:盗|丢)|紧急|求助|安全|风险|风控|短暂|监护|家长|打卡|外卖|配送|司机|消息';
/** No function needs it then, whatever else the sentence speaks of. */
const FOR_GAIN = /广告|营销|商业|画像|兴趣/;

const unneeded = byPattern('tracks-in-background', CUE, SAYS, new RegExp(`${DENIED}|${NEEDED}`));
const forGain = byPattern('tracks-in-background', CUE, SAYS, new RegExp(`${DENIED}|不用|并非|不为`));

/** The person is followed while not using the app, for no purpose that needs it. */
export const tracksInBackground: AdmissionReader = {
  kind: 'tracks-in-background',
  cue: CUE,
  read: (sentence, text, index) =>
    unneeded.read(sentence, text, index) ?? (FOR_GAIN.test(sentence.lower) ? forGain.read(sentence, text, index) : null),
};

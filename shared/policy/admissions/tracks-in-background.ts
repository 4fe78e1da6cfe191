import { byPattern } from './pattern.ts';

const TAKE = '(?:收集|获取|定位|采集|读取|记录|上传|追踪|跟踪)';
const ON_AND_ON = '(?:持续|一直|不间断|不停|实时|始终|随时|全天|24 ?小时|定期|自动|静默)';
const AWAY = '(?:后台|息屏|锁屏|熄屏|静默状态)';
const FOR_THE_OPERATOR = '(?:推荐|广告|推送|营销|分析|优化|画像|兴趣|改善|商业)';

/** The person is followed while not using the app, for no purpose that needs it. */
export const tracksInBackground = byPattern(
  'tracks-in-background',
  /后台|息屏|锁屏|熄屏|静默|关闭|退出|卸载/,
  [
    [0.8, new RegExp(`${AWAY}[^。;]{0,16}${TAKE}[^。;]{0,60}${FOR_THE_OPERATOR}`)],
    [0.8, new RegExp(`${FOR_THE_OPERATOR}[^。;]{0,30}${AWAY}[^。;]{0,16}${TAKE}`)],
    [
      0.8,
      new RegExp(
        `(?:即使|即便|无论|不论|哪怕)[^,。;]{0,16}(?:关闭|退出|不使用|未使用|未打开|没有打开|切换)[^。;]{0,24}(?:仍|也|依然|继续|还)[^,。;]{0,12}${TAKE}`,
      ),
    ],
    [0.8, new RegExp(`(?:退出|关闭|卸载|不使用)[^,。;]{0,6}(?:后|时|期间)[^,。;]{0,4}(?:仍|依然|还会|继续)[^,。;]{0,8}${TAKE}`)],
    [0.65, new RegExp(`${AWAY}[^。;]{0,10}${ON_AND_ON}[^。;]{0,10}${TAKE}`)],
    [0.65, new RegExp(`${ON_AND_ON}[^,。;]{0,6}(?:在)?${AWAY}[^,。;]{0,8}${TAKE}`)],
  ],
  /不(?:会|在|再|得|于)|停止|禁止|导航|运动|跑步|骑行|轨迹|行程|通话|播放|防(?:盗|丢)|紧急|求助|安全|风险|风控|您(?:主动|选择|授权|开启|可以|有权)|同意|单独|短暂|无法立即|法律|后台(?:管理|系统|服务器)|监护|家长|打卡|外卖|配送|司机|消息|第三方/,
);

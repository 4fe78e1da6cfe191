import type { Mention, PermissionMention, TypeMention } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { ItemReader } from './item.ts';
import { holds } from './predicates.ts';

const COLLECTS = /收集|获取|采集|提供|填写|读取|授权|上传|接收|记录|用于|使用|申请|调用|输入|处理|同步|需要|允许/;
const PURPOSE =
  /用于|用来|以便|以(?:实现|完成|提供|保障|确保|验证)|为(?:了|向您|您|实现|保障|完成|帮助|提供|满足|便于|方便)|为您提供|当您|如您|您(?:在)?使用|您(?:在)?注册|您(?:在)?登录|[您你][^,。;]{1,20}时|时(?:使用|申请|获取|读取|调用|需要)|为[^,。;]{2,14},(?:我们|本应用|本产品|需)|目的|用途|从而|功能|才能|仅用|只用|便于|方便|必须|需要/;
const DEVICE_IDS = new Set(
  'device.imei device.imsi device.iccid device.mac_wifi device.mac_bt device.serial device.android_id device.oaid device.aaid_gaid device.drm_id'.split(
    ' ',
  ),
);
const SPECIAL = new Set(
  'device.installed_apps device.running_apps device.clipboard device.sensors screen_content device.wifi_list'.split(' '),
);

/** Rows of tables that pair functions or purposes with information; tables of SDKs tell of others' purposes. */
function purposeRows(text: PolicyText): Mention[] {
  return text.tables.flatMap(({ rows: [head, ...rows] }) => {
    const titles = (head ?? []).map((cell) => cell.text.toLowerCase());
    if (titles.some((title) => title.includes('sdk'))) return [];
    const purpose = titles.some((title) => /目的|用途|场景|功能/.test(title));
    const information = titles.some((title) => /信息|数据|权限|类型/.test(title) && !/目的|用途/.test(title));
    if (!purpose || !information) return [];
    const filled = rows.filter((row) => row.filter((cell) => cell.text !== '').length >= 2);
    return filled.map((row): Mention => ({ range: [row[0]!.range[0], row.at(-1)!.range[1]], confidence: 0.9 }));
  });
}

/** So many kinds of information in one sentence with their purpose are no chance. */
const SEVERAL = 3;

type Told = readonly (TypeMention | PermissionMention)[];

function kindsIn(collected: Told, from: number, end: number): number {
  const kinds = new Set<string>();
  for (let at = from; at < collected.length && collected[at]!.range[0] < end && kinds.size < SEVERAL; at++) {
    const each = collected[at]!;
    kinds.add('type' in each ? each.type : each.permission);
  }
  return kinds.size;
}

/** 邮箱：注册和找回密码: the label names the information, what follows is what it is for. */
const LABEL = /^[^\p{L}]*([^:,。;—]{1,24})(?::|[-—–]{2})(?=\s*\p{Script=Han}{2})/u;
/** Labels of who somebody is and how to reach them. */
const OF_SOMEBODY = /地址|联系|公司|主体|提供|运营|链接|官网|日期|时间|负责人|客服|热线|投诉/;

/** 处理目的：登录；信息种类：手机号: one line that gives both, in fields of their own; those of SDKs tell of others' purposes. */
function purposeLines(text: PolicyText): Mention[] {
  return text.lines.flatMap(({ range }): Mention[] => {
    const line = text.lower.slice(range[0], Math.min(range[1], range[0] + 600));
    const both = /(?:目的|用途|场景)[^:,。;]{0,4}:/.test(line) && /(?:信息|种类|类型|数据)[^:,。;]{0,6}:/.test(line);
    return both && !/sdk/.test(line) ? [{ range: [range[0], range[1]], confidence: 0.9 }] : [];
  });
}

function labelledPurposes(text: PolicyText, collected: Told): Mention[] {
  const places: Mention[] = [];
  let next = 0;
  for (const { lower, start, end } of text.sentences) {
    const label = LABEL.exec(lower);
    if (label === null || OF_SOMEBODY.test(label[1]!)) continue;
    while (next < collected.length && collected[next]!.range[0] < start) next++;
    if (next < collected.length && collected[next]!.range[1] <= start + label[0].length) {
      places.push({ range: [start, end], confidence: 0.9 });
    }
  }
  return places;
}

/** PR-06 … PR-14: what is collected, why, and with which permissions. */
export const collectionItems: readonly ItemReader[] = [
  {
    item: 'PR-06',
    // Who says what something is for, in whatever words, has begun to tell; whether that is enough is for a person.
    cue: /(?<!适)用于|为了|用来|用途|以便|(?:如何|怎样)?收集(?:和|与|、|及)?使用|业务功能|收集(?:目的|范围|方式)|处理目的|为(?:了)?向您提供|我们(?:会|将|可能|需要)?收集|为什么/,
    // One pairing of information and purpose may be chance; two, or one of several kinds of information, are the beginning of a list.
    places: (facts, text) => {
      const places: Mention[] = [];
      const told = (mention: TypeMention | PermissionMention) => !mention.negated && mention.confidence >= 0.5;
      const collected = [...facts.types, ...facts.permissions].filter(told).sort((a, b) => a.range[0] - b.range[0]);
      let next = 0;
      let listed = false;
      for (const { lower, start, end } of text.sentences) {
        while (next < collected.length && collected[next]!.range[0] < start) next++;
        const named = next < collected.length && collected[next]!.range[0] < end;
        const generic = /(?:信息|号码|地址|照片|权限|内容|数据|记录)/.test(lower);
        if ((named || generic) && COLLECTS.test(lower) && PURPOSE.test(lower)) {
          places.push({ range: [start, end], confidence: named ? 0.9 : 0.6 });
          if (kindsIn(collected, next, end) >= SEVERAL) listed = true;
        }
      }
      places.push(...purposeRows(text), ...labelledPurposes(text, collected), ...purposeLines(text));
      if (listed) return places;
      return places.filter((place) => place.confidence >= 0.9).length >= 1 && places.length >= 2 ? places : [];
    },
  },
  {
    item: 'PR-07',
    cue: /个人信息|设备信息|日志信息|位置信息|手机号/,
    places: ({ types }) => {
      const concrete = types.filter((type) => !type.negated && type.confidence >= 0.8);
      return new Set(concrete.map((type) => type.type)).size >= 3 ? concrete : [];
    },
  },
  {
    item: 'PR-08',
    cue: /基本功能|扩展功能|附加功能|非必要|拒绝|不提供|不同意|不影响|可以选择|游客|仅浏览/,
    substance: ({ sentence, around }) =>
      /(?:拒绝|不提供|不同意|不授权|未提供|关闭|选择)/.test(sentence) &&
      /(?:不(?:会)?影响|无法(?:使用|享受|实现|为您|提供|完成)|仍(?:可|能|然)|不能(?:使用|享受))/.test(around(0, 1)),
  },
  {
    item: 'PR-09',
    cue: /敏感(?:个人)?信息|个人敏感信息/,
    substance: (place) =>
      /加粗|粗体|黑体|下划线|特别(?:标识|提示|提醒)|显著|标注|包括|是指|例如|如[:(,]/.test(place.sentence) ||
      holds(place, place.facts.types, 0.8),
  },
  {
    item: 'PR-10',
    cue: /敏感(?:个人)?信息|单独同意|单独授权|必要性|人脸|身份证/,
    substance: ({ sentence }) =>
      /单独(?:的)?(?:同意|授权|弹窗|征得|征求)|对您?个人权益的影响|必要性|一旦(?:泄露|遭到)|再次征得|明示同意/.test(sentence),
  },
  {
    item: 'PR-11',
    cue: /权限/,
    substance: (place) =>
      (holds(place, place.facts.permissions, 0.8) ||
        /(?:相机|摄像头|麦克风|位置|定位|存储|通讯录|电话|相册|日历|通知|短信)[^,。;]{0,6}权限/.test(place.sentence)) &&
      /用于|以便|为(?:了|您|实现)|时|功能|目的|申请|开启|关闭|管理|实现/.test(place.around(1, 1)),
  },
  {
    item: 'PR-12',
    cue: /设备(?:标识|识别|序列|信息)|唯一(?:设备)?标识|imei|oaid|android ?id/,
    places: ({ types }) => types.filter((type) => DEVICE_IDS.has(type.type) && type.confidence >= 0.7),
  },
  {
    item: 'PR-13',
    cue: /应用列表|安装列表|剪[贴切]板|传感器|截屏|录屏|正在运行/,
    places: ({ types }) => types.filter((type) => SPECIAL.has(type.type) && type.confidence >= 0.7),
  },
  {
    item: 'PR-14',
    cue: /后台|前台|静默|频率|定位间隔|使用期间/,
    substance: ({ sentence }) =>
      /(?:后台|静默|前台|使用期间)[^。;]{0,30}(?:收集|获取|定位|位置|读取|运行|采集|权限)|(?:收集|获取|读取|定位|采集)[^。;]{0,20}(?:频率|频次|间隔|一次|在后台|于后台|静默)/.test(
        sentence,
      ),
  },
];

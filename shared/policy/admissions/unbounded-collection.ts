import { type AdmissionReader, byPattern } from './pattern.ts';

const TAKE = '(?:收集|搜集|获取|采集|读取|记录)';
/** 收集的所有信息 speaks of what was collected, whatever it is. */
const NOT_THE_SUM = '(?!的|到的|和使用的|、|方式|规则|范围)';
const ALL = '(?:一切|所有|任何|任意|全部|各种各样)';
const THINGS = '(?:信息|数据|资料|内容)';
/** 与您有关的一切, 您设备上的所有: whose it is says nothing of what it is; 全部通讯录内容 does. */
const WHOSE =
  '(?:(?:与|和)(?:您|用户)(?:有关|相关)|(?:您|用户|你|设备|手机|终端)(?:的|上的?|中的?|里的?|内的?)?|个人|相关|有关|其他|可能|的|上|中|内|里)*';

/** Everything, whatever it is; and what the operator alone thinks necessary. */
const everything = byPattern(
  'unbounded-collection',
  /一切|所有|任何|任意|全部|认为|不限于|凡/,
  [
    [0.85, new RegExp(`${TAKE}(?:和使用|、使用|与使用|及使用|并使用)?${NOT_THE_SUM}[^,。;:]{0,16}${ALL}${WHOSE}${THINGS}`)],
    [0.85, new RegExp(`${ALL}${WHOSE}${THINGS}[^,。;]{0,6}(?:均|都)(?:可|会|将)?(?:能)?(?:被|由)?[^,。;]{0,6}${TAKE}`)],
    [0.75, new RegExp(`凡是?[^,。;]{0,12}${THINGS},?(?:我们|平台|本公司)?(?:都|均)(?:可能|会|可以?|将)?[^,。;]{0,4}${TAKE}`)],
    [0.75, new RegExp(`${TAKE}[^。;]{0,50}(?:我们|平台|本公司|我方)(?:自行)?认为(?:有)?(?:必要|需要|有用)的`)],
    [0.65, new RegExp(`${TAKE}[^。;:]{0,20}不限于[^。;]{0,30}${ALL}${WHOSE}${THINGS}`)],
  ],
  /不(?:会|再|得(?!有?异议|拒绝|反对)|收集|获取|应|能|可|必|需|要)|未经|无需|无法|停止|拒绝|禁止|避免|任何(?:第三方|人|时候|情况|形式|方式|目的|一[项种])|您(?:主动|自愿|选择|可以|有权|授权的)|部分或全部|所有(?:者|权|人)|匿名|统计|去标识|必要(?:的)?(?:全部|所有)|全部功能|儿童|删除|注销|请(?:您)?|撤回/,
);

const KIND = '(?:设备|位置|个人|身份|账[号户]|使用|网络|日志|行为|操作|用户)';
/** What texts name that name anything: 设备等相关信息 is vague only where none of it stands anywhere. */
const NAMED =
  /手机号|电话号码|姓名|昵称|头像|邮箱|电子邮件|身份证|ip ?地址|imei|android ?id|oaid|mac ?地址|设备型号|操作系统版本|收货地址|经纬度|银行卡|性别|生日|出生|浏览记录|搜索记录|通讯录|相册/;

/** A kind or two and 等相关信息: nothing is named. */
const nothingNamed = byPattern(
  'unbounded-collection',
  /等|相关|必要/,
  [
    [
      0.65,
      new RegExp(
        `${TAKE}(?:和使用|、使用|与使用|及使用|并使用)?(?:您|用户|你)?的?(?:${KIND}(?:信息)?(?:[、和及与]${KIND}(?:信息)?)*)?等?(?:其他|各类|一系列|一些)?(?:相关|有关|必要|其他)(?:的)?${THINGS}(?=[,。;]|$)`,
      ),
    ],
    [
      0.65,
      new RegExp(
        `${TAKE}(?:和使用|、使用|与使用|及使用|并使用)?(?:您|用户|你)?的?${KIND}(?:信息)?(?:[、和及与]${KIND}(?:信息)?)*等(?:其他|各类|多种)?(?:${THINGS}(?=[,。;]|$)|$|[,。;])`,
      ),
    ],
  ],
  /不(?:会|再|得|收集|获取)|未经|停止|(?:只|仅)(?:会)?(?:收集|获取)|措施|sdk|第三方|合作|授权|权限|例如|比如|包括|如下|以下/,
);

/** Information of whatever kind is taken, so that nobody can tell what (guideline: 信息类型明确). */
export const unboundedCollection: AdmissionReader = {
  kind: 'unbounded-collection',
  cue: new RegExp(TAKE),
  read(sentence, text, index) {
    const all = everything.read(sentence, text, index);
    if (all !== null) return all;
    const vague = nothingNamed.read(sentence, text, index);
    return vague === null || NAMED.test(text.lower) ? null : vague;
  },
};

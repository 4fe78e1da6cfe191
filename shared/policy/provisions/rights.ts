import type { ItemReader } from './item.ts';
import { hasContactValue, hasPath, hasWay, refersToContact } from './predicates.ts';

/** Policies in plain words: 能看、能改、能删, 删掉, 抹去, 不再同意. */
const PLAIN_CHANGE = '(?:能|可以?|随时|自己|[、,])改(?![善变进])|改(?:掉|正|过来)';
const PLAIN_ERASURE = '删[掉了]|(?:能|可以?|随时|自己|[、,])删|抹[去掉除]|擦除|移除';
const WORDS_FOR_RIGHTS = '(?:[能可][看改删]|查阅|查询|访问|查看|复制|导出|更正|修改|更改|编辑|补充|完善|删除|清除|清空|撤回)';
/** 查阅、复制、更正、删除: rights in a row are about what the person has there, whatever it is called. */
const RIGHTS_IN_A_ROW = `${WORDS_FOR_RIGHTS}(?:\\([^)]{0,12}\\))?(?:[、,/]|和|与|及|或|以及){1,2}(?:可以?)?${WORDS_FOR_RIGHTS}`;
const IN_A_ROW = new RegExp(RIGHTS_IN_A_ROW);
const IS_CHANGE = new RegExp(`更正|修改|更改|补充|完善|编辑|变更|${PLAIN_CHANGE}`);
const IS_ERASURE = new RegExp(`删除|清除|清空|${PLAIN_ERASURE}`);
const INFORMATION = new RegExp(
  `信息|资料|数据|记录|副本|内容|账[号户]|帐[号户]|头像|昵称|地址|订单|档案|简历|日记|笔记|照片|图片|文件|作品|配置|历史|收藏|书签|足迹|评论|评价|对话|录音|进度|成绩|列表|${RIGHTS_IN_A_ROW}`,
);

/** 更正、补充：在“设备”页面修改名称: the right stands in front as a label, what follows is its way. */
const LABELLED_CORRECTION =
  /^[^\p{L}]*(?:更正|修改|补充|完善)(?:[、,和与及或](?:更正|修改|补充|完善|更新))*(?:权)?[^\p{L}]*[::]/u;
const AUTHORITY =
  /12377|12321|12315|12345|网信(?:部门|办)|监管(?:部门|机构)|主管部门|市场监督|公安|工信|消费者(?:协会|权益)|法院|诉讼|仲裁/;

const CLOSES_ACCOUNT = /注销|销户|(?:删除|关闭|移除)(?:您的|你的|我的|个人|用户)?(?:账|帐)[号户]|(?:账|帐)[号户]的?(?:删除|关闭)/;

/** PR-27 … PR-35: the rights of the person and the ways to exercise them. A right without any way is only a word. */
export const rightsItems: readonly ItemReader[] = [
  {
    item: 'PR-27',
    cue: /查阅|查询|访问|查看|复制|副本|导出/,
    substance: (place) =>
      (/(?:您|用户|监护人|家长|你)/.test(place.around(2, 1)) || IN_A_ROW.test(place.sentence)) &&
      /查阅|查询|访问(?!控制|权限|者|量|记录)|查看|复制|副本|导出/.test(place.sentence) &&
      // In a table the right and what it is stand in cells of their own.
      INFORMATION.test(place.sentence.length < 12 ? place.around(0, 1) : place.sentence) &&
      !/cookie|网站|第三方(?:网站|链接)|未经授权|防止/.test(place.sentence) &&
      hasWay(place),
  },
  {
    item: 'PR-28',
    cue: new RegExp(`更正|修改|补充|完善|编辑|${PLAIN_CHANGE}`),
    substance: (place) =>
      IS_CHANGE.test(place.sentence) &&
      (INFORMATION.test(place.sentence) || LABELLED_CORRECTION.test(place.sentence)) &&
      !/修改(?:本|后的?)(?:政策|协议|声明)|防止|未经授权|泄露/.test(place.sentence) &&
      hasWay(place),
  },
  {
    item: 'PR-29',
    cue: IS_ERASURE,
    substance: (place) =>
      IS_ERASURE.test(place.sentence) &&
      INFORMATION.test(place.around(0, 0)) &&
      !/防止|避免|未经授权的?删除/.test(place.sentence) &&
      (/您|你|用户|监护人|家长/.test(place.around(2, 1)) || hasPath(place.sentence)) &&
      // Uninstalling is a way of its own, but removes only what lies on the device.
      (/卸载/.test(place.sentence) ? /本地|设备|手机|清除/.test(place.sentence) : hasWay(place)),
  },
  {
    item: 'PR-30',
    cue: /撤回|撤销|收回|不再同意|反悔|取消(?:授权|同意)|关闭[^,。;]{0,12}(?:权限|功能)|(?:改变|变更|更改)[^,。;]{0,16}(?:授权|同意)|解除[^,。]{0,6}(?:授权|绑定)/,
    substance: (place) =>
      (/(?:撤回|撤销|收回|取消|解除|改变|变更|更改)[^。;]{0,24}(?:同意|授权|许可|权限)|(?:同意|授权|权限)[^。;]{0,24}(?:撤回|撤销|收回|取消|关闭)|关闭[^,。;]{0,12}权限|关闭[^,。;]{0,12}功能[^。;]{0,20}停止[^。;]{0,16}(?:收集|获取|处理)/.test(
        place.sentence,
      ) ||
        /撤回|不再同意|反悔/.test(place.sentence)) &&
      !/请求[^。;]{0,20}(?:拒绝|无法响应)|不会响应|无法响应/.test(place.sentence) &&
      (hasWay(place) || /(?:设备|系统|手机)(?:的)?(?:设置|权限|功能|操作系统)/.test(place.around(1, 2))),
  },
  {
    item: 'PR-31',
    cue: CLOSES_ACCOUNT,
    substance: (place) =>
      CLOSES_ACCOUNT.test(place.sentence) &&
      !/不会响应|无法响应/.test(place.sentence) &&
      (place.oneWayForAll ||
        hasPath(place.around(1, 2)) ||
        hasContactValue(place.around(0, 2)) ||
        refersToContact(place, place.around(1, 2))),
  },
  {
    item: 'PR-32',
    cue: /转移|可携带|携带权/,
    substance: ({ sentence }) =>
      /可携带|携带权|(?:个人信息|数据)[^,。;]{0,10}(?:转移|传输)(?:至|给|到|权)?(?:您|其他|指定|第三方)?|转移(?:您的)?(?:个人信息|数据)/.test(
        sentence,
      ) &&
      /您|申请|条件|途径|指定|网信/.test(sentence) &&
      !/合并|收购|破产|境外|跨境|服务器/.test(sentence),
  },
  {
    item: 'PR-33',
    cue: /限制|拒绝[^,。;]{0,10}处理|解释说明|决定权|知情权|解释|说明/,
    substance: ({ sentence }) =>
      /(?:限制|拒绝)[^,。;]{0,16}(?:处理|使用)[^,。;]{0,10}(?:信息)?|解释说明|(?:要求|请求)[^,。;]{0,16}(?:解释|说明)|知情权|决定权/.test(
        sentence,
      ) && /您|用户|有权|权利/.test(sentence),
  },
  {
    item: 'PR-34',
    cue: /(?:尽快|及时|时限|期限|工作日)[^。;]{0,20}(?:答复|回复|处理|反馈|响应)|(?:答复|回复|处理|反馈|响应)[^。;]{0,20}(?:时限|期限)/,
    places: ({ responseTimes }) => responseTimes.filter((time) => time.confidence >= 0.6),
  },
  {
    item: 'PR-35',
    cue: /投诉|举报|申诉|维权|诉讼|反馈|意见|建议|疑问/,
    substance: (place) => {
      const near = place.around(1, 4);
      const complaint = /投诉|举报|申诉|维权|诉讼|仲裁/.test(place.sentence);
      const comment = /(?:意见|疑问|建议|问题)/.test(place.sentence) && /联系|反馈|发送|致电|邮箱|客服|邮件/.test(near);
      if (!complaint && !comment) return false;
      if (complaint && AUTHORITY.test(near)) return true;
      return hasContactValue(near) || refersToContact(place, near);
    },
  },
];

import type { ItemReader } from './item.ts';
import { hasPeriod } from './predicates.ts';

/** Everything stays where the user has it: that is a place too. What cookies keep on a device is not everything. */
const ON_DEVICE =
  /(?:仅|只|均|都|全部|完全|主要)(?:会|被)?[^,。;]{0,8}(?:存储|储存|保存|存放)(?:于|在)?[^,。;]{0,16}(?:手机|设备|本地|本机|终端)|(?:存储|储存|保存|存放)(?:于|在)[^,。;]{0,10}(?:设备|手机|终端|本机)(?:的)?本地/;

/** 保存至您注销之日, 直到您删除, 卸载即全部删除: kept until something that the person does, which says how long. */
const UNTIL =
  /(?:保存|存储|储存|保留|留存|存放)[^。;]{0,24}(?:至|到|直到|直至)[^。;]{0,20}(?:删除|注销|卸载|清除|清空|为止|之日|退出|结束)|(?:卸载|注销|清除数据|清空|退出(?:登录|页面))[^。;]{0,16}(?:即|后|就|时|立即|随之|便)[^。;]{0,16}(?:删除|清除|销毁|消失)/;

/** PR-22 … PR-26: where and how long information is kept, across borders, and how safely. */
export const keepingItems: readonly ItemReader[] = [
  {
    item: 'PR-22',
    cue: /存储|储存|保存|存放|境内/,
    substance: ({ sentence }) =>
      ON_DEVICE.test(sentence) ||
      /(?:存储|储存|保存|存放|留存)[^。;]{0,40}(?:境内|中国大陆|中华人民共和国|国内|位于|服务器所在)|(?:境内|中国大陆|中华人民共和国|国内)[^。;]{0,40}(?:存储|储存|保存|存放|留存)/.test(
        sentence,
      ),
  },
  {
    item: 'PR-23',
    cue: /期限|期间|时间|时长|保存|保留|存储|留存/,
    substance: ({ sentence }) =>
      /(?:超出|超过|到期|届满|期满)[^。;]{0,24}(?:删除|匿名|销毁)/.test(sentence) ||
      UNTIL.test(sentence) ||
      (/(?:保存|存储|储存|保留|留存)/.test(sentence) &&
        (/(?:所必需|所必要|必要|最短|最少|合理|实现[^,。;]{0,12}目的所)[^。;]{0,14}(?:期限|期间|时间|时限|时长)|(?:期限|期间|时间|时限)[^。;]{0,24}(?:必需|必要|最短|届满|法律)|(?:超出|超过|到期|届满)[^。;]{0,24}(?:删除|匿名)|(?:期限|期间|时间|时限|时长)[^,。;]{0,4}(?:至|为|到|是|:)|(?:注销|停止|卸载|结束|关闭|[账帐][号户]删除)[^。;]{0,24}(?:删除|匿名|清除)/.test(
          sentence,
        ) ||
          (hasPeriod(sentence) && /个人信息|信息|数据|记录|日志|资料/.test(sentence)))),
  },
  {
    item: 'PR-24',
    cue: /跨境|出境|境外|海外/,
    substance: ({ sentence, around }) =>
      /(?:不会|不存在|没有|不涉及|未)[^。;]{0,24}(?:境外|跨境|出境|海外)|单独同意|授权同意|安全评估|标准合同|接收方|征得|告知|同意|境内/.test(
        `${sentence} ${around(0, 1)}`,
      ),
  },
  {
    item: 'PR-25',
    cue: /安全(?:措施|保护|防护|技术|管理)|加密|访问控制|https|ssl|去标识|等级保护|防火墙/,
    substance: ({ sentence }) =>
      /加密|访问控制|https|ssl|tls|去标识|匿名化|脱敏|等级保护|防火墙|权限(?:控制|管理|最小)|保密协议|安全认证|iso ?27001|防止[^,。;]{0,20}(?:访问|泄露|使用|修改)/.test(
        sentence,
      ),
  },
  {
    item: 'PR-26',
    cue: /安全事件|泄[露漏]/,
    substance: ({ around }) =>
      /(?:安全事件|泄[露漏])/.test(around(0, 0)) && /告知|通知|公告|上报|报告|补救|应急/.test(around(0, 2)),
  },
];

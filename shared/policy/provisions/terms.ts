import type { ItemReader } from './item.ts';
import { hasPath } from './predicates.ts';

const ACTIVE =
  /(?:主动|自愿|自行)?(?:勾选|点击|点选|点按)[^。;]{0,20}(?:同意|确认|接受|授权)|明示同意|(?:征得|取得|获得|征求)[^,。;]{0,10}(?:明示|单独|授权|明确)?(?:的)?同意|经您(?:的)?(?:明示|单独)?(?:同意|授权)|主动勾选/;

/** 变更：弹窗告知: the label says what changes, the policy that it heads. */
const LABELLED_CHANGE = /(?:变更|更新|修订|变化|修改)[^。;,:]{0,4}[:】? ]/;

/** PR-41 … PR-43 and PR-47 … PR-50: changes, cookies, start-up, lists, consent, fairness, access. */
export const termItems: readonly ItemReader[] = [
  {
    item: 'PR-41',
    cue: /更新|变更|修订|修改|调整|变化|变动|改动|改了/,
    substance: ({ sentence, around }) =>
      (/(?:政策|声明|协议|规则|条款|指引|说明|本文件)[^。;]{0,40}(?:更新|变更|修订|修改|调整|变化|变动|改动|改了)|(?:更新|变更|修订|修改|调整)[^。;]{0,24}(?:政策|声明|协议|规则|条款|指引)/.test(
        around(1, 0),
      ) ||
        LABELLED_CHANGE.test(sentence)) &&
      /通知|公告|弹窗|推送|公布|显著|提示|提醒|邮件|站内信|发布(?:在|于|对|更新|经|本)?|告知|再次(?:征得|取得)|重新(?:征得|取得|获得)|通告|公示/.test(
        around(0, 2),
      ) &&
      !/(?:恕不|不再|无需|无须|不)另行通知/.test(sentence),
  },
  {
    item: 'PR-42',
    cue: /cookie|同类技术|web ?beacon|像素标签|本地存储|webview/,
    substance: ({ around }) => /用于|清除|关闭|管理|记录|存储|禁用|帮助|拒绝|删除|保存/.test(around(0, 2)),
  },
  {
    item: 'PR-43',
    cue: /自启动|自动启动|关联启动|开机启动|唤醒|保活|自启/,
    substance: ({ around }) => /为(?:了|确保|保障|向|实现)|用于|关闭|频率|场景|推送|消息|不会|必须|目的/.test(around(1, 1)),
  },
  {
    item: 'PR-47',
    cue: /(?:收集|共享)(?:的)?(?:个人信息)?(?:信息)?清单|个人信息(?:收集|共享)?清单|双清单|第三方(?:信息)?共享清单|已收集/,
    substance: ({ around, sentence }) =>
      /清单/.test(sentence) && (hasPath(around(0, 1)) || /《[^》]{0,30}清单》|查看|查询|详见|https?:/.test(around(0, 1))),
  },
  {
    item: 'PR-48',
    cue: /同意/,
    substance: ({ sentence }) =>
      ACTIVE.test(sentence) && !/不(?:需要|必|用)[^,。;]{0,6}(?:征得|取得|经)|无需|无须|例外/.test(sentence),
  },
  {
    item: 'PR-49',
    cue: /责任|赔偿|补救/,
    substance: ({ sentence }) =>
      /(?:依法|依据法律|按照法律|将)?承担[^,。;]{0,12}责任|赔偿|合理(?:的)?(?:措施|努力)|及时[^,。;]{0,6}补救/.test(sentence) &&
      !/不承担|概不|免除|您(?:应|将|需|须)/.test(sentence),
  },
  {
    item: 'PR-50',
    cue: /(?:查看|查阅|阅读|访问|了解)[^,。;]{0,16}(?:本|隐私)?(?:政策|声明|指引|规则)|隐私政策[^,。;]{0,10}(?:链接|入口|路径)/,
    substance: ({ sentence, around }) =>
      /(?:政策|声明|指引|规则|本协议)/.test(sentence) &&
      /设置|关于|登录页|注册页|首页|我的|网址|链接|官网|https?:|页面/.test(around(0, 1)) &&
      /查看|查阅|阅读|访问|了解|公布|展示|入口|链接/.test(sentence),
  },
];

import type { ItemReader } from './item.ts';
import { hasPath } from './predicates.ts';

const ACTIVE =
  /(?:主动|自愿|自行)?(?:勾选|点击|点选|点按|点了?(?=[“"「【]))[^。;]{0,20}(?:同意|确认|接受|授权)|明示同意|单独(?:的)?同意|(?:逐[一项]|分别|单独)[^,。;]{0,4}(?:征求|征得|取得)[^,。;]{0,8}(?:授权|同意)|(?:逐[一项]|分别|单独)[^,。;]{0,4}(?:弹窗|申请|请求)[^,。;]{0,6}(?:申请|授权|同意|,|。|$)|(?:主动|自己|自行|手动)(?:去)?(?:勾选|勾上|打勾)|默认(?:为|是)?(?:不|未)勾选|主动作出|(?:自主|自愿)(?:选择|决定)[^。;]{0,16}同意|同意[^。;]{0,40}(?:自主|自愿)(?:选择|决定)|“同意”[^。;]{0,6}“(?:不同意|拒绝)”/;
/** Consent is asked for, whatever way. */
const ASKED = /(?:征得|取得|获得|征求)[^,。;]{0,10}(?:授权|明确)?(?:的)?同意|经您(?:的)?(?:同意|授权)/;
/** 获得您的明确同意后共享, 经您同意推送促销: asked for giving, publishing or selling, or of others; how the policy is agreed to stays unsaid. */
const FOR_GIVING =
  /共享|分享|转让|公开|披露|(?:向|给)[^,。;]{0,8}第三方|第三方|合作|关联|监护人|父母|家长|儿童|未成年|促销|营销|推广|广告|受让|接管|继受|境外|(?:却|但|且|并)未[征取获经]/;

/** 用于本政策未载明的其他目的时再征得同意: what comes later. */
const FOR_LATER = /未载明|其[他它](?:用途|目的)|超出[^,。;]{0,16}(?:范围|目的)/;

/** 变更：弹窗告知: the label says what changes, the policy that it heads. */
const LABELLED_CHANGE = /(?:变更|更新|修订|变化|修改)[^。;,:]{0,4}[:】? ]/;

/** The list of what was collected of this very person; a list of what is shared alone is one of partners. */
const COLLECTED_LIST =
  /(?:已)?[收采]集(?:的)?(?:个人)?信息(?:的)?(?:清单|明示清单)|个人信息(?:已?[收采]集|明示)?(?:明示)?清单|(?:信息)?[收采]集(?:情况)?清单|[收采]集个人信息(?:明示)?清单|双清单|收集情况(?:的)?(?:查询|列表)/;

/** 记录仅保存在设备的本地存储中: where data lie, and no technique of the web. */
const ONLY_ON_DEVICE = /本地存储/;
const TRACES =
  /cookie|同类技术|web ?beacon|像素标签|webview|浏览器|网页|html5?|flash|local ?storage|本地存储(?:对象|技术|机制)|登录[态状]|令牌|清[除理][^,。;]{0,8}缓存/;

/** 使用目的: 唤起支付宝app完成支付: a row of an SDK, and a step that the person takes. */
const PAYS_OR_LOGS_IN = /(?:目的|用途)[^,。;]{0,4}[:][^。;]{0,30}(?:唤起|拉起|调起)[^,。;]{0,16}(?:支付|登录|分享)/;

/** 我们不采用默认勾选. */
const NOT_PRESET =
  /不(?:会|得)?(?:将|把|因)[^,。;]{0,24}(?:视为|当作|认为|推定为?)[^,。;]{0,8}(?:同意|授权)|(?:不会?|未|没有|绝不|禁止|杜绝|避免)(?:采用|采取|使用|以|通过|进行|存在|设置|有)?[^,。;]{0,10}(?:默认(?:勾选|同意|授权)|预先?勾选|捆绑(?:授权|同意)|概括(?:授权|同意)|强制(?:授权|同意))/;

/** The operator answers for its faults: 依法承担责任, 依法赔偿. */
const ANSWERS_FOR =
  /(?:我们|本公司|我司|我方|我行|本行|本平台|平台|公司|运营者|将|会|依法|依照法律|依据法律|按照法律|法律规定)[^。;]{0,40}(?:承担|负)[^,。;]{0,12}责任|依法(?:予以|给予)?[^,。;]{0,8}赔偿|(?:我们|本公司|我行|本行|平台|公司)[^。;]{0,24}(?:予以|进行|给予|负责|负)?赔偿|承担相应(?:的)?(?:法律|赔偿)?责任|(?:我们|平台|公司)(?:会|来|负责|照|该|也)?赔(?:付|给|偿)?(?=[。,;您你]|$)|该赔的?/;
/** 我们不会因任何条款免除自身依法应承担的责任. */
const KEEPS_LIABLE =
  /(?:不(?:会)?|并不)[^,。;]{0,12}(?:免除|减轻)[^。;]{0,16}(?:自身|我们|我方|本公司|依法|应承担|应负)[^。;]{0,30}责任/;
/** Somebody else's responsibility, or none; 要求对方承担, 您应承担. */
const NOT_OUR_ANSWER =
  /不(?:对[^。;]{0,30})?(?:承担|负)|知晓|概不|(?<!不(?:会|得|应|能)?)免除|无需(?:承担|负)|免责|(?:您|用户|其|第三方|对方|他们|合作[^,。;]{0,4}|接收方|受托[^,。;]{0,4}|服务商|任何一方|监护人)[^,。;]{0,16}(?:应|将|需|须|会|要|自行|依法|享有权利和|独立|还需)[^,。;]{0,8}(?:承担|负)|要求[^。;]{0,24}承担|追究|(?:由|使|让)(?:您|用户|第三方|其|该)[^,。;]{0,16}(?:承担|负)|承担(?:您|用户)|责任心|安全责任|岗位责任|责任(?:追究|制度|部门|到人)|职责/;

/** 依法追究责任, 造成损失的依法赔偿: who did it answers too. */
const PROSECUTED = /(?:依法)?追究[^,。;]{0,12}责任(?=[^。;]{0,16}赔偿)/g;

/** The policy itself, and the places where a policy is found. */
const OWN_POLICY =
  /本(?:隐私|个人信息保护|儿童)?[^,。;]{0,6}(?:政策|声明|指引|规则|协议)|隐私权?(?:政策|声明|指引)|[这本]份?(?:文件|政策)|政策(?:全文|正文)/;
const OTHERS_POLICY =
  /(?:根据|按照|依据|遵循)本[^,。;]{0,6}(?:政策|规则|声明|指引)|第三方|合作(?:方|伙伴)|sdk|其(?:隐私|他|它|自身)|对方|该(?:网站|应用|公司|产品)|他们的|友盟|服务商|投诉|建议|注销|联系|登录[^,。;]{0,8}前|使用[^,。;]{0,12}(?:服务|网站|产品)?前|请您?(?:务必|仔细|认真)/;
/** Documents of others in the same row, and what to do where it cannot be reached. */
const OTHERS_NAMED = /《[^》]{0,30}(?:第三方|合作)[^》]{0,30}》|,(?:若|如果?) ?您[^。;]*$/g;
/** 【设置-其他】 is a path of the app, and 其他 there nobody else. */
const PATHS = /【[^】]{0,40}】/g;
const PLACE_OF_POLICY =
  /设置|“?关于|功能页面|登[录陆]页|登[录陆]界面|注册页|首页|我的|个人中心|网址|官网|官方网站|https?:|www\.|菜单|底部|隐私中心|入口/;

/** PR-41 … PR-43 and PR-47 … PR-50: changes, cookies, start-up, lists, consent, fairness, access. */
export const termItems: readonly ItemReader[] = [
  {
    item: 'PR-41',
    cue: /新版|更新|变更|修订|修改|调整|变化|变动|改动|改了/,
    substance: ({ sentence, around }) =>
      (/(?:政策|声明|协议|规则|条款|指引|说明|本文件)[^。;\n]{0,40}(?:更新|变更|修订|修改|调整|变化|变动|改动|改了)|(?:重大|实质性?)(?:的)?(?:变更|修改|变化|调整|更新)|修订版|新版(?:的)?(?:隐私)?(?:政策|声明|协议|规则|条款|指引)|(?:更新|变更|修订|修改|调整|改动|变动|改了)[^。;]{0,24}(?:政策|声明|协议|规则|条款|指引)/.test(
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
    substance: ({ sentence, around }) =>
      (!ONLY_ON_DEVICE.test(sentence) || TRACES.test(around(0, 1))) &&
      /用于|用来|清除|关闭|管理|记录|记住|存储|禁用|帮助|拒绝|删除|保存|统计|识别|分析|清[掉理空]|存了|保持|写入|登录[态状]|remember|analy|disable|manage|improve|store|不(?:会)?使用|未使用|没有使用/.test(
        around(0, 2),
      ),
  },
  {
    item: 'PR-43',
    cue: /自启动|自动启动|关联启动|开机(?:自动)?启动|唤醒(?!词|语)|保活|拉活|自启|自行启动|(?:随系统启动|开机|后台)[^,。;]{0,4}自动运行|开机(?:完成)?(?:启动)?(?:的)?广播|(?:唤起|拉起|唤醒|启动|调起)[^,。;]{0,16}(?:其[他它]|本app|本应用|第三方(?!软件包|sdk)|app|应用|微信|支付宝|浏览器)|后台启动/,
    substance: ({ sentence, around }) =>
      !/语音唤醒|未唤醒|唤醒[^,。;]{0,6}(?:语音|助手|机器人|音箱)|唤醒(?:屏幕|手机|设备)|会话唤醒|首次启动|开机启动、|、开机启动|是否(?:从)?后台唤醒|后台唤醒、|、后台唤醒/.test(
        sentence,
      ) &&
      !PAYS_OR_LOGS_IN.test(sentence) &&
      /为(?:了|确保|保证|保障|向|实现|接收|及时)|用于|以便|以(?:提高|实现|保证|便)|关[闭掉]|禁止|触发|频率|频繁|场景|推送|不会|不(?:存在|涉及|唤)|必须|目的|来实现|仅在|经您|征得|拒绝|同意|时(?:会|将|可能)/.test(
        around(1, 1),
      ),
  },
  {
    item: 'PR-47',
    cue: /清单|收集情况/,
    substance: ({ sentence, around }) =>
      COLLECTED_LIST.test(sentence) &&
      !/(?:暂无|没有|未(?:提供|设)|不提供|暂未)[^,。;]{0,12}清单/.test(sentence) &&
      (hasPath(around(0, 1)) || /《[^》]{0,30}清单》|查看|查询|详见|https?:|提供/.test(around(0, 1))),
  },
  {
    item: 'PR-48',
    cue: /同意|勾选|勾上|打勾|主动作出|弹窗|逐[一项]/,
    substance: ({ sentence, around }) =>
      ((ACTIVE.test(sentence) || (ASKED.test(sentence) && !FOR_LATER.test(sentence) && !FOR_GIVING.test(around(3, 0)))) &&
        !/不(?:需要|必|用)[^,。;]{0,6}(?:征得|取得|经)|不(?:再|事先)?(?:征得|取得)|无需|无须|例外/.test(sentence)) ||
      NOT_PRESET.test(sentence),
  },
  {
    item: 'PR-49',
    cue: /责任|赔/,
    substance: ({ sentence }) =>
      (ANSWERS_FOR.test(sentence) && !NOT_OUR_ANSWER.test(sentence.replace(PROSECUTED, ''))) || KEEPS_LIABLE.test(sentence),
  },
  {
    item: 'PR-50',
    cue: /(?:查看|查阅|查询|阅读|访问|了解|查找|找到|看到?|入口|链接|网址|放)[^,。;]{0,20}(?:本|隐私|这份)?(?:政策|声明|指引|规则|协议|文件)|(?:隐私|本)(?:权)?(?:政策|声明|指引|规则)[^。;]{0,30}(?:链接|入口|路径|网址|(?:中|内|里|处)?(?:长期)?(?:展示|公示)|长期(?:公告|公布|刊载)|查看|查阅|阅读|查询|查找)/,
    substance: ({ sentence, around }) =>
      OWN_POLICY.test(sentence.replace(OTHERS_NAMED, '')) &&
      !OTHERS_POLICY.test(sentence.replace(OTHERS_NAMED, '').replace(PATHS, '')) &&
      /查看|查阅|查询|查找|阅读|访问|了解|公布|展示|入口|链接|网址|能看|看到|再看|想看|找到|公示|公告/.test(sentence) &&
      PLACE_OF_POLICY.test(around(0, 1)),
  },
];

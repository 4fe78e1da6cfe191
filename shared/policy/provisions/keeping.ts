import type { ItemReader } from './item.ts';
import { hasPeriod } from './predicates.ts';

/** Everything stays where the user has it: that is a place too. What cookies keep on a device is not everything. */
const ON_DEVICE =
  /(?:仅|只|均|都|全部|完全|主要)(?:会|被)?[^,。;]{0,8}(?:存储|储存|保存|存放)(?:于|在)?[^,。;]{0,16}(?:手机|设备|本地|本机|终端)|(?:存储|储存|保存|存放)(?:于|在)[^,。;]{0,10}(?:设备|手机|终端|本机)(?:的)?本地|(?:数据|记录|信息|内容|文件)[^,。;]{0,6}(?:都|全部|均|只|仅)(?:存|保)?[^,。;]{0,4}在[^,。;]{0,6}(?:手机|设备|本机|本地)/;

/** 保存至您注销之日, 直到您删除, 卸载即全部删除: kept until something that the person does, which says how long. */
const UNTIL =
  /(?:保存|存储|储存|保留|留存|存放|存多久)[^。;]{0,24}(?:至|到|直到|直至)[^。;]{0,20}(?:删除|注销|卸载|清除|清空|为止|之日|退出|结束)|(?:注销|删[掉除])[^。;]{0,14}(?:就|内|即|后)[^。;]{0,12}(?:抹|删掉|销毁)|(?:卸载|注销|清除数据|清空|退出(?:登录|页面))[^。;]{0,16}(?:即|后|就|时|立即|随之|便|内)[^。;]{0,16}(?:删除|清除|销毁|消失|不再保(?:留|存)|不复存在)/;

/** 保存在您的手机里, 服务器不存储您的数据, 境内的服务器: said in other words. */
const IN_HAND =
  /(?:存储|储存|保存|存放)在(?:您|你|用户)(?:自己)?的?(?:手机|设备)(?:中|里|上|内)|(?:存储|储存|保存|存放)(?:的)?(?:地点|地域|位置|区域|地)[^,。;]{0,8}(?:省|市|自治区|境内|中国|大陆)|(?:位于|放在|部署在|存放?于|存放?在)[^,。;]{1,16}(?:机房|数据中心)|(?:存于|放在)(?:国内|境内|中国)|(?:省|市|自有|自建)的?[^,。;]{0,6}服务器|服务器上?(?:均|都)?不(?:会)?(?:存储|保存|留存)|(?:境内|国内)的?[^,。;]{0,6}服务器/;

const HOME = /境内|中国|中华人民共和国|国内|大陆|(?:省|市|自治区)/;
/** Servers in other countries are told of under PR-24; what is asked for here is a place at home. */
const ABROAD = /跨境|出境|美国|新加坡|日本|欧洲|欧盟|香港|爱尔兰|印度|德国|境外|海外|其他国家|全球|世界各地|国外/;
/** Information crosses the border, or may; a journey or a shop abroad does not. */
const CROSSES =
  /(?:境外|海外|国外|跨境|出境|其他国家|美国|新加坡|日本|欧盟|香港)[^。;]{0,30}(?:信息|数据|传输|提供|转移|存储|接收|访问|流动|实体|情形)|(?:信息|数据|资料|传输|提供|转移|存储)[^。;]{0,40}(?:境外|海外|国外|跨境|出境|其他国家|美国|新加坡|日本|欧盟|香港)/;
const STAYS =
  /(?:不会?|不存在|没有|不涉及|未|暂不|从不|绝不|暂无|无)[^。;]{0,30}(?:境外|跨境|出境|海外|国外)|(?:境外|跨境|出境|海外|国外)[^,。;:]{0,16}: ?(?:无|否|不涉及|没有|不存在)/;
/** 服务器设在贵州省贵阳市. */
const SERVER_AT = /(?:服务器|机房|数据中心)(?:均|都)?(?:设|位|部署|放置?|托管|坐落)(?:立|置)?(?:在|于)[^,。;]{2,20}/;

/** Measures by name; 采取合理的安全措施, 防止未经授权的访问 are what everybody promises. */
const MEASURES =
  /加密|访问控制|https(?!:\/\/)|(?<![a-z])(?:ssl|tls|vpn|waf|aes|rsa)(?![a-z])|等级保护|等保|防火墙|入侵(?:检测|防御|防范)|防病毒|最小(?:授权|权限|化|够用)|(?:权限|访问权)[^,。;]{0,8}(?:控制|管理|管控|分级|审批|限制)|(?:只有|仅)(?:被|经)?(?:授权|限于|获授权|有必要)[^,。;]{0,16}(?:员工|人员|雇员)|保密(?:协议|义务|合同|条款)|安全认证|iso(?:\/iec)? ?2\d{4}|哈希|散列|加盐|审计|数据分[类级]|分[类级]分[类级]|双因[子素]|多因[子素]|(?:数据|异地|定期|容灾|加密|自动|冗余)[^,。;]{0,4}备份|备份(?:机制|制度|策略)|容灾|灾备|漏洞(?:扫描|检测|修复)|渗透测试|安全(?:和隐私保护)?(?:意识)?(?:的)?培训|应急(?:预案|响应)|脱敏(?:存储|展示|显示)|隔离(?:存储|技术|部署)|数字签名|安全审查|专门[^,。;]{0,8}(?:团队|机构|部门)/;
/** Information that tells no more whose it is: a measure, unless only said of statistics. */
const NAMELESS = /匿名化|去标识化?|脱敏/;
const OF_STATISTICS = /统计|学术|研究/;
const PROTECTS = /保护|安全|保障|措施|采用|采取|使用|部署|建立|通过|传输|存储|防|实行|制度|机制|签署|定期|技术/;
/** Of rows about SDKs, of statistics, of what the user is to do. */
const NO_MEASURE =
  /隐私政策|wifi|wi-fi|钱包|狗|货币|文件加密功能|(?:您|用户)(?:应|需|须|可以|可|自行)[^,。;]{0,16}(?:备份|加密|设置|保管|妥善|更改)|自行备份/;

/** PR-22 … PR-25: where and how long information is kept, across borders, and how safely. */
export const keepingItems: readonly ItemReader[] = [
  {
    item: 'PR-22',
    cue: /存储|储存|保存|存放|境内|国内|机房|数据中心|服务器|(?:数据|记录|信息|内容|文件)[^,。;]{0,10}在[^,。;]{0,6}(?:手机|设备|本机|本地)/,
    substance: ({ sentence }) =>
      (HOME.test(sentence) || !ABROAD.test(sentence)) &&
      (ON_DEVICE.test(sentence) ||
        (IN_HAND.test(sentence) && !/cookie|同类技术/.test(sentence)) ||
        SERVER_AT.test(sentence) ||
        /(?:存储|储存|保存|存放|留存)[^。;]{0,40}(?:境内|中国大陆|中华人民共和国|国内|位于|服务器所在)|(?:境内|中国大陆|中华人民共和国|国内)[^。;]{0,40}(?:存储|储存|保存|存放|留存)/.test(
          sentence,
        )),
  },
  {
    item: 'PR-23',
    cue: /期限|期间|时间|时长|保存|保留|存储|留存|存放|存在|卸载|多久|抹[去掉]|删掉|注销|清除/,
    substance: ({ sentence }) =>
      /(?:超出|超过|到期|届满|期满)[^。;]{0,24}(?:删除|匿名|销毁)/.test(sentence) ||
      UNTIL.test(sentence) ||
      (/(?:保存|存储|储存|保留|留存)/.test(sentence) &&
        (/(?:所必需|所必要|必要|最短|最少|合理|实现[^,。;]{0,12}目的所)[^。;]{0,14}(?:期限|期间|时间|时限|时长)|(?:期限|期间|时间|时限)[^。;]{0,24}(?:必需|必要|最短|届满|法律)|(?:超出|超过|到期|届满)[^。;]{0,24}(?:删除|匿名)|(?:期限|期间|时间|时限|时长)[^,。;]{0,4}(?:至|为|到|是|:)|(?:注销|停止|卸载|结束|关闭|[账帐][号户]删除)[^。;]{0,24}(?:删除|匿名|清除)/.test(
          sentence,
        ) ||
          (hasPeriod(sentence) && /信息|数据|记录|日志|资料|图片|照片|内容|文件|消息|轨迹|录音|视频|简历/.test(sentence)))),
  },
  {
    item: 'PR-24',
    cue: ABROAD,
    substance: ({ sentence, around }) =>
      CROSSES.test(sentence) &&
      (STAYS.test(sentence) ||
        /单独同意|(?:授权|明示|明确)同意|同意(?:后|的)|(?:征得|取得|获得|经)[^,。;]{0,12}同意|安全评估|标准合同|保护认证|接收方|告知/.test(
          around(0, 3),
        )),
  },
  {
    item: 'PR-25',
    cue: new RegExp(`安全(?:措施|保护|防护|技术|管理)|${NAMELESS.source}|${MEASURES.source}`),
    substance: ({ sentence }) =>
      (MEASURES.test(sentence) ||
        (NAMELESS.test(sentence) && /安全(?!法)|保护(?!法)/.test(sentence) && !OF_STATISTICS.test(sentence))) &&
      PROTECTS.test(sentence) &&
      !NO_MEASURE.test(sentence),
  },
];

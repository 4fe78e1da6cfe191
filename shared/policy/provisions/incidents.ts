import type { ItemReader } from './item.ts';
import { PERSON } from './predicates.ts';

const INCIDENT =
  /安全事件|数据(?:出|发生)了?(?:问题|意外|事故)|安全事故|泄[露漏]|外泄|被?(?:篡改|盗取|窃取)|攻破|入侵|数据安全(?:问题|风险)|(?:数据|信息)安全受到[^,。;]{0,6}(?:危害|威胁|损害)|data breach/;
/** 不会对外泄露: what does not happen is no incident. */
const DENIED = /(?:不会|绝不|从不|未曾|不得)(?:将|把|对|向|被)?[^,。;]{0,10}(?:泄[露漏]|外泄)/g;
/** Somebody is told: the person, or an authority. */
const TOLD =
  /发(?:送|布|出)?[^,。;]{0,8}(?:邮件|短信|站内信|公告|弹窗)[^,。;]{0,8}(?:说|讲|告)|(?:告知|通知|告诉|知会|报告|上报|通报|推送|联系|致电)[^。;]{0,12}(?:您|你|(?:受影响|相关|全体)(?:的)?(?:用户|个人)|用户|监管|主管|有关部门|网信|公安|履行[^,。;]{0,12}部门)|(?:向|给|对|以|通过|将|用)[^。;]{0,24}(?:您|你|用户|个人信息主体|监管[^,。;]{0,4}|主管[^,。;]{0,4}|部门|机关|网信办)[^。;]{0,40}?(?:告知|通知|告诉|报告|上报|公告|推送|通报|说明|汇报)|(?:上报|报告|通报)[^。;]{0,24}(?:处置情况|部门|机关)|(?:您|你|用户)[^。;]{0,24}收到[^。;]{0,16}(?:提醒|通知|短信|邮件)|(?:逐一|及时|立即|第一时间|主动)(?:地)?(?:告知|通知|告诉|上报|通报)/;
const TELLS = new RegExp(`(?:告知|通知|告诉|知会)[^。;]{0,12}${PERSON}`);
/** What they are told, or what is done. */
const CONTENT = /情况|影响|措施|原因|建议|危害|范围|补救|处置|风险|应对|预案|扩大|说明|种类|怎么[做办]|出了什么事|经过/;
/** What the person is asked to do is no notice to the person. */
const BY_USER =
  /(?:请您?|您(?:应当?|须|需要?|可以?|有义务|同意)|用户(?:应当?|须|需|可))[^,。;]{0,24}(?:通知|告知|联系|知会|报告|反馈)[^,。;]{0,10}(?:我们|本公司|客服|平台|学习通|我司)|(?:跟|与|和)我们联系|告知(?:他人|第三方)|(?:合作|受托|第三方|接收方|供应商|服务商)[^。;]{0,30}(?:通知|告知|报告)(?:我们|本公司|我司|我行|平台)/g;

/** Of a merger, or the end of the service, people are told too. */
const OTHER_EVENT = /(?:企业)?(?:合并|收购|兼并|分立|停止运营)[\s\S]*$/;

/** PR-26: who is told of an incident, and what. That incidents are feared, or prevented, tells nobody anything. */
export const incidentItems: readonly ItemReader[] = [
  {
    item: 'PR-26',
    cue: INCIDENT,
    substance: ({ around }) => {
      const near = around(0, 2).replace(BY_USER, '').replace(OTHER_EVENT, '');
      return INCIDENT.test(around(0, 0).replace(DENIED, '')) && (TOLD.test(near) || TELLS.test(near)) && CONTENT.test(near);
    },
  },
];

import type { ItemReader } from './item.ts';
import { holds } from './predicates.ts';

const SENSITIVE = /敏感(?:的)?(?:个人)?(?:信息|数据|资料)|隐私信息|[([【](?:个人)?敏感[)\]】]/;
/** 敏感个人信息是指一旦泄露…: the law's definition, which tells nothing of this app. */
const DEFINITION =
  /一旦泄[露漏][^。;]{0,90}的(?:个人)?信息|敏感(?:个人)?信息[”"」)]?[:,]?(?:是|指|即|系|为)[^。;]{0,12}一旦|通常情况下|敏感(?:个人)?信息[^。;]{0,6}(?:的定义|定义)/;
/** Where the definition ends and what this text has of it begins. */
const OF_THIS_TEXT = /(?:本|我们)[^,。;]{0,10}(?:涉及|收集|处理)/;
/** 我们将在本政策中以粗体标识敏感信息, said within the definition. */
const WE_MARK = /我们(?:会|将|已|在)[^。;]{0,36}(?:标识|加粗|粗体|标注|标明)/;
/** The definition goes on with its examples. */
const BY_LAW = /^(?:例如|比如|如)?[,:]?(?:个人)?敏感(?:个人)?信息(?:主要)?(?:包括|包含|例如|如)/;
/** 在传输和存储个人敏感信息时采用加密: how it is kept, not which it is. */
const KEPT_SAFE =
  /(?:传输|存储|保存|访问|保护)(?:和|与|、|及)?(?:传输|存储|保存)?(?:您的?)?(?:个人)?敏感(?:个人)?信息[^,。;]{0,6}(?:时|,|的)[^。;]{0,30}(?:加密|安全|措施)/;
/** 敏感个人信息(如手机号)采用哈希脱敏处理存储: the same, said of the information itself. */
const SAFELY_KEPT =
  /敏感(?:个人)?(?:信息|数据)(?:\([^)]{0,20}\))?[^,。;]{0,6}(?:采用|使用|采取|进行|经过|均|通过|以)[^,。;]{0,12}(?:加密|脱敏|哈希|散列|去标识)/;
/** 您公开分享的照片…, 这其中可能包含敏感信息: what users show of themselves. */
const SHOWN_BY_USER = /(?:分享|公开)[^;]{0,60}这?其中可能包含[^。;]{0,40}敏感/;
const MARKED =
  /红字|红色|标红|彩色|星标|★|敏感(?:个人)?信息[^,。;:]{0,4}:[^。;、]{2,20}、|加粗|粗体|黑体|斜体|下划线|高亮|星号|特殊字体|特别(?:标[识注明]|提示|提醒|说明)|(?:显著|醒目|明显)(?:的)?(?:方式|标[识注]|提示)?|标[注识记明]|用[^,。;]{1,6}标/;

/** 充值记录、交易和消费记录属于敏感个人信息: whatever is said to be sensitive. */
const CALLED =
  /(?<!儿童的?(?:个人)?)(?:信息|记录|号码?|数据|权限|位置|账户|结果|特征|资料|照片|图像|轨迹)[^,。;]{0,10}(?:属于|为|是|系|涉及|包含)[^,。;]{0,6}敏感/;

/** What is sensitive by its nature, whatever the sentence calls it. */
const BY_NATURE =
  /生物识别|生物特征|人脸|(?<![页界画])面[部容]|(?<!设备|器|证书|签名|文件)指纹|声纹|虹膜|身份证|身份信息|银行卡|金融账户|健康|医疗|病历|体征|宗教|行踪|刷脸|精[准确]定位|精[准确]位置|轨迹/;
const SEPARATELY =
  /单独(?:的)?[^,。;]{0,8}(?:同意|授权|弹窗|征得|征求|许可|告知|勾选|确认)|(?:另行|另外|再次|重新|专门|逐项|额外|签署)[^,。;]{0,14}(?:同意|授权|弹窗|弹出|征得|征求|确认|提示)|明示(?:的)?同意|弹窗[^。;]{0,16}(?:同意|授权|确认)|主动勾选|书面同意|(?:勾选|签署|确认)[^,。;]{0,16}(?:授权书|同意书|确认书)/;
/** What may happen to the person: 可能危及财产安全, 对您个人权益的影响. */
const IMPACT =
  /对(?:您|你|用户|个人|儿童|其)?的?(?:个人)?(?:合法)?权益[^,。;]{0,10}影响|处理(?:敏感)?[^,。;]{0,10}的?必要性|(?:泄露|泄漏|外泄|滥用|非法使用|非法提供|被盗|盗用|冒用|不当使用)[^。;]{0,24}(?:危[及害]|损[失害]|影响|风险|威胁|受到侵害|遭[遇受]|诈骗|冒用|被盗|骚扰|后果|隐患|难以)|对(?:您|你|用户)的?(?:人身|财产|名誉|隐私)[^,。;]{0,10}(?:影响|危害|风险|损害)/;
/** 充值记录属于敏感信息, 为实现消费功能所必须, 否则将无法完成交易: called so, why it must be, and what happens without. */
const NECESSARY = /必[需须要]|只有[^,。;]{0,30},?才能|(?:仅|只)为[^,。;]{2,16}(?:收集|获取|使用)/;
const WITHOUT =
  /只有[^,。;]{0,30},?才能|(?:否则|拒绝|不提供|不同意|未提供|如不)[^,。;]{0,16},?[^,。;]{0,8}(?:无法|不能|受到|没法)/;
/** Separate consent to something else: going abroad, being published. */
const ELSEWHERE = /共享(?:您的?)?(?:个人)?敏感|境外|跨境|出境|海外|公开披露|公开您|公之于众/;

/** PR-09 and PR-10: sensitive information told apart, and asked for on its own. */
export const sensitiveItems: readonly ItemReader[] = [
  {
    item: 'PR-09',
    cue: /敏感/,
    substance: (place) => {
      if (!SENSITIVE.test(place.sentence)) return false;
      if (DEFINITION.test(place.sentence) && !OF_THIS_TEXT.test(place.sentence)) return WE_MARK.test(place.sentence);
      if (BY_LAW.test(place.sentence) && DEFINITION.test(place.around(1, 0))) return false;
      if (KEPT_SAFE.test(place.sentence) || (SAFELY_KEPT.test(place.sentence) && !MARKED.test(place.sentence))) return false;
      if (SHOWN_BY_USER.test(place.around(2, 0))) return false;
      return (
        MARKED.test(place.sentence) ||
        CALLED.test(place.sentence) ||
        holds(place, place.facts.types, 0.7) ||
        BY_NATURE.test(place.sentence)
      );
    },
  },
  {
    item: 'PR-10',
    cue: /敏感|单独|另行|逐项|必要性|泄露|人脸|面部|指纹|声纹|身份证|生物识别|健康/,
    substance: ({ sentence, around }) => {
      if (ELSEWHERE.test(sentence) || DEFINITION.test(sentence)) return false;
      const near = around(2, 0);
      // 为什么需要您的身份证号?…一旦泄露…, 所以我们会另行取得您的同意: two signs make up for the distance.
      if (BY_NATURE.test(near) && IMPACT.test(sentence) && WITHOUT.test(sentence)) return true;
      const meant = (SENSITIVE.test(near) || BY_NATURE.test(near)) && SEPARATELY.test(sentence) && IMPACT.test(sentence);
      if (meant) return true;
      if (!SENSITIVE.test(sentence) && !BY_NATURE.test(sentence)) return false;
      if (SENSITIVE.test(near) && CALLED.test(near) && NECESSARY.test(sentence) && WITHOUT.test(sentence)) return true;
      return SEPARATELY.test(sentence) || IMPACT.test(sentence) || (SENSITIVE.test(sentence) && SEPARATELY.test(nextOf(around)));
    },
  },
];

/** The sentence after it, where it speaks of the same: 健康数据属于敏感个人信息。只有经您另行授权，…. */
function nextOf(around: (before: number, after: number) => string): string {
  const both = around(0, 1);
  return ELSEWHERE.test(both) ? '' : both;
}

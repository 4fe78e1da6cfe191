import { around } from '../text/policy-text.ts';
import { type AdmissionReader, byPattern } from './pattern.ts';

const NOT_OURS =
  '(?:概不(?:负责|承担)|一律(?:免责|不负责|不承担)|不(?:对此|对其|因此|就此)?(?:承担|负|负有)(?:任何|一切|全部|相关|相应|法律|赔偿|连带)?(?:的)?(?:法律|赔偿)?责任|不(?:负责|担责)|不负[^,。;]{0,6}之责|无需(?:承担|负)[^,。;]{0,6}责任|免责|免除[^,。;]{0,8}责任)';
const NO_LIABILITY = `(?:${NOT_OURS}|(?:后果|损失|风险)[^,。;]{0,6}(?:由)?(?:您|用户)(?:自行|自己|独自)?承担)`;
const ATTACK = '(?:黑客|病毒|木马|网络攻击|恶意攻击|系统故障|不可抗力)';
/** Where the term itself lays the loss on the user, that is no cause of the user's. */
const BORNE_BY_USER = /由?(?:您|用户)(?:自行|自己|独自)?承担/g;
const LOST = '(?:泄[露漏]|外泄|丢失|被盗|损毁|灭失|篡改|损失)';

const BY_USER = /(?:您|用户)[^,。;]{0,24}(?:保管|告知|披露|公开|共享|分享|自行|主动|自发|泄露|过错|过失|疏忽|原因|操作不当|违反)/;

/** 您不可撤销地放弃对我们进行任何主张. */
const WAIVER =
  /(?:(?:您|用户|会员|玩家|客户)[^,。;]{0,16}|不可撤[销回](?:地)?|同意)放弃[^,。;]{0,16}(?:我们|本公司|我司|我方|平台|运营者)[^,。;]{0,16}(?:主张|索赔|追究|追偿|诉讼|起诉|赔偿|责任)/;
/** Whatever leaks after the person has shared something through the app is no longer the operator's, whoever leaked it. */
const SHARED_BY_USER = new RegExp(`(?:共享|分享|公开)[^。;]{0,30}信息(?:发生)?(?:的)?${LOST}[^。;]{0,40}${NOT_OURS}`);
const OWN_FAULT = /保管|过错|过失|疏忽|自行|主动|违反|不当/;
/** 您应当自行甄别, 若您的共享行为…: what the user is told to do before is no fault of the user's. */
const RIGHT_BEFORE = 8;
/** 对于因此而引起的任何法律纠纷, 我们不承担任何法律责任: after what was said of information that is stolen or misused. */
const FOR_ALL_THAT = new RegExp(`(?:因此|由此)而?(?:引起|引发|产生|导致|造成)的?(?:任何|一切|所有)[^。;]{0,60}${NOT_OURS}`);
const MISUSED =
  /(?:盗[取用]|窃取|泄[露漏]|外泄|篡改|非法使用|滥用)[^。;]{0,16}(?:信息|资料|数据|隐私|简历)|(?:信息|资料|数据|隐私|简历)[^,。;]{0,12}(?:盗[取用]|窃取|泄[露漏]|外泄|篡改|非法使用|滥用)/;

const byWords = byPattern(
  'one-sided-term',
  /责任|负责|免责|之责|自行承担|解释权|永久|不可撤[销回]|放弃/,
  [
    [0.65, new RegExp(`${ATTACK}[^。;]{0,60}${LOST}[^。;]{0,40}${NO_LIABILITY}`)],
    [0.65, new RegExp(`${NO_LIABILITY}[^。;]{0,30}${ATTACK}[^。;]{0,40}${LOST}`)],
    [
      0.65,
      new RegExp(
        `(?:(?:任何|所有|该|该等|此类|其[他它])?第三方|合作(?:方|伙伴|商家|商户|机构|公司)|入驻商家)[^。;]{0,50}(?:信息|资料|数据|隐私|行为|泄[露漏]|收集|使用|处理|安全|产品|网站|内容)[^。;]{0,40}(?<!如)${NO_LIABILITY}`,
      ),
    ],
    // The others named before: 我们对其内容、对该网站或应用的隐私做法概不负责.
    [
      0.65,
      new RegExp(
        `(?:其|该(?:等)?|这些|此类|上述|外部|链接)[^,。;]{0,4}(?:网站|应用|链接|平台|app|服务商|内容)[^。;]{0,40}(?:隐私|信息|数据)[^,。;]{0,16}${NOT_OURS}`,
      ),
    ],
    [0.65, new RegExp(`${NOT_OURS}[^。;]{0,24}第三方[^,。;]{0,24}(?:信息|泄[露漏]|行为)`)],
    [
      0.65,
      /不对[^,。;]{0,16}(?:(?:任何|所有|该|该等|此类|这些)第三方[^。;]{0,50}|(?:第三方|其)的?(?:cookies?|同类技术|隐私|信息)[^,。;]{0,24})(?:承担|负)(?:任何|一切|全部)?(?:法律|赔偿)?责任/,
    ],
    [0.65, new RegExp(`(?:个人)?(?:信息|资料|数据|隐私)[^,。;]{0,12}${LOST}[^。;]{0,24}${NO_LIABILITY}`)],
    [0.7, /(?:信息|资料|数据)[^。;]{0,30}(?:永久|不可撤[销回]|无期限)[^。;]{0,24}(?:使用权|许可|权利|授权)/],
    [
      0.7,
      /(?<!(?:活动|比赛|赛事|抽奖|优惠)(?:的)?)(?:最终|全部|一切)(?:的)?解释权|(?<!(?:活动|比赛|赛事|抽奖|优惠)[^,。;]{0,4})解释权[^,。;]{0,8}归[^,。;]{0,16}所有/,
    ],
    [
      0.7,
      /(?:永久|不可撤[销回]|无期限)(?:的|地|性)?[^。;]{0,40}(?:使用|许可|授权|权利|处理)[^。;]{0,30}(?:个人信息|信息|资料|数据|内容)/,
    ],
  ],
  /(?:过错|过失|故意|违约|原因)[^,。;]{0,12}(?:的)?,?(?:我们|本公司|平台)?(?:将|会|应)?(?:依法)?承担|不会因[^。]{0,20}免|不免除|无过错|能够证明|不享有|没有[^,。;]{0,6}解释权|永久(?:性)?(?:地)?(?:删除|注销|停止|关闭)|不会[^,。;]{0,8}永久|(?:不得|不应|不能|不可|不会|并不|并非)(?:被)?(?:解释|理解|视|作)(?:为|成)|^目录|作品|著作|版权|知识产权/,
);

/** A lead-in: 在发生下列情况时, 我们无需承担任何责任:, with the cases on the lines under it. */
const LEADS = new RegExp(`${NOT_OURS}[^,。;]{0,8}:$`);
const CASE = new RegExp(`${ATTACK}[^。;]{0,60}${LOST}|第三方[^。;]{0,40}${LOST}|${LOST}[^。;]{0,30}第三方`);

/**
 * Terms that only serve the operator, short of refusing all liability: none for whatever attackers or third parties do with the
 * information, the last word in interpretation, a licence to information for ever.
 */
export const oneSidedTerm: AdmissionReader = {
  ...byWords,
  read(sentence, text, index) {
    if (LEADS.test(sentence.lower))
      return CASE.test(around(text, index, 0, 6)) ? { at: 0, length: sentence.lower.length, confidence: 0.65 } : null;
    const waiver = sentence.lower.includes('放弃') ? WAIVER.exec(sentence.lower) : null;
    if (waiver !== null && !/不(?:会|得|要求|应)[^,。;]{0,8}放弃|不视为[^,。;]{0,8}放弃/.test(sentence.lower))
      return { at: waiver.index, length: waiver[0].length, confidence: 0.65 };
    const shared = SHARED_BY_USER.exec(sentence.lower);
    if (shared !== null && !OWN_FAULT.test(sentence.lower.slice(Math.max(0, shared.index - RIGHT_BEFORE))))
      return { at: shared.index, length: shared[0].length, confidence: 0.6 };
    const all = FOR_ALL_THAT.exec(sentence.lower);
    if (all !== null) {
      const misused = around(text, index, 2, 0)
        .toLowerCase()
        .split(/[。;\n]/)
        .find((each) => MISUSED.test(each));
      if (misused !== undefined && !BY_USER.test(misused) && !BY_USER.test(sentence.lower))
        return { at: all.index, length: all[0].length, confidence: 0.65 };
    }
    return BY_USER.test(sentence.lower.replace(BORNE_BY_USER, '')) ? null : byWords.read(sentence, text, index);
  },
};

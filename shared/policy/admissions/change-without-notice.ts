import { isFromTheStart } from './about-change.ts';
import { type AdmissionReader, isQuoted } from './pattern.ts';
import { asksConsentAgain } from './renewed-consent.ts';

const POLICY = /政策|协议|声明|规则|条款|指引/;
const CHANGES = /修[订改]|变更|更新|调整|政策|协议|声明|规则|条款|指引/;
/** Things that change without having to do with the policy. */
const OTHER_THINGS = /服务|功能|订单|价格|活动|课程|商品|航班|班次|库存|赛程|奖品/;
/** Rules and agreements of other things, whose changes are no changes of the policy: 活动规则如有调整, 恕不另行通知. */
const OTHER_RULES =
  /(?:活动|抽奖|积分|优惠券?|红包|兑换|比赛|赛事|竞猜|签到|奖励|会员|计费|收费|资费|价格|配送|退款|退换货?|售后|预约|直播|游戏)(?:(?!隐私|信息)[^,。;]){0,6}?(?:规则|条款|协议)/g;
const SILENT =
  /(?:恕不|不再|不予|无需|无须|毋须|不需要?|不必|不会|不|无义务)(?:再)?(?:另行|事先|提前|单独|逐一|个别)?(?:向您|对您|向用户)?(?:进行)?(?:通知|告知|公告|提示)|(?:可以?|有权|得|保留)(?:不经|未经)(?:事先|提前)?(?:通知|告知)|不会[就对因][^,。;]{0,8}(?:另行|单独|专门)?(?:通知|告知)|(?:没有|无)(?:另行)?(?:通知|告知)(?:的)?义务|(?:不会|不再|不)(?:另外|额外|专门|主动|特别)(?:通知|告知|提示)/;
const NOT_SILENT =
  /不会(?:在)?(?:未|不|恕不)|不会不|不会(?![就对因])[^,。;]{0,6}(?:修改|变更|更新)|(?:如|若|如果)[^,。;]{0,16}不(?:通知|告知)|(?:情况下|情形下|下列|以下|法律)[^。;]{0,24}(?:不|无需)(?:再)?(?:通知|告知)|通知送达|(?<!没有|无)通知义务|推送通知|不(?:再)?(?:接收|收到)|sdk|第三方|响应|删除|共享|转让|停止运营|自动续费|无法(?:通知|告知)/;
/** The silence is meant: it is announced, or claimed as a right. */
const MEANT =
  /(?:恕不|无需|无须|毋须|不需要?|不必|不再|不)(?:另行|事先|提前|单独)|恕不|(?:而不|不再)(?:通知|告知)|(?:不经|未经)(?:事先|提前)?(?:通知|告知)|(?:保留|有权|可以?)[^。;]{0,14}不(?:通知|告知)[^,。;]{0,8}情况下|(?:也|亦)不(?:会)?(?:再)?(?:通知|告知)/;
const CONTINUE =
  /(?:继续(?:使用|访问|享用)|仍(?:然)?(?:继续)?使用)[^。;]{0,40}?(?:即|则|就|将|均|便)?(?:被)?(?:表示|视为|视作|代表|意味着|表明)[^。;]{0,30}?(?:同意|接受|认可)/;
const ACTIVE = /勾选|点击|同意并继续|同意[^,。;]{0,16}并继续|再次(?:征得|取得)|重新(?:征得|取得|获得)|另行(?:征得|取得)|明示同意/;

/**
 * Changes of the policy come without notice. That going on using counts as acceptance is read too, but with a confidence below
 * what a rejection needs: most policies that say so also promise a notice.
 */
export const changeWithoutNotice: AdmissionReader = {
  kind: 'change-without-notice',
  cue: /通知|告知|公告|提示|继续|仍/,
  read(sentence, text, index) {
    const lower = sentence.lower.replace(OTHER_RULES, (rules) => '活动'.padEnd(rules.length, '动'));
    const silent = SILENT.exec(lower);
    if (
      silent !== null &&
      CHANGES.test(lower) &&
      !NOT_SILENT.test(lower) &&
      (POLICY.test(lower) || !OTHER_THINGS.test(lower)) &&
      !isQuoted(lower, silent.index, silent[0].length)
    ) {
      return { at: silent.index, length: silent[0].length, confidence: POLICY.test(lower) && MEANT.test(lower) ? 0.9 : 0.6 };
    }
    const goesOn = CONTINUE.exec(lower);
    if (
      goesOn === null ||
      /(?:使用|登[录陆]|注册|访问|安装|浏览)(?:或者?|\/)继续使用|在?继续使用[^,。;]{0,24}前/.test(lower) ||
      ACTIVE.test(lower) ||
      /不(?:代表|表示|视为|意味)|不(?:会|应|得)?(?:将|把|因|仅)/.test(lower) ||
      asksConsentAgain(text, index) ||
      isFromTheStart(text, index)
    )
      return null;
    return { at: goesOn.index, length: goesOn[0].length, confidence: 0.6 };
  },
};

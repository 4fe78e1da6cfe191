import type { Statement } from '../../domain/facts/policy-understanding.ts';
import type { Found, Place, StatementReader } from './statement.ts';
import { clauseBefore, following, previous } from './statement.ts';
import { wayIn } from './way.ts';

type Right = Extract<Statement, { kind: 'right' }>['right'];

const INFO =
  '(?:信息|数据|资料|内容|记录|清单|副本|订单|头像|昵称|历史|地址|号码|画像|标签|足迹|发言|评论|动态|照片|名单|收藏|文件)';
const VERB =
  '(?:查阅|访问|查询|查看|浏览|复制|更正|修改|补充|编辑|完善|变更|更新|纠正|删除|清除|清空|移除|转移|获取|管理|补全|更改|设置|添加)';
/** Verbs are often told together (查询、更正或删除); the thing follows the last one. */
const OBJECT = `(?:(?:、|/|和|与|或者?|及|以及|并|,)?(?:[^,。;、]{0,4}?)${VERB}){0,5}(?:或者?撤回)?[^,。;、时后]{0,18}?${INFO}`;
const TYPES: readonly (readonly [Right, RegExp])[] = [
  [
    'access',
    new RegExp(
      `(?:查阅|访问|查询|查看)(?!次数|页面|权限|本(?:政策|隐私|协议)|我们的?(?:网站|产品|平台|服务|页面)|更多|详|该网|权、?限)${OBJECT}|(?:查阅|知情|查询)权(?!限)`,
    ),
  ],
  [
    'copy',
    /(?:复制|获取|下载|导出|取得|索取|提供|获得)[^,。;]{0,20}(?:副本|个人信息(?:的)?(?:拷贝|备份))|复制[^,。;、]{0,14}(?:个人信息|资料|数据)|(?:导出|下载)(?:您|你)的?[^,。;]{0,6}(?:个人)?(?:信息|数据)|复制权(?!利)|(?:查阅|查询|访问)(?:、|和|与|或|及)复制/,
  ],
  [
    'correct',
    new RegExp(
      `(?:更正|修改|补充|编辑|完善|变更|更新|纠正|补全|更改)(?!后|时|的)${OBJECT}|更正权|(?:要求|请求|申请|有权)[^,。;]{0,12}(?:更正|补充)|(?:作出|做出|进行)(?:的)?(?:更正|修改)`,
    ),
  ],
  [
    'delete',
    new RegExp(
      `(?:删除|清除|清空|移除)(?!后|时)${OBJECT}|${INFO}[^,。;]{0,6}(?:进行)?(?:删除|清除|清空)|删除权(?!限)|删除(?:请求|申请)`,
    ),
  ],
  [
    'withdraw',
    /(?:撤回|撤销|收回|取消|改变|更改|关闭|变更)[^,。;]{0,16}(?:同意|授权|许可|权限)|(?:同意|授权|权限)[^,。;]{0,8}(?:撤回|撤销|收回|取消|关闭)/,
  ],
  [
    'close-account',
    /(?<!、)注销[^,。;]{0,20}(?:账[号户]|帐[号户]|会员|服务|用户|客户)|(?:账[号户]|帐[号户]|用户|电子银行)[^,。;]{0,6}注销(?!后)|注销(?:权(?!限)|申请|流程|方式)/,
  ],
  [
    'transfer',
    /(?:转移|携带|传输)[^,。;]{0,16}(?:至|到|给)(?:您|你|用户)?(?:所)?(?:指定|其他)|(?:转移|携带|迁移)(?:您|你)?的?个人信息|(?:可携带|转移|携带)权(?!限)|个人信息[^,。;]{0,6}(?:可携带|转移权|携带)/,
  ],
  [
    'restrict',
    /(?:有权|可以?|要求|请求|申请|限制|能够?)[^,。;]{0,14}(?:限制|拒绝)[^,。;]{0,16}(?:处理|使用)[^,。;]{0,14}(?:信息|数据)|(?:限制|拒绝)(?:处理)?权(?!限)|(?:拒绝|约束)[^,。;]{0,10}自动(?:化)?决策/,
  ],
  [
    'explain',
    /(?:解释|说明)(?:说明)?[^,。;]{0,14}处理规则|(?:要求|请求|有权)[^。;,]{0,24}(?:作出|做出|进行|给予|予以)?解释|处理规则[^,。;]{0,10}(?:解释|说明)|解释权(?!限|归)/,
  ],
];
const ANY =
  /查阅|访问|查询|查看|浏览|知情|复制|副本|导出|下载|更正|修改|补充|编辑|完善|变更|更新|纠正|维护|删除|清除|清空|移除|撤回|撤销|收回|取消|改变|更改|关闭|注销|转移|携带|迁移|限制|拒绝|约束|解释|说明/;
/** The user is who acts, or may act. */
const MAY =
  /(?:您|你|用户|监护人|儿童|玩家|会员)[^。;]{0,40}?(?:有权|可以?|能够?|随时|自行|可自主|享有|想要?|希望|需要?|要求|请求|申请|欲|可通过|打算|若)|(?:有权|享有)|(?:支持|提供)(?:了)?(?:您|你|用户)[^,。;]{0,8}(?:自行|自主|查|更|删|注)|为(?:您|你|用户)提供[^,。;]{0,14}(?:途径|方式|功能|入口|渠道|路径)|保障(?:您|你)/;
/** A right itself is said, be it without a way. */
const ENTITLED = /有权|权利|享有|可以|可随时|要求我们|请求我们|随时/;
/** Who acts is the operator, a partner, someone without authority. */
const OTHERS =
  /(?:我们|我行|平台|员工|人员|第三方|合作方|他人|监管|法院|sdk|公司)(?:可能|也会|会|将|需|仅|可|不会|有权|无法|必须|应|已|对|停止)?[^,。;]{0,10}$|(?:未经|防止|避免|免受|遭受|擅自|非法|非授权|以及时|限制|以便|便于|方便|用于|从而|帮助(?:您|我们)|为了|致使|导致|经|获得|取得|依据|根据|按照)[^,。;]{0,16}$/;
const ASKED = /(?:要求|请求|联系|向|通过|申请)(?:我们|我行|平台|客服)[^,。;]{0,10}$/;
const REFUSED =
  /(?:无法|不能(?!够?直接)|不得|不可以|不支持|暂不支持|没有提供|无权|不予)(?:为您|向您|您|自行|直接|提供)?[^,。;]{0,8}$/;
/** What happens once a right was used, or what it does not touch. */
const OUTCOME =
  /(?:当|如果?|若|一旦|在|即使)?(?:您|你|用户|儿童)[^,。;]{0,12}(?:撤回|撤销|收回|取消|注销|删除|关闭|拒绝)[^,。;]{0,20}(?:之?后|时|的),|不(?:会)?影响|无需征得|(?:撤回|注销|删除|取消|关闭)[^,。;]{0,16}(?:之后|后)[^。;]{0,12}(?:我们|我行|将|您将|会|无法|不再)|(?:决定|行为)(?:将|是)?(?:不|不可)|即代表|即表示|视同|视为/;
const NOTHING_OF_RIGHTS =
  /cookie|本(?:政策|隐私政策|协议)(?:的)?(?:内容|条款)?[^,。;]{0,6}(?:修改|更新|变更)|(?:更新|修改|变更|修订)(?:后的?)?本|了解更多|(?:无法|不)响应|拒绝(?:您的)?(?:请求|响应)|权限[^,。;]{0,4}(?:用于|以便)|违反|信息(?:的)?(?:使用|处理)?(?:目的|方式)|(?:收集|采集)(?:您|你)?的?[^。;]{0,30}(?:浏览|搜索|查看)/;
/** A heading is about its section, whose sentences give the way. */
const IN_HEADING = 6;
/** Confidence of a right without a way. */
export const BARE = 0.6;

/** Rights of the user, each with the way that the text gives for it. */
export const rights: StatementReader = {
  cue: ANY,
  *read(place) {
    const { lower, text, sentence } = place;
    const isHeading = text.lines[sentence.line]?.kind === 'heading';
    if (lower.length < 6 && !isHeading) return;
    if (NOTHING_OF_RIGHTS.test(lower)) return;
    const may = MAY.exec(lower);
    const listed = /(?:以下|下列|如下)[^。;]{0,16}(?:权利|方式|操作|途径|路径)|通过[^。;]{0,10}(?:方式|途径|路径)/.test(
      place.lead,
    );
    if (may === null && !isHeading && !listed && !isEntry(lower)) return;
    for (const [right, says] of TYPES) {
      const match = says.exec(lower);
      if (match === null) continue;
      const before = clauseBefore(lower, match.index);
      if (OTHERS.test(before) && !ASKED.test(before)) continue;
      if (REFUSED.test(before)) {
        // 如您无法通过上述方式访问: another way follows. 您不提供…: no refusal of ours.
        const refused = !/如果?|若|当|通过|不提供(?:这些|上述)?$/.test(before) && /您|你|用户/.test(lower);
        if (refused && right !== 'restrict') yield found(right, 'none', match, 0.8);
        continue;
      }
      const said = withWay(place, right, match, isHeading);
      if (said.confidence <= BARE && !isHeading && (!ENTITLED.test(lower) || OUTCOME.test(lower))) continue;
      yield said;
    }
  },
};

/** An entry that names the thing and gives the path: 注销账号: 我的-设置-账号注销. */
function isEntry(lower: string): boolean {
  return /^[^,。;]{2,24}:/.test(lower) && wayIn(lower, true) !== 'none';
}

function withWay(place: Place, right: Right, match: RegExpExecArray, isHeading: boolean): Found {
  const system = right === 'withdraw';
  const own = isHeading ? 'none' : wayIn(place.lower, system);
  if (own !== 'none') return found(right, own, match, 0.9);
  const near = wayIn(isHeading ? section(place) : following(place, 2), system);
  if (near !== 'none') return found(right, near, match, 0.75);
  if (!isHeading && /(?:上述|前述|以上)/.test(place.lower)) {
    const before = wayIn(previous(place), system);
    if (before !== 'none') return found(right, before, match, 0.7);
  }
  return found(right, 'none', match, BARE);
}

function section({ text, index, sentence }: Place): string {
  let joined = '';
  for (let next = index + 1; next <= index + IN_HEADING; next++) {
    const other = text.sentences[next];
    if (other === undefined || (text.lines[other.line]?.kind === 'heading' && other.line !== sentence.line)) break;
    joined += `\n${other.lower}`;
  }
  return joined;
}

function found(
  right: Right,
  way: Extract<Statement, { kind: 'right' }>['way'],
  match: RegExpExecArray,
  confidence: number,
): Found {
  return { means: { kind: 'right', right, way }, at: match.index, length: match[0].length, confidence };
}

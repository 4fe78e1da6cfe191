import type { PolicyText } from '../text/policy-text.ts';
import { hasContactValue, hasPath } from './predicates.ts';

/** 可通过“我的-客服”或第八条的联系方式行使:, 您可以发邮件至 a@b.cn 提出以下请求:, 在“设置-隐私”中可以: — one way at the head of a list. */
const HEAD =
  /(?:通过|经由?|向|在|以|联系|发送|发邮件|登录|进入|点击|前往)[^。;]{0,80}(?:行使|提出|办理|申请|实现|主张|可以|操作|完成|请求|享有|权利)[^。;:]{0,16}:/;
const WAY = /联系|客服|邮件|邮箱|电话/;
const OF_OTHERS = /第三方|合作|sdk|我们(?:可以?|会|将)[^。;:]{0,20}:/;
/** Rights, each named in front of its entry: 更正、补充(…);, 要求解释处理规则;, 注销账号. */
const NAMED: Readonly<Record<string, RegExp>> = {
  'PR-27': /^.{0,10}(?:查[阅看询]|访问|复制|副本|导出)/,
  'PR-28': /^.{0,10}(?:更正|修改|补充|更新|编辑|完善)/,
  'PR-29': /^.{0,10}删除(?!前|后)/,
  'PR-30': /^.{0,10}(?:撤[回销]|取消)(?:您的|你的|已|对)?[^,。;]{0,8}(?:同意|授权)/,
  'PR-31': /^.{0,8}(?:注销|删除|关闭)(?:您的|你的|我的)?(?:账|帐)[号户]/,
  'PR-32': /^.{0,10}(?:转移|可携)/,
  'PR-33': /^.{0,10}(?:限制|拒绝|反对|暂停|解释)/,
};
const LONGEST_ENTRY = 80;
const MOST_ENTRIES = 16;

/** For the sentences that are entries of a list of rights with one way at its head, what stands of the entry in each. */
export type ListedRights = ReadonlyMap<number, string>;

/** Finds the lists of rights whose head gives one way for all of their entries, in one line (行使:查阅;更正;删除) or in lines of their own. */
export function listedRights(text: PolicyText): ListedRights {
  const entries = new Map<number, string>();
  for (const [index, { lower, line }] of text.sentences.entries()) {
    if (!lower.includes(':')) continue;
    const head = HEAD.exec(lower);
    if (head === null || OF_OTHERS.test(head[0]) || !(hasPath(head[0]) || hasContactValue(head[0]) || WAY.test(head[0])))
      continue;
    const first = lower.slice(head.index + head[0].length).trim();
    if (first !== '') entries.set(index, first);
    let before = lower;
    for (let next = index + 1; next <= index + MOST_ENTRIES; next++) {
      const entry = text.sentences[next];
      if (entry === undefined || entry.lower.length > LONGEST_ENTRY) break;
      const goesOn = entry.line === line ? before.endsWith(';') : first === '' && text.lines[entry.line]?.kind === 'item';
      if (!goesOn) break;
      entries.set(next, entry.lower);
      before = entry.lower;
    }
  }
  return entries;
}

/** Whether the sentence at `index` is an entry of such a list that names the right of the item. */
export function isListedRight(listed: ListedRights, item: string, index: number): boolean {
  const entry = listed.get(index);
  return entry !== undefined && NAMED[item]?.test(entry.replace(/^[^\p{L}]+/u, '')) === true;
}

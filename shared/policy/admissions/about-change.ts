import type { PolicyText } from '../text/policy-text.ts';

const CHANGES = /更新|变更|变化|修[订改]|调整|修正|改动|变动|新版|最新/;
/** 更新和完善我们的服务, 及时更新信息: things that change beside the policy. */
const OF_OTHER_THINGS =
  /(?:更新|完善|改进|修改|变更|调整)[^,。;]{0,6}(?:服务|产品|功能|资料|个人信息)|(?:软件|版本|系统)(?:更新|升级)/g;
/** What is agreed to is this text and what it lets the operator do. */
const TO_THIS_TEXT =
  /继续[^。;]{0,80}(?:(?:同意|接受|认可|授权)[^。;]{0,30}(?:本|该|隐私|全部|所有)[^,。;]{0,12}(?:政策|声明|协议|条款|规则|指引|内容)|(?:同意|接受|授权)[^,。;]{0,12}(?:收集|处理))/;
/** Sentences before it in which a change would be spoken of. */
const BEFORE = 4;

/**
 * Whether going on is told of the use from the start (如您继续使用我们的服务, 即表示您同意我们按照本政策收集…, in the introduction): it
 * names what is agreed to, and no change is spoken of in the sentence, shortly before it or in the heading above.
 */
export function isFromTheStart(text: PolicyText, index: number): boolean {
  const sentence = text.sentences[index];
  if (sentence === undefined || !TO_THIS_TEXT.test(sentence.lower)) return false;
  const near = text.sentences.slice(Math.max(0, index - BEFORE), index + 1);
  if (near.some(({ lower }) => CHANGES.test(lower.replace(OF_OTHER_THINGS, '')))) return false;
  for (let line = sentence.line; line >= 0; line--) {
    const above = text.lines[line]!;
    if (above.kind === 'heading') return !CHANGES.test(text.lower.slice(...above.range));
  }
  return true;
}

import type { PolicyText } from '../text/policy-text.ts';

const NAMED =
  /^(?:[【[“]?(?:目 ?录|目次|概要|摘要|概述|总览|要点|概览|核心要点|内容概要|隐私政策(?:的)?(?:摘要|概要|要点|简版|核心内容)|(?:摘要|简要|简明|简洁)版?(?:说明)?|重点(?:提示|内容)|特别(?:提示|说明)|温馨提示|关键(?:信息|要点))[】\]”]?:?|.{0,24}(?:帮助|助)您?(?:了解|理解)(?:以下|如下|下列)(?:内容|问题|事项)?.{0,4}:?|.{0,20}(?:包括|包含|分为|由)(?:以下|如下|下列)(?:几个)?(?:部分|内容|章节|方面).{0,6}:?|.{0,10}(?:以下|如下)(?:内容|目录|章节):?)$/;
/** Words that head an overview of what matters, not of where it stands. */
const IN_SENTENCE =
  /(?:帮助|便于|方便)(?:您|你|用户)?[^。;]{0,8}(?:了解|理解|阅读)[^。;]{0,10}(?:以下|如下|下列)(?:内容|问题|事项|几点)?:?$/;
/** A line that ends as a sentence does is no title. */
const SENTENCE = /[。;!?]$/;
/** Looked for in the front of the text only, and never deeper than this. */
const FRONT = 0.2;
const FRONT_CHARACTERS = 4_000;
/** So many short lines in a row that come again below are a table of contents without a name. */
const REPEATED = 4;

/** Whether a summary, an overview of the main points or a table of contents stands in front. */
export function hasSummary({ lines, text }: PolicyText): boolean {
  const front = Math.max(600, Math.min(FRONT_CHARACTERS, text.length * FRONT));
  const titles = new Map<string, number>();
  let repeated = 0;
  for (const { range } of lines) {
    if (range[1] - range[0] > 60) continue;
    const title = plainTitle(text.slice(...range));
    if (title.length >= 4 && !SENTENCE.test(title)) titles.set(title, (titles.get(title) ?? 0) + 1);
  }
  for (const { range } of lines) {
    if (range[0] > front) break;
    const line = text.slice(range[0], Math.min(range[1], range[0] + 400));
    if (line.length <= 60 && NAMED.test(line.trim())) return true;
    if (IN_SENTENCE.test(line)) return true;
    repeated = line.length <= 60 && (titles.get(plainTitle(line)) ?? 0) > 1 ? repeated + 1 : 0;
    if (repeated >= REPEATED) return true;
  }
  return false;
}

/** A title without its number and spaces: in the table of contents it may be numbered otherwise. */
function plainTitle(line: string): string {
  return line.replace(/^[\s\d.、()一二三四五六七八九十第章条部分节•·●-]+/, '').replace(/\s+/g, '');
}

import type { TypeMention } from '../../domain/facts/policy.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { deniedLines, isDenied, isOfOthers } from './negation.ts';
import { sentenceAt } from './sentence-finder.ts';
import { TermMatcher } from './term-matcher.ts';

/** Words so general that they name something else more often than the personal information itself. */
const WEAK = new Set(
  '好友列表 无 方向 光线 重力 通话 下载 通知 弹窗 文件 文档 视频 影像 图片 图像 声音 语音 音频 拍摄 录像 语言 时区 账号 密码 订单 资产 口令 基站 ip sn 短信 使用情况 使用记录 生成内容 输入内容 序列号 界面信息 后台运行 存储空间 健身 基因 监护人 职业 年龄 联系人'.split(
    ' ',
  ),
);
const DISCLOSES = /收集|获取|读取|采集|提供|使用|记录|上传|访问|申请|权限|信息|填写|处理|存储|共享/;
/** Places kept for one type: enough to show, few enough to keep for ever. */
const MOST = 6;

const matchers = new WeakMap<Knowledge['piTypes'], TermMatcher>();

/** Personal-information types that the text names by one of the knowledge's synonyms, and whether it denies to collect them. */
export function extractTypes(text: PolicyText, knowledge: Knowledge): TypeMention[] {
  const matcher = matcherOf(knowledge);
  const mentions: TypeMention[] = [];
  const denied = deniedLines(text);
  const counts = new Map<string, number>();
  for (const { range, term, ids } of matcher.find(text.lower)) {
    const sentence = sentenceAt(text.sentences, range[0]);
    if (sentence === undefined) continue;
    // A calendar day is a day.
    if (term === '日历' && text.lower[range[1]] === '日') continue;
    const negated = denied.has(sentence.line) || isDenied(sentence.lower, range[0] - sentence.start, range[1] - sentence.start);
    const confidence = isOfOthers(sentence.lower, range[0] - sentence.start)
      ? 0.3
      : WEAK.has(term)
        ? 0.5
        : DISCLOSES.test(sentence.lower) || text.lines[sentence.line]?.kind === 'row'
          ? 0.9
          : 0.7;
    for (const type of ids) {
      const key = `${type}\n${negated}\n${confidence > 0.6}`;
      const count = counts.get(key) ?? 0;
      if (count >= MOST) continue;
      counts.set(key, count + 1);
      mentions.push({ type, negated, range, confidence });
    }
  }
  return mentions;
}

function matcherOf(knowledge: Knowledge): TermMatcher {
  let matcher = matchers.get(knowledge.piTypes);
  if (matcher === undefined) {
    const entries = [...knowledge.piTypes.values()].filter((type) => !type.id.startsWith('none.'));
    matcher = new TermMatcher(entries.map((type) => [type.id, [...type.synonyms, type.name.zh]]));
    matchers.set(knowledge.piTypes, matcher);
  }
  return matcher;
}

import type { PermissionMention } from '../../domain/facts/policy.ts';
import type { Knowledge, PermissionEntry } from '../../knowledge/types.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { deniedLines, isDenied, isOfOthers } from './negation.ts';
import { permissionPurposes } from './permission-purposes.ts';
import { sentenceAt } from './sentence-finder.ts';
import { TermMatcher } from './term-matcher.ts';

/** The operator takes something, and a general word says what: 读取短信, 访问位置. */
const TAKES = /(?:读取|获取|访问|调用|写入|采集|导入|使用)(?:您|你|用户|设备|手机)?的?$/;
/** 显著位置, 存储位置: a place, but not the user's. */
const PLACE_ON_A_PAGE = /(?:显著|显眼|醒目|明显|突出|存储|储存|保存|页面|界面|首页|指定|合适|适当|相应|任何)的?$/;
/** Filled in or asked for by hand, so no sign of a permission: 获取短信验证码, 填写手机号码, 七个日历日. */
const BY_HAND = /^(?:手机号|手机号码|号码|验证码|短信验证码|账号|账户|服务|网络|设备信息)$/;
/** General words: evidence of a permission only with 权限 beside them. */
const WEAK = new Set(
  '验证码 短信验证码 发送短信 联系人 设备信息 缓存 下载 电话 文件 存储 通知 位置 账号 账户 音乐 视频 照片 图片 图像 短信 网络 蓝牙 语音 日程 活动 身体 安装 震动 振动 联网 读取 设置 状态 手机号 手机号码 号码 应用 音频 声音 服务 系统 保存 安装应用 通话 相册 扫描 后台 支付'.split(
    ' ',
  ),
);
const BESIDE = /^[^,。;:]{0,8}?(?:访问|使用|读取|写入|读写|的|状态|信息|服务|类|功能|系统|\)|"|”|】|」|\]|》| )*权限/;
const MOST = 6;
/** Below it is no mention of the permission, so that there is no purpose to look for. */
const SAID = 0.6;

const matchers = new WeakMap<Knowledge['permissions'], TermMatcher>();

/**
 * Permissions that the text names: by Android's own name (certain), by one of the knowledge's terms beside 权限 (sure), or by a
 * specific term elsewhere. General words alone give a confidence below 0.5, so that they neither prove nor disprove a disclosure.
 */
export function extractPermissions(text: PolicyText, knowledge: Knowledge): PermissionMention[] {
  const mentions: PermissionMention[] = [];
  const denied = deniedLines(text);
  const listed = linesUnderPermissions(text);
  const counts = new Map<string, number>();
  const purposeOf = permissionPurposes(text);
  for (const { range, term, ids } of matcherOf(knowledge).find(text.lower)) {
    const sentence = sentenceAt(text.sentences, range[0]);
    if (sentence === undefined) continue;
    const negated = denied.has(sentence.line) || isDenied(sentence.lower, range[0] - sentence.start, range[1] - sentence.start);
    if (term === '日历' && /^日/.test(text.lower.slice(range[1], range[1] + 1))) continue;
    const before = text.lower.slice(Math.max(0, range[0] - 10), range[0]);
    if (term === '位置' && PLACE_ON_A_PAGE.test(before)) continue;
    const after = text.lower.slice(range[1], range[1] + 30);
    const entry = listed.has(sentence.line) && isLabel(text.lower.slice(text.lines[sentence.line]!.range[0], range[0]), after);
    const ofOthers = isOfOthers(sentence.lower, range[0] - sentence.start);
    const confidence = ofOthers
      ? 0.3
      : entry
        ? 0.85
        : confidenceOf({ term, before, after }, sentence.lower, rowOf(text, sentence.line));
    const purpose = negated || confidence < SAID ? undefined : purposeOf(sentence, range);
    for (const permission of ids) {
      const key = `${permission}\n${negated}\n${confidence >= 0.8}`;
      const count = counts.get(key) ?? 0;
      if (count >= MOST) continue;
      counts.set(key, count + 1);
      mentions.push({ permission, negated, term, range, confidence, ...(purpose === undefined ? {} : { purpose }) });
    }
  }
  return mentions;
}

function confidenceOf(
  { term, before, after }: { readonly term: string; readonly before: string; readonly after: string },
  sentence: string,
  row: boolean,
): number {
  if (/^[a-z][\w.]*_[\w.]+$/.test(term) || /^(?:android|ohos)\.permission\./.test(term)) return 1;
  const beside = term.includes('权限') || BESIDE.test(after);
  if (WEAK.has(term)) {
    if (beside) return 0.85;
    if (row || /权限/.test(sentence)) return 0.6;
    return TAKES.test(before) && !BY_HAND.test(term) && !/^验证码/.test(after) ? 0.65 : 0.35;
  }
  if (beside) return 0.95;
  return /权限|授权|调用|开启|访问/.test(sentence) || row ? 0.85 : term.length >= 4 ? 0.75 : 0.6;
}

/** Lines of a section whose heading speaks of permissions: 2. 权限 / - 相机：拍照. */
function linesUnderPermissions(text: PolicyText): ReadonlySet<number> {
  const under = new Set<number>();
  let isOpen = false;
  for (const [index, { kind, range }] of text.lines.entries()) {
    if (kind === 'heading') isOpen = /权限/.test(text.lower.slice(...range));
    else if (isOpen) under.add(index);
  }
  return under;
}

/** Whether a term stands as the label of its line: nothing but bullets, numbers and other names before it, a colon or a name after. */
function isLabel(before: string, after: string): boolean {
  return before.length <= 24 && !/[,。;:]/.test(before) && /^[^,。;]{0,10}:/.test(after);
}

function rowOf(text: PolicyText, line: number): boolean {
  return text.lines[line]?.kind === 'row';
}

function matcherOf(knowledge: Knowledge): TermMatcher {
  let matcher = matchers.get(knowledge.permissions);
  if (matcher === undefined) {
    const all = [...knowledge.permissions.values()];
    const ofAndroid = new Set(all.flatMap(({ platform, policyTerms }) => (platform === 'android' ? policyTerms : [])));
    const entries = all
      .filter(({ platform }) => platform !== 'quick-app')
      .map((entry) => [entry.name, [entry.name, ...namesOf(entry, ofAndroid)]] as const);
    matcher = new TermMatcher(entries);
    matchers.set(knowledge.permissions, matcher);
  }
  return matcher;
}

/**
 * By what else a text may name it: `android.permission.READ_CONTACTS` is also written `READ_CONTACTS`, and the knowledge has terms. What a
 * HarmonyOS permission shares with Android's is found as Android's.
 */
function namesOf({ name, platform, kind, policyTerms }: PermissionEntry, ofAndroid: ReadonlySet<string>): readonly string[] {
  if (platform === 'harmony') {
    return kind === 'dangerous' || kind === 'special' ? policyTerms.filter((term) => !ofAndroid.has(term)) : [];
  }
  const short = name.split('.').at(-1) ?? '';
  return short.includes('_') ? [short, ...policyTerms] : policyTerms;
}

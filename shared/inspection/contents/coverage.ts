import type { ApiUse, Coverage, PackerHit, ScriptFile } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import { loadsFurtherCode } from './dynamic-loading.ts';

/** Everything that decides how much of the code was seen. */
export interface CoverageInput {
  /** The manifest was read. */
  readonly manifest: boolean;
  readonly hasCode: boolean;
  /** DEX files that the system loads and that were read to their end, and all files that were not. */
  readonly dexRead: number;
  readonly dexUnread: readonly string[];
  readonly packers: readonly PackerHit[];
  readonly frameworks: readonly string[];
  readonly scripts: readonly Pick<ScriptFile, 'entry' | 'runtime'>[];
  readonly dynamicLoading: readonly ApiUse[];
  /** DEX files that the system does not load by itself and that were read. */
  readonly hidden: readonly string[];
  /** Files that promise code by name or kind and were not read: encrypted, nested too deep, too many, too large. */
  readonly unread: readonly string[];
  /** Splits that the app says it needs and that are not there. */
  readonly missingSplits: readonly string[];
  /** Classes that the manifest names as components or application (a packer's own left out), and those that no DEX file defines. */
  readonly declaredClasses: number;
  readonly undefinedClasses: readonly string[];
}

/** What of a framework's code can be read at best. */
const RUNTIMES: Readonly<Record<string, Bilingual>> = {
  flutter: {
    zh: '应用逻辑编译为 Dart 机器码（Flutter），只提取了其中的文本',
    en: 'the logic is Dart compiled to machine code (Flutter); only its texts were taken',
  },
  unity: {
    zh: '应用逻辑运行在 Unity（IL2CPP 或 Mono）中，其代码未读取',
    en: 'the logic runs in Unity (IL2CPP or Mono), whose code was not read',
  },
};

/**
 * How much of the code could be read. `none`: no readable DEX although there is code, or a hardening product is there and most of the
 * declared classes are not, so the real code lies elsewhere. `partial`: a part was not read, may be replaced at run time, or runs in
 * a runtime that is not DEX. `full` otherwise.
 */
export function assessCoverage(input: CoverageInput): Coverage {
  const none = reasonsForNone(input);
  if (none.length > 0) return { level: 'none', reasons: none };
  const partial = reasonsForPartial(input);
  return { level: partial.length > 0 ? 'partial' : 'full', reasons: partial };
}

function reasonsForNone({ manifest, hasCode, dexRead, dexUnread, packers, ...input }: CoverageInput): Bilingual[] {
  const reasons: Bilingual[] = [];
  if (dexRead === 0 && (hasCode || dexUnread.length > 0 || !manifest)) {
    reasons.push({ zh: '没有可读取的 DEX 代码', en: 'there is no readable DEX code' });
  }
  const missing = input.undefinedClasses.length;
  // Shells leave at most a few classes of their own; an app whose own classes are all there is merely hardened.
  if (packers.length > 0 && (input.declaredClasses === 0 || missing * 2 > input.declaredClasses)) {
    const { packer, evidence } = packers[0]!;
    reasons.push({
      zh: `应用经“${packer}”加固（${evidence}），真实代码无法静态读取`,
      en: `the app is packed with "${packer}" (${evidence}); its real code cannot be read statically`,
    });
  }
  return reasons;
}

function reasonsForPartial(input: CoverageInput): Bilingual[] {
  const reasons: Bilingual[] = [];
  const add = (zh: string, en: string) => reasons.push({ zh, en });
  const { packers, undefinedClasses, declaredClasses, dexUnread, hidden, unread, missingSplits } = input;
  if (dexUnread.length > 0) add(`未能完整读取：${list(dexUnread)}`, `not read to the end: ${list(dexUnread)}`);
  if (packers.length > 0) {
    const { packer, evidence } = packers[0]!;
    add(
      `含加固产品“${packer}”的文件（${evidence}），部分方法可能被抽取或加密`,
      `holds files of the hardening product "${packer}" (${evidence}); methods may be extracted or encrypted`,
    );
  } else if (undefinedClasses.length * 2 > declaredClasses) {
    add(
      `清单声明的 ${declaredClasses} 个类中有 ${undefinedClasses.length} 个不在 DEX 中（如 ${undefinedClasses[0]}），真实代码可能在别处`,
      `${undefinedClasses.length} of the ${declaredClasses} classes that the manifest names are in no DEX file (such as ${undefinedClasses[0]}); the real code may lie elsewhere`,
    );
  }
  if (missingSplits.length > 0)
    add(`缺少应用所需的拆分包：${list(missingSplits)}`, `splits that the app needs are missing: ${list(missingSplits)}`);
  reasons.push(...runtimeReasons(input));
  const loading = loadsFurtherCode(input.dynamicLoading);
  if (loading) {
    const { class: name, method } = loading.caller;
    add(
      `${name}.${method} 在运行时加载代码（${loading.target}），所加载的内容未读取`,
      `${name}.${method} loads code at run time (${loading.target}); what it loads was not read`,
    );
  }
  if (hidden.length > 0)
    add(
      `系统不会自行加载的 DEX：${list(hidden)}（已读取，运行时可能被替换）`,
      `DEX files that the system does not load by itself: ${list(hidden)} (read; they may be replaced at run time)`,
    );
  if (unread.length > 0) add(`含有未读取的代码文件：${list(unread)}`, `files with further code were not read: ${list(unread)}`);
  return reasons;
}

/** Code beside DEX: one reason for each framework that is known to hide it, one for all others. */
function runtimeReasons({ frameworks, scripts }: CoverageInput): Bilingual[] {
  const reasons = frameworks.flatMap((name) => RUNTIMES[name] ?? []);
  const others = frameworks.filter((name) => !(name in RUNTIMES));
  const hermes = scripts.find(({ runtime }) => runtime === 'hermes');
  if (hermes) {
    const { entry } = hermes;
    reasons.push({
      zh: `脚本已编译为 Hermes 字节码（${entry}），只提取了其中的文本`,
      en: `the script is compiled to Hermes bytecode (${entry}); only its texts were taken`,
    });
  }
  if (others.length > 0) {
    reasons.push({
      zh: `应用逻辑运行在 ${others.join('、')} 中，其代码只按文本查找，未作分析`,
      en: `the app's logic runs in ${others.join(', ')}, whose code was searched as text and not analysed`,
    });
  }
  return reasons;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => name.slice(0, 200));
  return names.length > shown.length ? `${shown.join(', ')} … (${names.length})` : shown.join(', ');
}

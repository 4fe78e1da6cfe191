import type { Coverage } from '../../domain/facts/contents.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { HarmonyScripts } from './script-files.ts';

/** Everything that decides how much of the code was seen. */
export interface HarmonyCoverageInput {
  /** A declaration was read. */
  readonly declared: boolean;
  /** Abilities that it declares: each must have code. */
  readonly abilities: number;
  readonly dexFiles: number;
  readonly scripts: HarmonyScripts;
  /** Modules of the pack that were not opened. */
  readonly modulesUnread: readonly string[];
  /** What was found of code that is not script: DEX files, native libraries, hardening. */
  readonly rest: Coverage;
}

/**
 * How much of a HarmonyOS app's code was read. Names in ArkTS bytecode and JavaScript were, instructions were not, so it is never more
 * than partial where there is any code; none where there is code and nothing of it could be read, or nobody knows what the app is.
 */
export function harmonyCoverage({ declared, abilities, dexFiles, scripts, modulesUnread, rest }: HarmonyCoverageInput): Coverage {
  const { bytecode, javascript } = scripts;
  const unread = [...modulesUnread, ...scripts.unread];
  const read = bytecode + javascript + dexFiles;
  const reasons: Bilingual[] = [];
  if (!declared) reasons.push({ zh: '应用声明无法读取', en: 'what the app declares could not be read' });
  if (bytecode > 0) {
    reasons.push({
      zh: `方舟字节码（${bytecode} 个文件）只读取了模块、接口与文本名称，没有逐条分析指令`,
      en: `ArkTS bytecode (${bytecode} files) was read for names of modules, calls and texts, not instruction by instruction`,
    });
  }
  if (javascript > 0) {
    reasons.push({
      zh: `JavaScript（${javascript} 个文件）只按文本检索，没有执行或还原`,
      en: `JavaScript (${javascript} files) was searched as text, neither run nor restored`,
    });
  }
  if (unread.length > 0) {
    const shown = unread.slice(0, 3).map((place) => place.slice(0, 200));
    const list = unread.length > shown.length ? `${shown.join(', ')} … (${unread.length})` : shown.join(', ');
    reasons.push({ zh: `未能完整读取：${list}`, en: `not read to the end: ${list}` });
  }
  const codeless = read === 0 && abilities > 0;
  if (codeless)
    reasons.push({ zh: '声明了 Ability，但没有可读取的代码', en: 'abilities are declared and there is no readable code' });
  const nothingRead = !declared || codeless || (read === 0 && unread.length > 0);
  const all = [...reasons, ...rest.reasons];
  if (nothingRead || rest.level === 'none') return { level: 'none', reasons: all };
  return { level: all.length > 0 ? 'partial' : 'full', reasons: all };
}

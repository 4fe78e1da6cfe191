import type { Coverage } from '../../domain/facts/contents.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { HarmonyScripts } from './script-files.ts';

/**
 * How much of a HarmonyOS app's code was read. Names in ArkTS bytecode and JavaScript were, instructions were not, so it is never more
 * than partial where there is any code; none where there is code and nothing of it could be read, or nobody knows what the app is.
 * @param rest what was found of code that is not script: DEX files, native libraries, hardening
 */
export function harmonyCoverage(declared: boolean, scripts: HarmonyScripts, rest: Coverage): Coverage {
  const { bytecode, javascript, unread } = scripts;
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
  const nothingRead = !declared || (bytecode + javascript === 0 && unread.length > 0);
  const all = [...reasons, ...rest.reasons];
  if (nothingRead || rest.level === 'none') return { level: 'none', reasons: all };
  return { level: all.length > 0 ? 'partial' : 'full', reasons: all };
}

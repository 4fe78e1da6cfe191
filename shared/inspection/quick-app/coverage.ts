import type { Coverage } from '../../domain/facts/contents.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { QuickAppScripts } from './script-files.ts';

/**
 * How much of a quick app's code was read. Its scripts were searched as text, so it is never more than partial where there are any; none
 * where none of them could be read, or nobody knows what the app is.
 * @param rest what was found of code that is not script
 */
export function quickAppCoverage(declared: boolean, { read, unread }: QuickAppScripts, rest: Coverage): Coverage {
  const reasons: Bilingual[] = [];
  if (!declared) reasons.push({ zh: 'manifest.json 无法读取', en: 'manifest.json could not be read' });
  if (read > 0) {
    reasons.push({
      zh: `脚本（${read} 个文件）只按文本检索，没有执行或还原`,
      en: `scripts (${read} files) were searched as text, neither run nor restored`,
    });
  }
  if (unread.length > 0) {
    const shown = unread.slice(0, 3).map((place) => place.slice(0, 200));
    const list = unread.length > shown.length ? `${shown.join(', ')} … (${unread.length})` : shown.join(', ');
    reasons.push({ zh: `未能读取的脚本：${list}`, en: `scripts that could not be read: ${list}` });
  }
  const nothing = read === 0 ? [{ zh: '没有可读取的脚本', en: 'there is no script that could be read' }] : [];
  const all = [...nothing, ...reasons, ...rest.reasons];
  return { level: !declared || read === 0 || rest.level === 'none' ? 'none' : 'partial', reasons: all };
}

import type { Coverage, PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import { loadsFurtherCode } from '../inspection/contents/dynamic-loading.ts';

const UNREAD: Coverage = { level: 'none', reasons: [{ zh: '没有安装包事实', en: 'There are no facts of the package' }] };

/** Runtimes whose code was searched for names and texts and not analysed, wherever it lies. */
const COMPILED: ReadonlySet<string> = new Set(['hermes', 'dart', 'arkts']);

/**
 * How much of the code the decision may count as read: never more than the facts themselves show. Facts are kept for years and may come
 * from another inspector; marks of a hardening product, of another runtime, of hidden or of loaded code hold an app even where its coverage is said
 * to be full. What this inspector says stays as it is: it never calls such coverage full.
 */
export function effectiveCoverage(facts: PackageFacts | null): Coverage {
  if (facts === null) return UNREAD;
  if (facts.coverage.level !== 'full') return facts.coverage;
  const reasons = [...marks(facts)];
  return reasons.length === 0 ? facts.coverage : { level: 'partial', reasons: [...facts.coverage.reasons, ...reasons] };
}

function* marks({ packers, frameworks, code, scripts }: PackageFacts): Generator<Bilingual> {
  const packer = packers[0];
  if (packer !== undefined) {
    yield {
      zh: `含加固产品“${packer.packer}”的痕迹（${packer.evidence}）`,
      en: `marks of the hardening product "${packer.packer}" (${packer.evidence})`,
    };
  }
  if (frameworks.length > 0) {
    const names = frameworks.slice(0, 5);
    yield { zh: `应用逻辑运行在 ${names.join('、')} 中`, en: `the app's logic runs in ${names.join(', ')}` };
  }
  const hidden = code.dexFiles.find(({ loading }) => loading === 'hidden');
  if (hidden !== undefined) {
    yield {
      zh: `含系统不会自行加载的代码（${hidden.entry}）`,
      en: `code that the system does not load by itself (${hidden.entry})`,
    };
  }
  const loading = loadsFurtherCode(code.dynamicLoading);
  if (loading !== null) {
    const { class: name, method } = loading.caller;
    yield { zh: `${name}.${method} 在运行时加载代码`, en: `${name}.${method} loads code at run time` };
  }
  const compiled = scripts.find(({ runtime }) => COMPILED.has(runtime));
  if (compiled !== undefined) {
    yield { zh: `含编译后的脚本（${compiled.entry}）`, en: `compiled scripts (${compiled.entry})` };
  }
}

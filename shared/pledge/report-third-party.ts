import type { PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import { unknownNamespace } from '../knowledge/sdks/detection/namespaces.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Report } from './report.ts';
import { type CalledTypes, callsByOwner, takings, together } from './sdks/takes.ts';
import { unknownCode } from './sdks/unknown-code.ts';
import { shortened } from './visible.ts';

type Unknown = Report['thirdParty']['unknown'][number];

/** Namespaces that a report lists, callers of each, and the longest name. */
const MOST = 100;
const CALLERS = 20;
const LONGEST = 300;

const NO_PACKAGE: Bilingual = {
  zh: '安装包没有读取，不知道其中有哪些第三方代码。',
  en: 'The package was not read: what code of others it holds is not known.',
};

/** How whole the list of SDKs is, and the code that nobody knows. */
export function reportThirdParty(facts: PackageFacts | null, knowledge: Knowledge): Report['thirdParty'] {
  if (facts === null) return { mayHideMore: true, notes: [NO_PACKAGE], unknown: [], unknownOmitted: 0 };
  const unknown = reportUnknown(facts, knowledge);
  return { ...limits(facts), unknown: unknown.slice(0, MOST), unknownOmitted: Math.max(0, unknown.length - MOST) };
}

/** Those that could take most come first; then the largest. */
function reportUnknown(facts: PackageFacts, knowledge: Knowledge): Unknown[] {
  const calls = new Map<string, CalledTypes[]>();
  for (const [caller, called] of callsByOwner(facts, knowledge).unknown) {
    const namespace = unknownNamespace(caller, facts, knowledge);
    if (namespace !== null) calls.set(namespace, [...(calls.get(namespace) ?? []), called]);
  }
  return unknownCode(facts, knowledge)
    .map(
      ({ namespace, classes, calledFrom }): Unknown => ({
        package: shortened(namespace, LONGEST),
        classes,
        calledFrom: calledFrom.slice(0, CALLERS).map((name) => shortened(name, LONGEST)),
        takes: takings([], together(calls.get(namespace) ?? []), knowledge),
      }),
    )
    .sort((a, b) => b.takes.length - a.takes.length || b.classes - a.classes || (a.package < b.package ? -1 : 1));
}

/**
 * What keeps the list of SDKs from being whole, in words; unknown is never innocent. Silence of an inspector that did not look for
 * something is told too.
 */
function limits(facts: PackageFacts): Pick<Report['thirdParty'], 'mayHideMore' | 'notes'> {
  const { coverage, packers, code, gaps } = facts;
  const hardened = [...new Set(packers.map(({ packer }) => packer))];
  const unread = gaps.some(({ affects }) => affects === 'code' || affects === 'package');
  const hidden = code.dexFiles.some(({ loading }) => loading === 'hidden');
  const notes: Bilingual[] = [];
  if (hardened.length > 0) {
    notes.push({
      zh: `安装包经过加固（${hardened.join('、')}），加固壳内的代码看不到：壳内可能还有下面没有列出的SDK，列出的级别、版本和调用也可能不全。`,
      en: `The package is packed (${hardened.join(', ')}) and the code within the shell cannot be seen: there may be more SDKs than are listed, and their levels, versions and calls may not be all.`,
    });
  }
  if (coverage.level !== 'full' || unread) {
    const [zh, en] =
      coverage.level === 'none'
        ? ['代码未能读取', 'The code could not be read']
        : ['代码只读取到一部分', 'Only a part of the code could be read'];
    const because = (language: 'zh' | 'en', joint: string) => coverage.reasons.map((reason) => reason[language]).join(joint);
    notes.push({
      zh: `${zh}${coverage.reasons.length > 0 ? `（${because('zh', '；')}）` : ''}：可能还有下面没有列出的SDK，没有列出不等于没有。`,
      en: `${en}${coverage.reasons.length > 0 ? ` (${because('en', '; ')})` : ''}: there may be more SDKs than are listed; what is not listed may still be there.`,
    });
  }
  const mayHideMore = notes.length > 0 || hidden;
  if (hidden) {
    notes.push({
      zh: '安装包带有运行时才加载的代码，加载的内容和时机不能由静态检测确定。',
      en: 'The package carries code that is only loaded at run time; what is loaded and when static checks cannot tell.',
    });
  }
  if (code.dexFiles.length > 0 && code.startCalls === undefined) {
    notes.push({
      zh: '这些事实由较早的解析程序生成，没有包与包之间的调用：级别至多为“代码在包中”，没有启动路径不等于不会启动。',
      en: 'An earlier inspector made these facts, without calls between packages: no level is above "present", and no way of starting does not mean that it is not started.',
    });
  }
  if (facts.versions === undefined) {
    notes.push({
      zh: '这些事实由较早的解析程序生成，没有版本线索：版本一律未知。',
      en: 'An earlier inspector made these facts, without clues to versions: all versions are unknown.',
    });
  }
  return { mayHideMore, notes };
}

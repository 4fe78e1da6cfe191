import type { Tampering } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Observations } from '../observations.ts';

/** What a binary XML file says falsely about itself, and whether the system refuses it for that (ResXMLTree, ResStringPool). */
const LIES = {
  'manifest-header-type': {
    effect: 'analysis',
    zh: '首块类型不是 0x3，系统不检查，分析工具会拒绝',
    en: 'the first chunk has another type than 0x3; the system does not look, other readers refuse',
  },
  'manifest-size-false': {
    effect: 'install',
    zh: '首块声明的长度超过文件，系统拒绝',
    en: 'the first chunk says that it is longer than the file: the system refuses it',
  },
  'string-count-false': {
    effect: 'analysis',
    zh: '字符串池声明的字符串数过多，偏移表与字符串重叠，系统不受影响，分析工具会出错',
    en: 'the string pool counts more strings than it has, so that offsets and strings overlap; the system does not mind, other readers fail',
  },
  'string-count-impossible': {
    effect: 'install',
    zh: '字符串池声明的字符串数超出其自身长度，系统拒绝',
    en: 'the string pool counts more strings than there is room for: the system refuses it',
  },
  'xml-unknown-chunk': {
    effect: 'analysis',
    zh: '含未知类型的块，系统跳过，分析工具会出错',
    en: 'there is a chunk of an unknown type; the system steps over it, other readers fail',
  },
  'xml-attribute-layout': {
    effect: 'analysis',
    zh: '属性的长度或起点与通常不同，系统照读，分析工具会出错',
    en: 'attributes have another length or place than usual; the system reads them all the same, other readers fail',
  },
  'duplicate-attribute': {
    effect: 'analysis',
    zh: '同一元素中一个属性出现多次，不同工具取不同的值；此处以第一个为准',
    en: 'an element has one attribute several times and readers differ in which they take; the first one was read',
  },
  'attribute-namespace-false': {
    effect: 'analysis',
    zh: '系统属性不在 android 命名空间内，系统按资源编号识别，分析工具会漏读',
    en: 'an attribute of the system is not in the android namespace; the system knows it by its number, other readers miss it',
  },
} as const satisfies Record<string, Bilingual & { readonly effect: Tampering['effect'] }>;

export type XmlLie = keyof typeof LIES;

/** Notes the lies of a file, each once. */
export function noteLies(lies: ReadonlySet<XmlLie>, part: string, observations: Observations): void {
  for (const lie of lies) {
    const { zh, en, effect } = LIES[lie];
    observations.trick(lie, part, { zh, en }, effect);
  }
}

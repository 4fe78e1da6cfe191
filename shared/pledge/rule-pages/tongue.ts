import type { Parameter } from '../../checks/parameters.ts';
import type { LegalBasis } from '../../domain/legal.ts';
import { articleOf } from '../../domain/report/citation.ts';
import type { Bilingual } from '../../domain/text.ts';

/** One of the two languages, in which half a page is written. */
export type Tongue = keyof Bilingual;

/** `lang` of what is written in it. */
export const LANG: Readonly<Record<Tongue, 'zh-CN' | 'en'>> = { zh: 'zh-CN', en: 'en' };

/** Items of the 2019 identification methods as they are cited in prose: `二.1, 五.1-3` is 第二类第1项、第五类第1-3项. */
export function placeOf({ article }: LegalBasis, tongue: Tongue): string {
  const items = article?.split(', ').map((item) => /^([一二三四五六])\.(\d+(?:-\d+)?)$/.exec(item));
  if (items?.every((item) => item !== null)) {
    return tongue === 'zh'
      ? items.map(([, section, item]) => `第${section}类第${item}项`).join('、')
      : items.map(([, section, item]) => `section ${'一二三四五六'.indexOf(section!) + 1}(${item})`).join(', ');
  }
  const place = articleOf(article)[tongue].replace(/^[\s,]+/, '');
  return /^article \d+[-,]/.test(place) ? place.replace('article', 'articles') : place;
}

/** The values that a parameter may have, in words. */
export function boundsOf(parameter: Parameter, tongue: Tongue): string {
  switch (parameter.type) {
    case 'integer':
      return tongue === 'zh'
        ? `${parameter.minimum} 至 ${parameter.maximum} 的整数`
        : `an integer from ${parameter.minimum} to ${parameter.maximum}`;
    case 'boolean':
      return 'true / false';
    case 'strings':
      return tongue === 'zh' ? '字符串列表' : 'a list of strings';
  }
}

/** The default of a parameter as a rulebook would write it. */
export function defaultOf(parameter: Parameter): string {
  return parameter.type === 'strings' ? parameter.default.join(', ') : String(parameter.default);
}

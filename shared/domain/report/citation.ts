import type { Bilingual } from '../text.ts';

/** `第17条` and `article 17` for plain article numbers; other places of an instrument (`三.1`, `078.7`) as they are; empty without one. */
export function articleOf(article: string | null | undefined): Bilingual {
  if (article === null || article === undefined) return { zh: '', en: '' };
  const plain = /^\d+(?:[-,、–\s]+\d+)*$/.test(article);
  const zh = article.replaceAll(', ', '、');
  return plain ? { zh: `第${zh}条`, en: `, article ${article}` } : { zh: ` ${zh}`, en: `, ${article}` };
}

/** An instrument with the place in it. */
export function citationOf({ name, article }: { readonly name: Bilingual; readonly article?: string | null }): Bilingual {
  const place = articleOf(article);
  return { zh: name.zh + place.zh, en: name.en + place.en };
}

/** Beside a citation whose text nobody has compared. */
export const UNVERIFIED: Bilingual = { zh: '条文须核对', en: 'verify the text' };

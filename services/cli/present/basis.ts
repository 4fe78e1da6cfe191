import type { LegalBasis } from '../../../shared/domain/legal.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import { FORCE_NAMES } from '../../../shared/pledge/names.ts';
import { UNVERIFIED } from './labels.ts';
import type { Page } from './page.ts';

/** `第17条` and `article 17` for plain article numbers; other places of an instrument (`三.1`, `078.7`) as they are. */
function articleOf(article: string | undefined): Bilingual {
  if (article === undefined) return { zh: '', en: '' };
  const plain = /^\d+(?:[-,、–\s]+\d+)*$/.test(article);
  const zh = article.replaceAll(', ', '、');
  return plain ? { zh: `第${zh}条`, en: `, article ${article}` } : { zh: ` ${zh}`, en: `, ${article}` };
}

/** A citation: instrument, article, force, and a warning where nobody has compared the text. */
export function describeBasis(page: Page, basis: LegalBasis, knowledge: Knowledge): string {
  const instrument = knowledge.instruments.get(basis.instrument);
  const name = instrument?.name ?? { zh: basis.instrument, en: basis.instrument };
  const article = articleOf(basis.article);
  const cited = page.inline({ zh: name.zh + article.zh, en: name.en + article.en }, ' / ');
  const force = instrument ? ` [${page.inline(FORCE_NAMES[instrument.force])}]` : '';
  return `${cited}${force}${basis.verified ? '' : ` (${page.inline(UNVERIFIED)})`}`;
}

import type { LegalBasis } from '../../../shared/domain/legal.ts';
import { citationOf, UNVERIFIED } from '../../../shared/domain/report/citation.ts';
import { FORCE_NAMES } from '../../../shared/domain/report/names.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import type { Page } from './page.ts';

/** A citation: instrument, article, force, and a warning where nobody has compared the text. */
export function describeBasis(page: Page, basis: LegalBasis, knowledge: Knowledge): string {
  const instrument = knowledge.instruments.get(basis.instrument);
  const name = instrument?.name ?? { zh: basis.instrument, en: basis.instrument };
  const cited = page.inline(citationOf({ name, article: basis.article ?? null }), ' / ');
  const force = instrument ? ` [${page.inline(FORCE_NAMES[instrument.force])}]` : '';
  return `${cited}${force}${basis.verified ? '' : ` (${page.inline(UNVERIFIED)})`}`;
}

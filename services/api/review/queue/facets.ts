import { z } from 'zod';
import { CHECK_NAMES, type CheckName } from '../../../../shared/domain/check.ts';
import { FACETS, type Facet } from '../../../../shared/domain/review/dossier.ts';
import type { Bilingual } from '../../../../shared/domain/text.ts';
import type { FacetCount } from '../../../../shared/platform/database/dossier-records.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { facetsSchema } from '../../schemas/review-queue.ts';
import { filterFields, filterOf } from './filter-query.ts';

/** Of a filter with thousands of values the most frequent are shown; the others are found by searching. */
const MOST = 50;

export const countDossierFacets = operation({
  id: 'countDossierFacets',
  method: 'get',
  path: '/v1/review/dossiers/facets',
  tag: 'review',
  summary: { zh: '各筛选项的数量', en: 'How many dossiers each filter value would leave' },
  description: {
    zh: '每项的数量按其余筛选条件统计；每类最多给出 50 项，已选中的总在其中。',
    en: 'Counted where all other filters hold; the 50 most frequent values of each, and those that are chosen.',
  },
  scope: null,
  right: 'read',
  query: z.strictObject(filterFields),
  responses: { 200: { description: { zh: '数量', en: 'The counts' }, schema: facetsSchema } },
  problems: [],
  async handle({ ports, account, query }) {
    const counted = await ports.database.dossiers.facets(filterOf(query, account), MOST);
    const labelOf = labels(ports);
    const facets = Object.fromEntries(
      FACETS.map((facet) => [
        facet,
        counted[facet].map((each) => ({ value: each.value, label: labelOf(facet, each), count: each.count })),
      ]),
    );
    return { status: 200, body: { facets } };
  },
});

/** What a value is called. States, verdicts and urgencies have names in the page. */
function labels({ knowledge, rules }: ApiPorts): (facet: Facet, counted: FacetCount) => Bilingual | null {
  return (facet, { value, name }) => {
    switch (facet) {
      case 'clause':
        return knowledge.clauses.find(({ id }) => id === value)?.name ?? null;
      case 'rule':
        return rules.find(({ id }) => id === value)?.title ?? null;
      case 'check':
        return CHECK_NAMES[value as CheckName] ?? null;
      case 'sdk':
        return knowledge.sdks.find(({ id }) => id === value)?.name ?? null;
      case 'category':
        return knowledge.categories.get(Number(value))?.name ?? null;
      case 'developer':
      case 'store':
      case 'assignee':
        return name === null ? null : { zh: name, en: name };
      default:
        return null;
    }
  };
}

import { Button } from 'antd';
import { FACETS, type Facet } from '../../../../../shared/domain/review/dossier.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { DEFAULT_QUERY, DEFAULT_STATES, type QueueQuery, queryText, toggled } from './filter-query.ts';
import { useFacets, useValueName } from './use-facets.ts';
import { AGES, DUE, FACET_NAMES } from './words.ts';

interface Tag {
  readonly key: string;
  readonly name: string;
  readonly without: QueueQuery;
}

/** What narrows the list at the moment; each can be taken away. */
export function ActiveFilters({
  query,
  onChange,
}: {
  readonly query: QueueQuery;
  readonly onChange: (next: QueueQuery) => void;
}) {
  const { t } = useLanguage();
  const nameOf = useValueName(useFacets(query).data);
  if (queryText({ ...query, order: 'urgent' }) === '') return null;
  const { filter } = query;
  const without = (part: Partial<QueueQuery['filter']>): QueueQuery => ({ ...query, filter: { ...filter, ...part } });
  const valuesOf = (facet: Facet): readonly string[] => (facet === 'state' && isDefault(query) ? [] : (filter[facet] ?? []));
  const tags: Tag[] = FACETS.flatMap((facet) =>
    valuesOf(facet).map((value) => ({
      key: `${facet} ${value}`,
      name: `${t(FACET_NAMES[facet])}${t({ zh: '：', en: ': ' })}${nameOf(facet, value)}`,
      // The last state taken away leaves those that are shown anyway.
      without:
        facet === 'state' && filter.state?.length === 1 ? without({ state: DEFAULT_STATES }) : toggled(query, facet, value),
    })),
  );
  if (filter.state === undefined) {
    const name = t({ zh: '案卷状态：全部', en: 'State: all' });
    tags.unshift({ key: 'state', name, without: without({ state: DEFAULT_STATES }) });
  }
  const { text, olderThanHours: older, dueWithinHours: due } = filter;
  if (text !== undefined) tags.push({ key: 'text', name: `“${visibleText(text, 60)}”`, without: without({ text: undefined }) });
  if (due !== undefined) {
    const name = DUE.find(({ hours }) => hours === due)?.name ?? { zh: `${due} 小时内到期`, en: `Due in ${due} hours` };
    tags.push({ key: 'due', name: t(name), without: without({ dueWithinHours: undefined }) });
  }
  if (older !== undefined) {
    const name = AGES.find(({ hours }) => hours === older)?.name ?? { zh: `${older} 小时以上`, en: `Over ${older} hours` };
    tags.push({
      key: 'older',
      name: `${t({ zh: '已等', en: 'Waiting: ' })}${t(name)}`,
      without: without({ olderThanHours: undefined }),
    });
  }
  return (
    <ul className="queue-active" aria-label={t({ zh: '当前筛选', en: 'Active filters' })}>
      {tags.map(({ key, name, without: next }) => (
        <li key={key}>
          <button
            type="button"
            className="queue-active-tag"
            aria-label={t({ zh: `去掉筛选 ${name}`, en: `Remove the filter ${name}` })}
            onClick={() => onChange(next)}
          >
            <bdi>{name}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <Button type="link" size="small" onClick={() => onChange({ ...DEFAULT_QUERY, order: query.order })}>
          {t({ zh: '清除全部', en: 'Clear all' })}
        </Button>
      </li>
    </ul>
  );
}

/** Whether the states are those that are shown anyway. */
function isDefault(query: QueueQuery): boolean {
  return queryText({ filter: { state: query.filter.state }, order: 'urgent' }) === '';
}

import { Button } from 'antd';
import { useId } from 'react';
import { DOSSIER_STATES, type Facet } from '../../../../../shared/domain/review/dossier.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { type Choice, FacetSection } from './facet-section.tsx';
import { useFailureText } from './failure-message.tsx';
import { type QueueQuery, toggled } from './filter-query.ts';
import { useFacets, useValueName } from './use-facets.ts';
import { AGES, DUE, FACET_ORDER } from './words.ts';

/** Open from the start; the others open when something in them is chosen. */
const OPEN: readonly Facet[] = ['state', 'verdict', 'urgency', 'assignee', 'clause'];

interface Given {
  readonly query: QueueQuery;
  readonly onChange: (next: QueueQuery) => void;
}

/** Everything the queue can be narrowed by, with how many dossiers each value would leave. */
export function FilterPanel({ query, onChange }: Given) {
  const { t } = useLanguage();
  const facets = useFacets(query);
  const choicesOf = useChoices(query, facets.data);
  const textOf = useFailureText();
  return (
    <>
      {facets.isError && (
        <p role="alert" className="queue-facets-failed">
          {t({ zh: '计数没有取到：', en: 'The counts did not arrive: ' })}
          {textOf(facets.error)}{' '}
          <Button size="small" onClick={() => void facets.refetch()}>
            {t({ zh: '重试', en: 'Try again' })}
          </Button>
        </p>
      )}
      {FACET_ORDER.map((facet) => (
        <FacetSection
          key={facet}
          facet={facet}
          choices={choicesOf(facet)}
          open={OPEN.includes(facet) || (query.filter[facet]?.length ?? 0) > 0}
          onToggle={(value) => onChange(toggled(query, facet, value))}
        />
      ))}
      <Hours
        name={{ zh: '时限', en: 'Due' }}
        choices={DUE}
        value={query.filter.dueWithinHours}
        onChange={(dueWithinHours) => onChange({ ...query, filter: { ...query.filter, dueWithinHours } })}
      />
      <Hours
        name={{ zh: '已等待', en: 'Waiting' }}
        choices={AGES}
        value={query.filter.olderThanHours}
        onChange={(olderThanHours) => onChange({ ...query, filter: { ...query.filter, olderThanHours } })}
      />
    </>
  );
}

/** Values of a facet as the panel shows them: those the server counts, and chosen ones that it counts none of. */
function useChoices(query: QueueQuery, facets: ReturnType<typeof useFacets>['data']): (facet: Facet) => Choice[] {
  const { account } = useSession();
  const nameOf = useValueName(facets);
  return (facet) => {
    const counted = new Map<string, number>();
    // In links one is "me", so that a view means each reader's own dossiers.
    const own = (value: string) => (facet === 'assignee' && value === account.id ? 'me' : value);
    for (const { value, count } of facets?.[facet] ?? []) counted.set(own(value), count);
    const chosen: readonly string[] = query.filter[facet] ?? [];
    const always: readonly string[] = facet === 'state' ? DOSSIER_STATES : facet === 'assignee' ? ['me', 'none'] : [];
    const values = [...new Set([...always, ...chosen.map(own), ...counted.keys()])];
    const choices = values.map((value) => ({
      value,
      name: nameOf(facet, value),
      count: counted.get(value) ?? (facets === undefined ? null : 0),
      chosen: chosen.includes(value) || (value === 'me' && chosen.includes(account.id)),
    }));
    const place = ({ value, chosen: on }: Choice) => (always.includes(value) ? always.indexOf(value) : on ? 50 : 100);
    return choices.sort((a, b) => place(a) - place(b) || (b.count ?? 0) - (a.count ?? 0) || (a.name < b.name ? -1 : 1));
  };
}

function Hours({
  name,
  choices,
  value,
  onChange,
}: {
  readonly name: Bilingual;
  readonly choices: readonly { readonly hours: number; readonly name: Bilingual }[];
  readonly value: number | undefined;
  readonly onChange: (hours: number | undefined) => void;
}) {
  const { t } = useLanguage();
  const group = useId();
  // A link may name hours that are no choice here.
  const own =
    value !== undefined && !choices.some(({ hours }) => hours === value) ? [{ hours: value, name: hoursName(value) }] : [];
  return (
    <details className="queue-facet" open>
      <summary>{t(name)}</summary>
      <fieldset>
        <legend className="visually-hidden">{t(name)}</legend>
        <ul>
          {[{ hours: undefined, name: { zh: '不限', en: 'Any' } }, ...choices, ...own].map((choice) => (
            <li key={choice.hours ?? 'any'}>
              <label>
                <input type="radio" name={group} checked={choice.hours === value} onChange={() => onChange(choice.hours)} />
                <span className="queue-facet-name">{t(choice.name)}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
}

const hoursName = (hours: number): Bilingual => ({ zh: `${hours} 小时`, en: `${hours} hours` });

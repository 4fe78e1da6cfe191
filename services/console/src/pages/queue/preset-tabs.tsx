import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { fetchRows } from './dossier-list.ts';
import { DEFAULT_QUERY, queryText } from './filter-query.ts';
import { PRESETS, type Preset } from './presets.ts';
import { FACETS_KEY, type Facets, useFacets } from './use-facets.ts';
import { ASKED } from './use-queue-query.ts';

/** The views that everybody has, as links, with how many wait in them. */
export function PresetTabs({ current }: { readonly current: string }) {
  const { t } = useLanguage();
  const { account } = useSession();
  const facets = useFacets(DEFAULT_QUERY).data;
  return (
    <nav className="queue-presets" aria-label={t({ zh: '预设视图', en: 'Views' })}>
      <ul>
        {PRESETS.map((preset) => {
          const text = queryText(preset.query);
          return (
            <li key={preset.id}>
              <Link to={{ search: text }} state={ASKED} aria-current={text === current ? 'page' : undefined}>
                {t(preset.name)}
                {preset.counted === null ? (
                  <Asked preset={preset} />
                ) : (
                  <Count count={countOf(preset.counted, facets, account.id)} />
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** As wide as it will be while it is not known: the views beside it stay where they are. */
function Count({ count }: { readonly count: number | null }) {
  return <span className="queue-preset-count"> {count ?? '…'}</span>;
}

/** The number of those that no facet counts. */
function Asked({ preset }: { readonly preset: Preset }) {
  const counted = useQuery({
    queryKey: [FACETS_KEY, 'preset', preset.id],
    queryFn: async ({ signal }) => (await fetchRows(preset.query, 1, signal)).total,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
  return <Count count={counted.data ?? null} />;
}

function countOf({ facet, values }: NonNullable<Preset['counted']>, facets: Facets | undefined, me: string): number | null {
  if (facets === undefined) return null;
  const wanted: readonly string[] = values.map((value) => (facet === 'assignee' && value === 'me' ? me : value));
  const found = facets[facet]?.filter(({ value }) => wanted.includes(value)) ?? [];
  return found.reduce((sum, { count }) => sum + count, 0);
}

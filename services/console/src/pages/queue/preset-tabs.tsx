import { Link } from 'react-router';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { DEFAULT_QUERY, queryText } from './filter-query.ts';
import { PRESETS, type Preset } from './presets.ts';
import { type Facets, useFacets } from './use-facets.ts';
import { ASKED } from './use-queue-query.ts';

/** The views that everybody has, as links, with how many wait in them where that is known. */
export function PresetTabs({ current }: { readonly current: string }) {
  const { t } = useLanguage();
  const { account } = useSession();
  const facets = useFacets(DEFAULT_QUERY).data;
  return (
    <nav className="queue-presets" aria-label={t({ zh: '预设视图', en: 'Views' })}>
      <ul>
        {PRESETS.map((preset) => {
          const text = queryText(preset.query);
          const count = countOf(preset, facets, account.id);
          return (
            <li key={preset.id}>
              <Link to={{ search: text }} state={ASKED} aria-current={text === current ? 'page' : undefined}>
                {t(preset.name)}
                {count !== null && <span className="queue-preset-count"> {count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function countOf({ counted }: Preset, facets: Facets | undefined, me: string): number | null {
  if (counted === null || facets === undefined) return null;
  const value = counted.value === 'me' ? me : counted.value;
  return facets[counted.facet]?.find((each) => each.value === value || each.value === counted.value)?.count ?? 0;
}

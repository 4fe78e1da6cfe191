import { useLanguage } from '../../i18n/language.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { KeyFigures } from './key-figures.tsx';
import './overview.css';
import { PeriodBar } from './period-bar.tsx';
import { Rankings } from './rankings.tsx';
import { useOverview, useOverviewQuery } from './use-overview.ts';
import { Volumes } from './volumes.tsx';

const TITLE = { zh: '概览', en: 'Overview' } as const;

/** The work of a period in figures. Period and store stand in the address. */
export default function OverviewPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  const { query, change } = useOverviewQuery();
  const { data, error, isPlaceholderData, refetch } = useOverview(query);
  if (error !== null) return <LoadFailed error={error} retry={() => void refetch()} />;
  return (
    <div className="overview">
      <h1>{t(TITLE)}</h1>
      <PeriodBar query={query} onChange={change} />
      {data === undefined ? (
        <div role="status" aria-label={t({ zh: '正在统计', en: 'Counting' })} className="overview-waiting" />
      ) : (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'overview-stale' : undefined}>
          <KeyFigures overview={data} />
          <div className="overview-figures">
            <Volumes overview={data} />
            <Rankings overview={data} />
          </div>
        </div>
      )}
    </div>
  );
}

import { useLanguage } from '../../i18n/language.tsx';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** Stands where the rows will stand, as high as they will be. */
export function ListSkeleton() {
  const { t } = useLanguage();
  return (
    <div className="queue-skeleton" role="status">
      <span className="visually-hidden">{t({ zh: '正在载入案卷', en: 'Loading the dossiers' })}</span>
      <div className="queue-skeleton-head" aria-hidden="true" />
      {ROWS.map((row) => (
        <div key={row} className="queue-skeleton-row" aria-hidden="true">
          <span className="queue-bone" />
          <span className="queue-bone queue-bone-short" />
        </div>
      ))}
    </div>
  );
}

import { Button } from 'antd';
import { useLanguage } from '../../i18n/language.tsx';
import { DEFAULT_QUERY, type QueueQuery, queryText } from './filter-query.ts';
import { PRESETS } from './presets.ts';

/** An empty list: why it is empty, and what one could do. */
export function NothingHere({ query, onChange }: { readonly query: QueueQuery; readonly onChange: (next: QueueQuery) => void }) {
  const { t } = useLanguage();
  const preset = PRESETS.find((each) => queryText(each.query) === queryText({ ...query, order: 'urgent' }));
  return (
    <div className="queue-empty">
      <p>{t(preset?.empty ?? { zh: '没有符合筛选条件的案卷。', en: 'No dossier matches these filters.' })}</p>
      {preset === undefined && (
        <Button onClick={() => onChange({ ...DEFAULT_QUERY, order: query.order })}>
          {t({ zh: '清除筛选', en: 'Clear the filters' })}
        </Button>
      )}
    </div>
  );
}

import { Button, Drawer, Select } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { DOSSIER_ORDERS } from '../../../../../shared/domain/review/dossier.ts';
import { useMay, useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import { Keys } from '../../shell/shortcuts-dialog.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { useTakeNext } from './claims.ts';
import { defaultView } from './default-view.ts';
import { FilterPanel } from './filter-panel.tsx';
import { narrowings, type QueueQuery, queryText, readQuery } from './filter-query.ts';
import { PresetTabs } from './preset-tabs.tsx';
import './queue.css';
import './bulk.css';
import { QueueList } from './queue-list.tsx';
import { SavedViews } from './saved-views.tsx';
import { SearchBox } from './search-box.tsx';
import { useQueueQuery } from './use-queue-query.ts';
import { useWide } from './use-wide.ts';
import { ORDER_NAMES } from './words.ts';

const TITLE = { zh: '审核队列', en: 'Queue' } as const;
const FILTERS = { zh: '筛选', en: 'Filters' } as const;

/** The queue: what waits for a person, most urgent first. What it shows stands in the address. */
export default function QueuePage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  const { query, text, change } = useQueueQuery();
  useOwnDefault();
  const wide = useWide();
  const [beside, setBeside] = useState(true);
  const [over, setOver] = useState(false);
  const mayDecide = useMay('decide');
  const next = useTakeNext();
  useShortcuts(
    mayDecide
      ? [{ keys: 'n', label: { zh: '领取并打开最紧急的一件', en: 'Take and open the most urgent one' }, do: next.take }]
      : [],
    TITLE,
  );
  const step = useCallback((to: QueueQuery) => change(to), [change]);
  const panel = <FilterPanel query={query} onChange={step} />;
  const filters = narrowings(query);
  const open = wide ? beside : over;
  return (
    <>
      <div className="queue-title">
        <h1>{t(TITLE)}</h1>
        {mayDecide && (
          <Button type="primary" loading={next.busy} onClick={next.take}>
            {t({ zh: '领取下一件', en: 'Take the next one' })} <Keys keys="n" />
          </Button>
        )}
      </div>
      <PresetTabs current={text} />
      <div className="queue-tools">
        <Button aria-expanded={open} onClick={() => (wide ? setBeside(!beside) : setOver(true))}>
          {t(FILTERS)}
          {filters > 0 && ` (${filters})`}
        </Button>
        <SearchBox
          text={query.filter.text ?? ''}
          onSearch={(words) =>
            change({ ...query, filter: { ...query.filter, text: words === '' ? undefined : words } }, 'typing')
          }
        />
        <Select
          className="queue-order"
          aria-label={t({ zh: '排序', en: 'Order' })}
          value={query.order}
          onChange={(order) => change({ ...query, order })}
          options={DOSSIER_ORDERS.map((order) => ({ value: order, label: t(ORDER_NAMES[order]) }))}
        />
        <SavedViews query={query} onChange={step} />
      </div>
      <ActiveFilters query={query} onChange={step} />
      <div className={wide && beside ? 'queue-columns' : 'queue-columns queue-columns-one'}>
        {wide && beside && (
          <aside className="queue-panel" aria-label={t(FILTERS)}>
            {panel}
          </aside>
        )}
        <QueueList key={text} query={query} text={text} onChange={step} />
      </div>
      {!wide && (
        <Drawer open={over} onClose={() => setOver(false)} placement="left" title={t(FILTERS)} size={320} destroyOnHidden>
          {panel}
        </Drawer>
      )}
    </>
  );
}

/**
 * Opens one's own default view where the queue is opened without saying what it should show: by its address, the navigation, `g q`.
 * Whoever has asked for the house's view sees that.
 */
function useOwnDefault(): void {
  const { account } = useSession();
  const { search, key, state } = useLocation();
  const navigate = useNavigate();
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (seen.current === key) return;
    seen.current = key;
    const asked = (state as { asked?: boolean } | null)?.asked === true;
    const view = search === '' && !asked ? defaultView(account.id) : null;
    const text = view === null ? '' : queryText(readQuery(new URLSearchParams(view)));
    if (text !== '') void navigate({ search: text }, { replace: true });
  }, [search, key, state, account.id, navigate]);
}

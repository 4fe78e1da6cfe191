import { type KeyboardEvent, useRef } from 'react';
import type { RulesView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { WithRight } from '../../shell/no-right.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { StoreSelect } from '../overview/store-select.tsx';
import { useStores } from '../overview/use-overview.ts';
import { type GoRulebook, type RulebookAddress, TABS, type Tab, useRulebookAddress } from './address.ts';
import { BookHead } from './book-head.tsx';
import './rulebook.css';
import { RulesTab } from './rules-tab.tsx';
import { TryTab } from './try-tab.tsx';
import { useRules } from './use-rulebook.ts';
import { WaiversTab } from './waivers-tab.tsx';

const TITLE = { zh: '规则库', en: 'Rulebook' } as const;
const TAB_NAMES = {
  rules: { zh: '规则', en: 'Rules' },
  waivers: { zh: '豁免', en: 'Waivers' },
  try: { zh: '试行修改', en: 'Try a change' },
} as const;

/** The rules of a store: how they run, what is waived, and what a change would do. */
export default function RulebookPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  const [address, go] = useRulebookAddress();
  const stores = useStores();
  const store = address.store ?? stores.data?.[0]?.id ?? null;
  const rules = useRules(store);
  const error = stores.error ?? rules.error;
  if (error !== null)
    return <LoadFailed error={error} retry={() => void (stores.error === null ? rules.refetch() : stores.refetch())} />;
  return (
    <div className="rulebook">
      <div className="rulebook-title">
        <h1>{t(TITLE)}</h1>
        {store !== null && <StoreSelect all={false} store={store} onChange={(chosen) => go({ store: chosen })} />}
      </div>
      {stores.data?.length === 0 && <p>{t({ zh: '还没有商店。', en: 'There are no stores yet.' })}</p>}
      {store !== null && rules.data === undefined && (
        <div role="status" aria-label={t({ zh: '正在取规则', en: 'Loading the rules' })} className="rulebook-waiting" />
      )}
      {rules.data !== undefined && (
        <>
          <BookHead view={rules.data} />
          <TabList tab={address.tab} onChoose={(tab) => go({ tab })} />
          <div
            id="rulebook-panel"
            role="tabpanel"
            aria-labelledby={`rulebook-tab-${address.tab}`}
            aria-busy={rules.isPlaceholderData}
          >
            <Panel key={rules.data.store.id} view={rules.data} address={address} go={go} />
          </div>
        </>
      )}
    </div>
  );
}

interface Given {
  readonly view: RulesView;
  readonly address: RulebookAddress;
  readonly go: GoRulebook;
}

function Panel({ view, address, go }: Given) {
  const { t } = useLanguage();
  if (address.tab === 'rules') return <RulesTab view={view} address={address} go={go} />;
  if (address.tab === 'waivers') return <WaiversTab view={view} />;
  const { rulebook } = view;
  if (rulebook === null) return <p>{t({ zh: '没有可比较的规则库，无法试行。', en: 'There is no rulebook to compare with.' })}</p>;
  return (
    <WithRight right="try-rulebook">
      <TryTab view={{ ...view, rulebook }} rule={address.rule} go={go} />
    </WithRight>
  );
}

function TabList({ tab, onChoose }: { readonly tab: Tab; readonly onChoose: (tab: Tab) => void }) {
  const { t } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (by === null) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length]!;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#rulebook-tab-${next}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" className="rulebook-tabs" aria-label={t(TITLE)}>
      {TABS.map((each) => (
        <button
          key={each}
          id={`rulebook-tab-${each}`}
          type="button"
          role="tab"
          aria-selected={each === tab}
          aria-controls="rulebook-panel"
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onChoose(each)}
          onKeyDown={move}
        >
          {t(TAB_NAMES[each])}
        </button>
      ))}
    </div>
  );
}

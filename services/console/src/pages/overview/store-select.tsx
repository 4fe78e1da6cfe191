import { Select } from 'antd';
import { useLanguage } from '../../i18n/language.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { useStores } from './use-overview.ts';

interface Given {
  /** Null for all of them. */
  readonly store: string | null;
  readonly onChange: (store: string | null) => void;
  /** Whether all of them together can be chosen. */
  readonly all: boolean;
}

/** Chooses a store by its name. */
export function StoreSelect({ store, onChange, all }: Given) {
  const { t } = useLanguage();
  const { data = [] } = useStores();
  const options = data.map(({ id, name }) => ({ value: id, label: visibleText(name, 60) }));
  return (
    <Select
      className="store-select"
      aria-label={t({ zh: '商店', en: 'Store' })}
      value={store ?? (all ? '' : undefined)}
      onChange={(value) => onChange(value === '' ? null : value)}
      options={all ? [{ value: '', label: t({ zh: '全部商店', en: 'All stores' }) }, ...options] : options}
      popupMatchSelectWidth={false}
    />
  );
}

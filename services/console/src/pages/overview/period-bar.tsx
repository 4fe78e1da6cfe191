import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { daysBefore, lengthOf, MOST_DAYS, type OverviewQuery, PRESETS, today } from './period.ts';
import { StoreSelect } from './store-select.tsx';

interface Given {
  readonly query: OverviewQuery;
  readonly onChange: (next: Partial<OverviewQuery>) => void;
}

/** Chooses period and store. */
export function PeriodBar({ query, onChange }: Given) {
  const { t } = useLanguage();
  const [from, setFrom] = useState(query.from);
  const [to, setTo] = useState(query.to);
  useEffect(() => {
    setFrom(query.from);
    setTo(query.to);
  }, [query.from, query.to]);
  const length = lengthOf({ from, to });
  const wrong = !(length >= 1 && length <= MOST_DAYS);
  const last = today(Date.now());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong) onChange({ from, to });
  };
  return (
    <div className="overview-bar">
      <fieldset className="overview-presets">
        <legend className="visually-hidden">{t({ zh: '期间', en: 'Period' })}</legend>
        {PRESETS.map((days) => {
          const chosen = query.to === last && lengthOf(query) === days;
          return (
            <Button
              key={days}
              aria-pressed={chosen}
              type={chosen ? 'primary' : 'default'}
              onClick={() => onChange({ from: daysBefore(last, days - 1), to: last })}
            >
              {t({ zh: `近 ${days} 天`, en: `${days} days` })}
            </Button>
          );
        })}
      </fieldset>
      <form className="overview-dates" onSubmit={submit}>
        <label>
          {t({ zh: '从', en: 'From' })} <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label>
          {t({ zh: '到', en: 'to' })} <input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
        <Button htmlType="submit" disabled={wrong}>
          {t({ zh: '查看', en: 'Show' })}
        </Button>
        {wrong && (
          <span role="alert" className="overview-wrong">
            {t({ zh: `首日不得晚于末日，最长 ${MOST_DAYS} 天`, en: `From the first day to the last, ${MOST_DAYS} days at most` })}
          </span>
        )}
      </form>
      <StoreSelect all store={query.store} onChange={(store) => onChange({ store })} />
    </div>
  );
}

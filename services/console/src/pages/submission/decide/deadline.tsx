import { useLanguage } from '../../../i18n/language.tsx';
import { daysAfter, MOST_DAYS_TO_MEND } from './draft.ts';

interface Given {
  readonly today: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

const OFFERED = [7, 15, 30] as const;

/** Until when the developer has to mend it. */
export function Deadline({ today, value, onChange }: Given) {
  const { t } = useLanguage();
  return (
    <div className="deadline">
      <label className="decide-label" htmlFor="decide-deadline">
        {t({ zh: '整改期限（最后一天）', en: 'Deadline (last day)' })}
      </label>
      <input
        id="decide-deadline"
        type="date"
        required
        min={daysAfter(today, 1)}
        max={daysAfter(today, MOST_DAYS_TO_MEND)}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {OFFERED.map((days) => (
        <button
          key={days}
          type="button"
          aria-pressed={value === daysAfter(today, days)}
          onClick={() => onChange(daysAfter(today, days))}
        >
          {t({ zh: `${days}天`, en: `${days} days` })}
        </button>
      ))}
    </div>
  );
}

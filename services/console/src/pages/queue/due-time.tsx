import type { DossierRow } from '../../../../../shared/domain/review/dossier.ts';
import { formatDuration, formatRelative, formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { OUTCOME_NAMES, STATE_NAMES } from './words.ts';

/** A deadline this near is shown as such. */
const SOON_MS = 4 * 3_600_000;

/** What is left of the time and how long it has waited, or how it ended; the whole time stands in the hint. */
export function DueTime({ row, now }: { readonly row: DossierRow; readonly now: number }) {
  const waits = row.state === 'open' || row.state === 'proposed' || row.appeal !== null;
  return waits ? (
    <>
      <Left row={row} now={now} />
      <Age row={row} now={now} />
    </>
  ) : (
    <Ended row={row} now={now} />
  );
}

interface Given {
  readonly row: DossierRow;
  readonly now: number;
}

function Left({ row, now }: Given) {
  const { t, language } = useLanguage();
  const left = Date.parse(row.urgentAt) - now;
  const length = formatDuration(Math.abs(left), language);
  const urgency = left < 0 ? 'overdue' : left < SOON_MS ? 'soon' : 'calm';
  const when = formatTime(row.urgentAt, language);
  return (
    <time
      className={`queue-due queue-due-${urgency}`}
      dateTime={row.urgentAt}
      title={t({ zh: `截止 ${when}`, en: `Due ${when}` })}
    >
      {left < 0 ? t({ zh: `超期 ${length}`, en: `${length} overdue` }) : t({ zh: `剩 ${length}`, en: `${length} left` })}
    </time>
  );
}

function Age({ row, now }: Given) {
  const { t, language } = useLanguage();
  const length = formatDuration(Math.max(0, now - Date.parse(row.openedAt)), language);
  const when = formatTime(row.openedAt, language);
  return (
    <time className="queue-quiet" dateTime={row.openedAt} title={t({ zh: `入队 ${when}`, en: `In the queue since ${when}` })}>
      {t({ zh: `已等 ${length}`, en: `waiting ${length}` })}
    </time>
  );
}

function Ended({ row, now }: Given) {
  const { t, language } = useLanguage();
  const how = t(row.outcome === null ? STATE_NAMES[row.state] : OUTCOME_NAMES[row.outcome]);
  if (row.decidedAt === null) return <span>{how}</span>;
  return (
    <>
      <span>{how}</span>
      <time className="queue-quiet" dateTime={row.decidedAt} title={formatTime(row.decidedAt, language)}>
        {formatRelative(row.decidedAt, now, language)}
      </time>
    </>
  );
}

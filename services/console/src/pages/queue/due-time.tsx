import type { DossierRow } from '../../../../../shared/domain/review/dossier.ts';
import { formatDuration, formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { OUTCOME_NAMES, STATE_NAMES } from './words.ts';

/** A deadline this near is shown as such. */
const SOON_MS = 4 * 3_600_000;

/** What is left of the time, or how it ended; the whole time stands in the hint. */
export function DueTime({ row, now }: { readonly row: DossierRow; readonly now: number }) {
  const { t, language } = useLanguage();
  if (row.state !== 'open' && row.state !== 'proposed' && row.appeal === null) {
    return <Ended row={row} />;
  }
  const due = Date.parse(row.urgentAt);
  const left = due - now;
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

function Ended({ row }: { readonly row: DossierRow }) {
  const { t, language } = useLanguage();
  const how = row.outcome === null ? STATE_NAMES[row.state] : OUTCOME_NAMES[row.outcome];
  if (row.decidedAt === null) return <span>{t(how)}</span>;
  const when = formatTime(row.decidedAt, language);
  return (
    <time dateTime={row.decidedAt} title={when}>
      {t(how)} · {when}
    </time>
  );
}

/** For how long it has been waiting. */
export function Age({ row, now }: { readonly row: DossierRow; readonly now: number }) {
  const { t, language } = useLanguage();
  const length = formatDuration(Math.max(0, now - Date.parse(row.openedAt)), language);
  const when = formatTime(row.openedAt, language);
  return (
    <time className="queue-quiet" dateTime={row.openedAt} title={t({ zh: `入队 ${when}`, en: `In the queue since ${when}` })}>
      {t({ zh: `已等 ${length}`, en: `waiting ${length}` })}
    </time>
  );
}

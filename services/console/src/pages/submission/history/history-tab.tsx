import { Link } from 'react-router';
import { DECISION_NAMES } from '../../../../../../shared/domain/report/names.ts';
import type { HistoryEntry, SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import '../side-by-side/side-by-side.css';
import { OUTCOME_NAMES, SUBMISSION_STATE_NAMES } from '../words.ts';

/** Earlier submissions of the app and of its developer. */
export function HistoryTab({ view }: { readonly view: SubmissionView }) {
  const { t } = useLanguage();
  return (
    <>
      <section className="panel">
        <h2>{t({ zh: '该应用的送审历史', en: 'Submissions of this app' })}</h2>
        <HistoryTable entries={view.appHistory} at={view.submission} />
      </section>
      <section className="panel">
        <h2>{t({ zh: '该开发者的其他送审', en: 'Other submissions of this developer' })}</h2>
        <HistoryTable entries={view.developerHistory} at={view.submission} />
      </section>
    </>
  );
}

function HistoryTable({ entries, at }: { readonly entries: readonly HistoryEntry[]; readonly at: string }) {
  const { t, language } = useLanguage();
  if (entries.length === 0) return <p>{t({ zh: '没有记录。', en: 'Nothing on record.' })}</p>;
  return (
    <TableScroll label={t({ zh: '历史', en: 'History' })}>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '送审时间', en: 'Submitted' })}</th>
            <th scope="col">{t({ zh: '应用', en: 'App' })}</th>
            <th scope="col">{t({ zh: '版本', en: 'Version' })}</th>
            <th scope="col">{t({ zh: '机审', en: 'Verdict' })}</th>
            <th scope="col">{t({ zh: '人工', en: 'Decision' })}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.submission} ${entry.run}`}>
              <th scope="row">
                {entry.submission === at ? (
                  <b>
                    {formatTime(entry.createdAt, language)} {t({ zh: '（本次）', en: '(this one)' })}
                  </b>
                ) : (
                  <Link to={`/submissions/${encodeURIComponent(entry.submission)}`}>{formatTime(entry.createdAt, language)}</Link>
                )}
              </th>
              <td>
                <Untrusted text={entry.appName} most={80} />
                {entry.packageName !== null && (
                  <div className="evidence-note">
                    <Untrusted text={entry.packageName} most={80} />
                  </div>
                )}
              </td>
              <td>{entry.versionName === null ? '—' : <Untrusted text={entry.versionName} most={40} />}</td>
              <td>{entry.verdict === null ? t(SUBMISSION_STATE_NAMES[entry.state]) : t(DECISION_NAMES[entry.verdict])}</td>
              <td>{entry.outcome === null ? '—' : t(OUTCOME_NAMES[entry.outcome])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

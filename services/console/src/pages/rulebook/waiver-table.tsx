import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import type { WaiverRow } from './waiver-rows.ts';
import { STANDING_NAMES } from './words.ts';

interface Given {
  readonly caption: string;
  readonly rows: readonly WaiverRow[];
  readonly nothing: string;
  readonly action?: (row: WaiverRow) => ReactNode;
}

/** Waivers with how they stand. */
export function WaiverTable({ caption, rows, nothing, action }: Given) {
  const { t } = useLanguage();
  if (rows.length === 0) return <p>{nothing}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="rulebook-scroll" tabIndex={0} aria-label={caption}>
      <table className="rulebook-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '状态', en: 'Stands' })}</th>
            <th scope="col">{t({ zh: '规则', en: 'Rule' })}</th>
            <th scope="col">{t({ zh: '应用或开发者', en: 'App or developer' })}</th>
            <th scope="col">{t({ zh: '对象', en: 'Subject' })}</th>
            <th scope="col">{t({ zh: '理由', en: 'Reason' })}</th>
            <th scope="col">{t({ zh: '授予人', en: 'By' })}</th>
            <th scope="col">{t({ zh: '期限', en: 'From – until' })}</th>
            {action !== undefined && <th scope="col">{t({ zh: '操作', en: 'Action' })}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <span className={`rulebook-standing rulebook-standing-${row.standing}`}>{t(STANDING_NAMES[row.standing])}</span>
                {row.standing === 'expires-soon' && <> {t({ zh: `剩 ${row.daysLeft} 天`, en: `${row.daysLeft} days left` })}</>}
                {row.withoutEffect && row.standing !== 'revoked' && (
                  <div className="rulebook-quiet">
                    {t({ zh: '规则未生效，豁免不起作用', en: 'Its rule is not enforced: without effect' })}
                  </div>
                )}
              </td>
              <td>
                <code>{row.rule}</code>
              </td>
              <td>
                <Untrusted text={row.covers} most={100} />
              </td>
              <td>{row.subject === null ? t({ zh: '全部', en: 'all' }) : <Untrusted text={row.subject} most={100} />}</td>
              <td>
                <Untrusted text={row.reason} most={160} />
                {row.submission !== null && (
                  <>
                    {' '}
                    <Link to={`/submissions/${encodeURIComponent(row.submission)}`}>{t({ zh: '送审', en: 'submission' })}</Link>
                  </>
                )}
              </td>
              <td>
                <Untrusted text={row.by} most={60} />
              </td>
              <td>
                {row.granted} – {row.expires}
              </td>
              {action !== undefined && <td>{action(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

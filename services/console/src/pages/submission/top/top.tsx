import { Link } from 'react-router';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import type { Claim, SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';
import { whyInOneSentence } from '../why.ts';
import { DOSSIER_STATE_NAMES, OUTCOME_NAMES, URGENCY_NAMES, VERDICT_SAID } from '../words.ts';
import { ClaimState } from './claim-state.tsx';
import { DueTime } from './due-time.tsx';
import './top.css';

interface Given {
  readonly view: SubmissionView;
  /** Null while it is on its way, or where there is none. */
  readonly report: ReportView | null;
  readonly claim: Claim | null;
}

/** What it is, what the machine made of it and why in one sentence, when it is due and who works on it. */
export function Top({ view, report, claim }: Given) {
  const { t, language } = useLanguage();
  const { dossier } = view;
  const app = report?.app ?? dossier?.app ?? null;
  const developer = report?.app.developer ?? dossier?.developer ?? null;
  return (
    <header className="top">
      <div className="top-title">
        <h1>
          {app === null ? <Untrusted text={view.submission} most={40} /> : <Untrusted text={app.name} most={80} />}
          {app?.versionName != null && (
            <span className="top-version">
              {' '}
              <Untrusted text={app.versionName} most={40} />
            </span>
          )}
        </h1>
        {dossier !== null && <span className="top-state">{t(DOSSIER_STATE_NAMES[dossier.state])}</span>}
        {dossier?.outcome != null && <span className="top-outcome">{t(OUTCOME_NAMES[dossier.outcome])}</span>}
        {dossier?.urgencies.map((urgency) => (
          <span key={urgency} className="top-urgency">
            {t(URGENCY_NAMES[urgency])}
            {urgency === 'repeat-offender' &&
              t({ zh: `（近12个月 ${dossier.offences} 次）`, en: ` (${dossier.offences} in 12 months)` })}
          </span>
        ))}
        <nav className="top-links" aria-label={t({ zh: '相关页面', en: 'Related pages' })}>
          {view.previousApproved !== null && (
            <Link to={`/submissions/${encodeURIComponent(view.submission)}/compare`}>
              {t({ zh: '与上一通过版本比较', en: 'Compare with the version approved before' })}
            </Link>
          )}
          {dossier !== null && (
            <Link to={`/submissions/${encodeURIComponent(view.submission)}/letter`}>{t({ zh: '整改通知', en: 'Letter' })}</Link>
          )}
        </nav>
      </div>
      <p className="top-why" data-verdict={report?.verdict.decision}>
        {report === null ? (
          <span className="skeleton skeleton-line" />
        ) : (
          <>
            <b>{t(VERDICT_SAID[report.verdict.decision])}</b>
            {t({ zh: '：', en: ': ' })}
            <Untrusted text={t(whyInOneSentence(report))} most={400} />
          </>
        )}
      </p>
      <dl className="top-facts">
        <div>
          <dt>{t({ zh: '包名', en: 'Package' })}</dt>
          <dd>{app?.packageName == null ? '—' : <Untrusted text={app.packageName} most={120} />}</dd>
        </div>
        <div>
          <dt>{t({ zh: '开发者', en: 'Developer' })}</dt>
          <dd>
            {developer === null ? (
              '—'
            ) : (
              <Link to={`/queue?developer=${encodeURIComponent(developer.id)}`}>
                <bdi>{visibleText(developer.name ?? developer.id, 80)}</bdi>
              </Link>
            )}
          </dd>
        </div>
        <div>
          <dt>{t({ zh: '类别', en: 'Category' })}</dt>
          <dd>
            {report === null
              ? '—'
              : `${report.app.category.id} ${report.app.category.name === null ? '' : t(report.app.category.name)}`}
          </dd>
        </div>
        <div>
          <dt>{t({ zh: '商店', en: 'Store' })}</dt>
          <dd>
            <bdi>{visibleText(view.store.name, 60)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t({ zh: '送审', en: 'Submitted' })}</dt>
          <dd>
            {formatTime(view.createdAt, language)} · {t({ zh: `第 ${view.run} 轮`, en: `run ${view.run}` })}
          </dd>
        </div>
        {dossier !== null && (
          <div>
            <dt>{t({ zh: '到期', en: 'Due' })}</dt>
            <dd>
              <DueTime
                at={dossier.appeal?.dueAt ?? dossier.dueAt}
                open={dossier.state !== 'decided' && dossier.state !== 'moot'}
              />
            </dd>
          </div>
        )}
        {dossier !== null && (
          <div>
            <dt>{t({ zh: '处理人', en: 'Who works on it' })}</dt>
            <dd>
              <ClaimState claim={claim} assignee={dossier.assignee} />
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}

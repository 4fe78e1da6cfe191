import { Link } from 'react-router';
import { DECISION_NAMES, SEVERITY_NAMES } from '../../../../../shared/domain/report/names.ts';
import type { RulebookTrial, TrialApp } from '../../../../../shared/domain/review/rulebook-view.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { DECISIONS } from '../../../../../shared/domain/verdict.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { TrialRules } from './trial-rules.tsx';

const EFFECTS: Readonly<Record<TrialApp['findings'][number]['from'], Bilingual>> = {
  ...SEVERITY_NAMES,
  waived: { zh: '豁免', en: 'waived' },
  observed: { zh: '观察', en: 'observed' },
  none: { zh: '无', en: 'none' },
};

/** What the tried rulebook would change. */
export function TrialResult({ result }: { readonly result: RulebookTrial }) {
  const { t } = useLanguage();
  const { apps, changed, decided, before, after, complete, skipped, on, seconds, listed } = result;
  const { newlyRejected, newlyHeld, newlyApproved } = decided;
  return (
    <section aria-labelledby="trial-result" className="rulebook-result">
      <h3 id="trial-result">{t({ zh: '试行结果', en: 'What would change' })}</h3>
      <p className="rulebook-sentence">
        {t({
          zh: `按 ${on} 重新审核 ${apps} 个应用：${changed} 个有变化；新驳回 ${newlyRejected}，新转人工 ${newlyHeld}，新通过 ${newlyApproved}。（${seconds} 秒）`,
          en: `${apps} apps judged again as of ${on}: ${changed} change; ${newlyRejected} newly rejected, ${newlyHeld} newly held, ${newlyApproved} newly approved. (${seconds} s)`,
        })}
      </p>
      {!complete && (
        <p role="note" className="rulebook-note">
          {t({
            zh: '未审核全部应用：超过时限或数目上限，结果只是其中一部分（最近送审的在先）。',
            en: 'Not all apps were judged: time or the limit ended it. These are the ones submitted last.',
          })}
        </p>
      )}
      <table className="rulebook-table rulebook-counts">
        <caption>{t({ zh: '机审结论（应用数）', en: 'Verdicts (apps)' })}</caption>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '结论', en: 'Verdict' })}</th>
            <th scope="col">{t({ zh: '现行', en: 'Now' })}</th>
            <th scope="col">{t({ zh: '试行', en: 'Tried' })}</th>
          </tr>
        </thead>
        <tbody>
          {DECISIONS.map((decision) => (
            <tr key={decision}>
              <th scope="row">{t(DECISION_NAMES[decision])}</th>
              <td>{before[decision]}</td>
              <td>{after[decision]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <TrialRules rules={result.byRule} />
      {listed.length > 0 && (
        <>
          <h4>
            {t({ zh: '有变化的应用', en: 'Apps that change' })}
            {listed.length < changed && ` ${listed.length} / ${changed}`}
          </h4>
          <ul className="rulebook-apps">
            {listed.map((app) => (
              <App key={app.submission} app={app} />
            ))}
          </ul>
        </>
      )}
      {skipped.count > 0 && (
        <>
          <h4>{t({ zh: `未能重审：${skipped.count} 个`, en: `Could not be judged again: ${skipped.count}` })}</h4>
          <ul>
            {skipped.first.map(({ submission, app, reason }) => (
              <li key={submission}>
                <Untrusted text={app} most={100} />: {t(reason)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function App({ app: { submission, app, from, to, findings, omitted } }: { readonly app: TrialApp }) {
  const { t } = useLanguage();
  const verdict = from === to ? t(DECISION_NAMES[to]) : `${t(DECISION_NAMES[from])} → ${t(DECISION_NAMES[to])}`;
  return (
    <li>
      <Link to={`/submissions/${encodeURIComponent(submission)}`}>
        <Untrusted text={app} most={100} />
      </Link>{' '}
      {from === to ? verdict : <strong>{verdict}</strong>}
      <ul>
        {findings.map(({ rule, subject, fingerprint, from: was, to: is }) => (
          <li key={fingerprint}>
            <code>{rule}</code> <Untrusted text={subject} most={100} /> {t(EFFECTS[was])} → {t(EFFECTS[is])}
          </li>
        ))}
        {omitted > 0 && <li>{t({ zh: `另有 ${omitted} 个`, en: `${omitted} more` })}</li>}
      </ul>
    </li>
  );
}

import type { Decision } from '../../../../../../shared/domain/review/decision.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';
import { DECISION_STATE_NAMES, KIND_NAMES, VERDICT_SAID } from '../words.ts';
import './decision-card.css';

/** One decision with everything that belongs to it: who, when, why, what became of the findings, what the second reviewer said. */
export function DecisionCard({ decision }: { readonly decision: Decision }) {
  const { t, language } = useLanguage();
  const { findings } = useReport();
  const { kind, state, verdict, reason, note, deadline, judgements, waivers, by, at, second } = decision;
  const falseAlarms = judgements.filter(({ outcome }) => outcome === 'false-alarm');
  return (
    <article className="decision-card" data-decision={kind} data-state={state}>
      <h3>
        {t(KIND_NAMES[kind])} <span className="decision-state">{t(DECISION_STATE_NAMES[state])}</span>
      </h3>
      <p className="evidence-note">
        <Untrusted text={by.displayName} most={40} /> · {formatTime(at, language)} ·{' '}
        {t({
          zh: `第 ${decision.run} 轮，${VERDICT_SAID[verdict].zh}`,
          en: `run ${decision.run}, verdict: ${VERDICT_SAID[verdict].en}`,
        })}
      </p>
      <p>
        <Untrusted text={reason} most={1_000} lines />
      </p>
      {deadline !== null && <p>{t({ zh: `整改期限：${deadline}`, en: `Deadline: ${deadline}` })}</p>}
      {note !== null && (
        <p>
          <b>{t({ zh: '内部备注：', en: 'Note: ' })}</b>
          <Untrusted text={note} most={600} lines />
        </p>
      )}
      {falseAlarms.length > 0 && (
        <details>
          <summary>{t({ zh: `误报 ${falseAlarms.length} 个`, en: `${falseAlarms.length} false alarms` })}</summary>
          <ul>
            {falseAlarms.slice(0, 100).map(({ fingerprint, rule }) => {
              const finding = findings.get(fingerprint);
              return (
                <li key={fingerprint}>
                  {finding === undefined ? (
                    <code>{rule}</code>
                  ) : (
                    <>
                      {t(finding.title)} <Untrusted text={finding.subject} most={40} />
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      )}
      {waivers.length > 0 && (
        <ul>
          {waivers.map((waiver) => (
            <li key={waiver.fingerprint}>
              {t({ zh: `豁免至 ${waiver.expires}：`, en: `Waiver until ${waiver.expires}: ` })}
              <Untrusted text={waiver.reason} most={200} />
            </li>
          ))}
        </ul>
      )}
      {second !== null && (
        <p>
          <b>{t({ zh: '第二人：', en: 'Second reviewer: ' })}</b>
          <Untrusted text={second.by.displayName} most={40} /> · {formatTime(second.at, language)}
          {second.comment !== '' && (
            <>
              {' · '}
              <Untrusted text={second.comment} most={600} lines />
            </>
          )}
        </p>
      )}
    </article>
  );
}

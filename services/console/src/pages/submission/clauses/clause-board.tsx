import { useMemo } from 'react';
import { ASSESSMENTS } from '../../../../../../shared/domain/clause.ts';
import { ASSESSMENT_NAMES } from '../../../../../../shared/domain/report/names.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import type { Bilingual } from '../../../../../../shared/domain/text.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import type { Go } from '../address.ts';
import { useReport } from '../report/report-context.tsx';
import './clauses.css';

type Clause = ReportView['clauses'][number];

const KINDS: Readonly<Record<Clause['kind'], Bilingual>> = {
  machine: { zh: '机审', en: 'machine' },
  partly: { zh: '机审能查一部分', en: 'partly machine' },
  human: { zh: '须人工判断', en: 'a person' },
};

/** All clauses by instrument with how each came out and why; a clause with findings leads to them. */
export function ClauseBoard({ go }: { readonly go: Go }) {
  const { t } = useLanguage();
  const { clauses } = useReport().report;
  const instruments = useMemo(() => Map.groupBy(clauses, ({ instrument }) => instrument.zh), [clauses]);
  return (
    <>
      <ul className="clause-summary">
        {ASSESSMENTS.map((assessment) => (
          <li key={assessment}>
            <span className={`assessment assessment-${assessment}`}>{t(ASSESSMENT_NAMES[assessment])}</span>{' '}
            {clauses.filter((clause) => clause.assessment === assessment).length}
          </li>
        ))}
      </ul>
      {[...instruments.values()].map((list) => (
        <section key={list[0]!.instrument.zh} className="clause-instrument">
          <h2>{t(list[0]!.instrument)}</h2>
          <div className="clause-grid">
            {list.map((clause) => (
              <ClauseCard key={clause.id} clause={clause} go={go} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function ClauseCard({ clause, go }: { readonly clause: Clause; readonly go: Go }) {
  const { t } = useLanguage();
  const { id, number, name, summary, kind, assessment, assessmentName, findings, reason } = clause;
  return (
    <article className="clause-card" data-clause={id} data-assessment={assessment}>
      <h3>
        {number}. {t(name)}
      </h3>
      <p>
        <span className={`assessment assessment-${assessment}`}>{t(assessmentName)}</span>{' '}
        <span className="evidence-note">{t(KINDS[kind])}</span>
      </p>
      <p className="clause-reason">{t(reason)}</p>
      <details>
        <summary>{t({ zh: '条款内容与评估依据', en: 'What it asks for, and why so' })}</summary>
        <p>{t(summary)}</p>
        <p>{t(reason)}</p>
      </details>
      {findings.length > 0 && (
        <button type="button" className="clause-findings" onClick={() => go({ tab: 'findings', clause: id, severities: [] })}>
          {t({
            zh: `查看 ${findings.length} 个问题`,
            en: `Show ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
          })}
        </button>
      )}
    </article>
  );
}

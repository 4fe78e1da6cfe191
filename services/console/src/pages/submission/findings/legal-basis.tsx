import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { citationOf, UNVERIFIED } from '../../../../../../shared/domain/report/citation.ts';
import { FORCE_NAMES } from '../../../../../../shared/domain/report/names.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useReport } from '../report/report-context.tsx';

/** What a finding rests on, each with its force, so that nobody takes a guideline for law; then the clauses of the pledges. */
export function LegalBasis({ finding }: { readonly finding: Finding }) {
  const { t } = useLanguage();
  const { instruments, clauses } = useReport();
  return (
    <ul className="basis">
      {finding.basis.map(({ instrument, article, verified, force }) => {
        const known = instruments.get(instrument);
        const name = known?.name ?? { zh: instrument, en: instrument };
        return (
          <li key={`${instrument} ${article ?? ''}`}>
            <span className={`force force-${force}`}>{t(known?.forceName ?? FORCE_NAMES[force])}</span>{' '}
            {t(citationOf({ name, article: article ?? null }))}
            {!verified && (
              <>
                {' '}
                <b className="unverified">{t({ zh: `（${UNVERIFIED.zh}）`, en: `(${UNVERIFIED.en})` })}</b>
              </>
            )}
          </li>
        );
      })}
      {finding.clauses.map((id) => {
        const clause = clauses.get(id);
        return (
          <li key={id}>
            <span className="force force-pledge">{t({ zh: '承诺条款', en: 'Pledged' })}</span>{' '}
            {clause === undefined
              ? id
              : t({
                  zh: `${clause.instrument.zh}第${clause.number}条（${clause.name.zh}）`,
                  en: `${clause.instrument.en}, clause ${clause.number} (${clause.name.en})`,
                })}
          </li>
        );
      })}
    </ul>
  );
}

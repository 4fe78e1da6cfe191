import { CHECK_NAMES } from '../../../../../../shared/domain/check.ts';
import { COVERAGE_NAMES, UNCHECKED_NAMES } from '../../../../../../shared/domain/report/words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';
import '../side-by-side/side-by-side.css';

/** How much was read, and everything that this review did not look at or could not decide. */
export function CoverageTab() {
  const { t } = useLanguage();
  const { report } = useReport();
  const { coverage, checks, provenance, reasons } = report.verdict;
  const groups = Map.groupBy(report.notChecked, ({ kind }) => kind);
  return (
    <>
      <section className="panel">
        <h2>{t({ zh: '机审理由（全部）', en: 'All reasons of the verdict' })}</h2>
        <ol>
          {reasons.slice(0, 200).map((reason, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reasons stand in the order in which they were reached.
            <li key={place}>
              <Untrusted text={t(reason.text)} most={600} />
            </li>
          ))}
        </ol>
      </section>
      <section className="panel">
        <h2>{t({ zh: '覆盖度', en: 'Coverage' })}</h2>
        <p>
          {t({ zh: '代码覆盖：', en: 'Code: ' })}
          <b className={coverage.level === 'full' ? '' : 'evidence-warning'}>{t(COVERAGE_NAMES[coverage.level])}</b>
        </p>
        <ul>
          {coverage.reasons.slice(0, 100).map((reason, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes.
            <li key={place}>
              <Untrusted text={t(reason)} most={400} />
            </li>
          ))}
        </ul>
        <p>
          {t({ zh: '已完成的检查：', en: 'Checks that completed: ' })}
          {checks.completed.map((check) => t(CHECK_NAMES[check])).join(t({ zh: '、', en: ', ' })) || '—'}
        </p>
      </section>
      {[...groups].map(([kind, list]) => (
        <section key={kind} className="panel" data-unchecked={kind}>
          <h2>
            {t(UNCHECKED_NAMES[kind])} ({list.length})
          </h2>
          <ul>
            {list.slice(0, 300).map(({ place, text }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes; the same place may have two gaps.
              <li key={at}>
                {place !== null && (
                  <>
                    <code>
                      <Untrusted text={place} most={200} />
                    </code>{' '}
                  </>
                )}
                <Untrusted text={t(text)} most={600} />
              </li>
            ))}
          </ul>
          {list.length > 300 && <p>{t({ zh: `另有 ${list.length - 300} 项`, en: `${list.length - 300} more` })}</p>}
        </section>
      ))}
      <section className="panel">
        <h2>{t({ zh: '结论的来历', en: 'What the verdict was made with' })}</h2>
        <dl className="provenance">
          {Object.entries(provenance).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Untrusted text={value === null || value === '' ? '—' : String(value)} most={120} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { Folded } from '../evidence/folded.tsx';
import { useReport } from '../report/report-context.tsx';
import { FindingBody } from './finding-body.tsx';
import { SeverityTag } from './severity-tag.tsx';

/** Findings that the store's rulebook takes the effect from: waived ones with who, why and until when, and those only observed. */
export function QuietFindings() {
  const { t } = useLanguage();
  const { waived, observed } = useReport().report.verdict;
  return (
    <>
      {waived.length > 0 && (
        <section className="finding-group" data-quiet="waived">
          <h2>{t({ zh: `已豁免的问题（${waived.length}）`, en: `Waived findings (${waived.length})` })}</h2>
          {waived.map(({ finding, waiver }) => (
            <div key={`${waiver.id} ${finding.fingerprint}`} className="finding">
              <Folded
                label={
                  <>
                    <SeverityTag severity={finding.severity} /> {t(finding.title)} <Untrusted text={finding.subject} most={40} />
                  </>
                }
              >
                {() => <FindingBody finding={finding} />}
              </Folded>
              <p className="finding-preview">
                {t({ zh: `豁免至 ${waiver.expires}：`, en: `Waived until ${waiver.expires}: ` })}
                <Untrusted text={waiver.reason} most={300} /> · <Untrusted text={waiver.by} most={40} /> ·{' '}
                <code>
                  <Untrusted text={waiver.id} most={40} />
                </code>
              </p>
            </div>
          ))}
        </section>
      )}
      {observed.length > 0 && (
        <section className="finding-group" data-quiet="observed">
          <h2>
            {t({
              zh: `仅作观察的问题（${observed.length}），不影响结论`,
              en: `Only observed (${observed.length}), without effect`,
            })}
          </h2>
          {observed.map((finding) => (
            <div key={finding.fingerprint} className="finding">
              <Folded
                label={
                  <>
                    <SeverityTag severity={finding.severity} /> {t(finding.title)} <Untrusted text={finding.subject} most={40} />
                  </>
                }
              >
                {() => <FindingBody finding={finding} />}
              </Folded>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { Folded } from '../evidence/folded.tsx';
import { useReport } from '../report/report-context.tsx';
import { FindingActions } from './finding-actions.tsx';
import './findings.css';
import { LegalBasis } from './legal-basis.tsx';
import { SubjectRow } from './subject-row.tsx';

/** A finding in full: what was found, where, on what it rests, and what the developer must do. */
export function FindingBody({ finding }: { readonly finding: Finding }) {
  const { t } = useLanguage();
  const { rules } = useReport();
  const rule = rules.get(finding.rule);
  return (
    <div className="finding-body">
      <p className="finding-text">
        <Untrusted text={t(finding.text)} most={1_500} lines />
      </p>
      <h4>{t({ zh: '证据', en: 'Evidence' })}</h4>
      <EvidenceList
        evidence={finding.evidence}
        {...(finding.evidenceOmitted === undefined ? {} : { omitted: finding.evidenceOmitted })}
      />
      <SubjectRow finding={finding} />
      <h4>{t({ zh: '条款与依据', en: 'Clauses and legal basis' })}</h4>
      <LegalBasis finding={finding} />
      <div className="remedy">
        <h4>{t({ zh: '整改要求', en: 'What the developer must do' })}</h4>
        <Untrusted text={t(finding.remedy)} most={1_500} lines />
      </div>
      {rule?.explanation != null && (
        <Folded label={t({ zh: '为什么检查', en: 'Why this is looked at' })}>
          {() => <p className="explanation">{t(rule.explanation!)}</p>}
        </Folded>
      )}
      {finding.similarOmitted !== undefined && (
        <p className="evidence-note">
          {t({
            zh: `本规则另有 ${finding.similarOmitted} 个问题未列入报告`,
            en: `${finding.similarOmitted} more findings of this rule are not listed in the report`,
          })}
        </p>
      )}
      <FindingActions finding={finding} />
    </div>
  );
}

import { CHECK_NAMES } from '../../../../../../shared/domain/check.ts';
import type { SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import './progress.css';
import { RerunButton } from './rerun.tsx';

/** Checks that left no report: failed, and never a pass. */
export function MissingChecks({ view }: { readonly view: SubmissionView }) {
  const { t } = useLanguage();
  if (view.missingChecks.length === 0) return null;
  return (
    <section className="missing-checks" aria-labelledby="missing-checks-title">
      <h2 id="missing-checks-title">
        {t({
          zh: `${view.missingChecks.length} 项检查失败，没有结果（不是通过）`,
          en: `${view.missingChecks.length} ${view.missingChecks.length === 1 ? 'check' : 'checks'} failed without a result (not a pass)`,
        })}
      </h2>
      <ul>
        {view.missingChecks.map(({ check, reason }) => (
          <li key={check} data-missing={check}>
            <b>{t(CHECK_NAMES[check])}</b>
            {t({ zh: '：', en: ': ' })}
            <Untrusted text={t(reason)} most={400} />
          </li>
        ))}
      </ul>
      <RerunButton view={view} />
    </section>
  );
}

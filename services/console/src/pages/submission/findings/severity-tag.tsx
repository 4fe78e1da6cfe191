import { SEVERITY_NAMES } from '../../../../../../shared/domain/report/names.ts';
import type { Severity } from '../../../../../../shared/domain/severity.ts';
import { useLanguage } from '../../../i18n/language.tsx';

/** What a finding leads to by itself. */
export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const { t } = useLanguage();
  return <span className={`severity severity-${severity}`}>{t(SEVERITY_NAMES[severity])}</span>;
}

import { useLanguage } from '../../../i18n/language.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';

/** Which text of the policy is meant, by its hash. */
export function Snapshot({ sha256 }: { readonly sha256: string }) {
  const { t } = useLanguage();
  if (sha256 === '') return null;
  return (
    <div className="evidence-note">
      {t({ zh: '政策快照 ', en: 'Policy snapshot ' })}
      <code title={visibleText(sha256)}>{visibleText(sha256.slice(0, 12))}</code>
    </div>
  );
}

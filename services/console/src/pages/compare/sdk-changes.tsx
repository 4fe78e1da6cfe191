import { SDK_LEVELS } from '../../../../../shared/domain/report/table-words.ts';
import type { VersionComparison } from '../../../../../shared/domain/review/version-comparison.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';

interface Given {
  readonly changes: VersionComparison['sdkChanges'];
  readonly names: VersionComparison['sdkNames'];
}

/** SDKs that both versions have, in another version or at another level. */
export function SdkChanges({ changes, names }: Given) {
  const { t } = useLanguage();
  if (changes.length === 0) return null;
  return (
    <div className="compare-set">
      <h3>{t({ zh: '有变化的第三方SDK', en: 'SDKs that changed' })}</h3>
      <ul className="compare-names">
        {changes.map(({ id, versions, level }) => (
          <li key={id}>
            {t(names[id] ?? { zh: id, en: id })}
            {versions !== null && (
              <>
                {t({ zh: '：版本 ', en: ': version ' })}
                <Untrusted text={versions.before.join(', ')} most={60} /> →{' '}
                <Untrusted text={versions.after.join(', ')} most={60} />
              </>
            )}
            {level !== null && (
              <>
                {t({ zh: '：', en: ': ' })}
                {t(SDK_LEVELS[level.before])} → {t(SDK_LEVELS[level.after])}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { foundText, versionPlaces } from '../../../../../../shared/domain/report/sdk-text.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';

/** By what an SDK was found, where its version is said, who calls it and which permissions it wants; folded until somebody asks. */
export function SdkDetails({ sdk }: { readonly sdk: ReportView['sdks'][number] }) {
  const { t } = useLanguage();
  const lines = [...foundText(sdk), ...versionPlaces(sdk), ...sdk.reasons].map(t);
  const requested = sdk.permissions.filter((permission) => permission.requested).map(({ name }) => name);
  const wanted = sdk.permissions.filter((permission) => !permission.requested).map(({ name }) => name);
  return (
    <details className="sdk-details">
      <summary>{t({ zh: '证据', en: 'Evidence' })}</summary>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>
            <Untrusted text={line} most={200} />
          </li>
        ))}
        {requested.length > 0 && (
          <li>
            {t({ zh: '需要且应用已申请的权限：', en: 'permissions that it wants and the app requests: ' })}
            <Untrusted text={requested.join(', ')} most={200} />
          </li>
        )}
        {wanted.length > 0 && (
          <li>
            {t({ zh: '需要但应用未申请的权限：', en: 'permissions that it wants and the app does not request: ' })}
            <Untrusted text={wanted.join(', ')} most={200} />
          </li>
        )}
      </ul>
    </details>
  );
}

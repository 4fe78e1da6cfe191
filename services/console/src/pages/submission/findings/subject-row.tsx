import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useReport } from '../report/report-context.tsx';
import { PermissionTable } from '../side-by-side/permission-table.tsx';
import { SdkTable } from '../side-by-side/sdk-table.tsx';

/** The rows of the tables that a finding is about: its SDKs (named by subject or by whose code calls), or its permission. */
export function SubjectRow({ finding }: { readonly finding: Finding }) {
  const { t } = useLanguage();
  const { sdks, permissions } = useReport();
  const named = new Set([finding.subject]);
  for (const piece of finding.evidence) if (piece.type === 'code' && piece.owner?.sdk != null) named.add(piece.owner.sdk);
  const ofSdks = [...named].flatMap((id) => sdks.get(id) ?? []).slice(0, 10);
  const permission = permissions.get(finding.subject);
  return (
    <>
      {ofSdks.length > 0 && (
        <>
          <h4>{t({ zh: 'SDK 对照', en: 'The SDK in package, policy and listing' })}</h4>
          <SdkTable sdks={ofSdks} />
        </>
      )}
      {permission !== undefined && (
        <>
          <h4>{t({ zh: '权限对照', en: 'The permission in package, policy and listing' })}</h4>
          <PermissionTable permissions={[permission]} />
        </>
      )}
    </>
  );
}

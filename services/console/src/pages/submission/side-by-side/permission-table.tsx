import { PERMISSION_IN_POLICY, PERMISSION_KINDS, RELEVANCE } from '../../../../../../shared/domain/report/table-words.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { permissionMismatch } from './mismatch.ts';
import './side-by-side.css';

/** Permissions of the package beside what policy and listing say; what does not agree is marked. */
export function PermissionTable({ permissions }: { readonly permissions: ReportView['permissions'] }) {
  const { t } = useLanguage();
  return (
    <TableScroll label={t({ zh: '权限对照', en: 'Permissions side by side' })}>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '权限', en: 'Permission' })}</th>
            <th scope="col">{t({ zh: '类别', en: 'Kind' })}</th>
            <th scope="col">{t({ zh: '与应用类别', en: 'For this category' })}</th>
            <th scope="col">{t({ zh: '隐私政策', en: 'Policy' })}</th>
            <th scope="col">{t({ zh: '上架信息', en: 'Listing' })}</th>
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission) => {
            const { name, group, kind, relevance, policy, listing, places } = permission;
            const mismatch = permissionMismatch(permission);
            return (
              <tr key={name}>
                <th scope="row">
                  <Untrusted text={name} most={120} />
                  {group !== null && <div className="evidence-note">{t(group)}</div>}
                  <div className="evidence-note">
                    <Untrusted text={places.join(', ')} most={120} />
                  </div>
                </th>
                <td>{kind === null ? '—' : Object.hasOwn(PERMISSION_KINDS, kind) ? t(PERMISSION_KINDS[kind]!) : kind}</td>
                <td className={relevance === 'low' ? 'mismatch' : ''}>{relevance === null ? '—' : t(RELEVANCE[relevance])}</td>
                <td className={mismatch.policy ? 'mismatch' : ''}>{t(PERMISSION_IN_POLICY[policy])}</td>
                <td className={mismatch.listing ? 'mismatch' : ''}>
                  {listing.declared ? (
                    listing.purpose === null ? (
                      t({ zh: '已申报，未写用途', en: 'declared, no purpose' })
                    ) : (
                      <Untrusted text={listing.purpose} most={120} />
                    )
                  ) : (
                    t({ zh: '未申报', en: 'not declared' })
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

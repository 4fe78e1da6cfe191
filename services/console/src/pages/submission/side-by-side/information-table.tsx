import { INFORMATION_IN_POLICY } from '../../../../../../shared/domain/report/table-words.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';
import { informationMismatch } from './mismatch.ts';
import './side-by-side.css';

/** Types of personal information: what in the package points at them beside what the policy says. */
export function InformationTable({ rows }: { readonly rows: ReportView['information'] }) {
  const { t } = useLanguage();
  const { sdks } = useReport();
  return (
    <TableScroll label={t({ zh: '个人信息对照', en: 'Personal information side by side' })}>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '个人信息', en: 'Information' })}</th>
            <th scope="col">{t({ zh: '权限可及', en: 'Opened by permissions' })}</th>
            <th scope="col">{t({ zh: '代码可调用', en: 'Calls in code' })}</th>
            <th scope="col">{t({ zh: 'SDK 公开收集', en: 'SDKs known to collect it' })}</th>
            <th scope="col">{t({ zh: '隐私政策', en: 'Policy' })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-information={row.id}>
              <th scope="row">
                {t(row.name)}
                {row.sensitive === 'yes' && <div className="evidence-warning">{t({ zh: '敏感个人信息', en: 'sensitive' })}</div>}
              </th>
              <td>{row.permissions.length === 0 ? '—' : <Untrusted text={row.permissions.join(', ')} most={120} />}</td>
              <td>{row.calls === 0 ? '—' : t({ zh: `${row.calls} 处`, en: `${row.calls} places` })}</td>
              <td>
                {row.sdks.length === 0
                  ? '—'
                  : row.sdks
                      .map((id) => {
                        const sdk = sdks.get(id);
                        return sdk === undefined ? id : t(sdk.name);
                      })
                      .join(t({ zh: '、', en: ', ' }))}
              </td>
              <td className={informationMismatch(row) ? 'mismatch' : ''}>{t(INFORMATION_IN_POLICY[row.policy])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

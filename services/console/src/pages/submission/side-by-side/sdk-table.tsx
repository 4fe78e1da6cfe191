import { COLLECTS, CONFIDENCE, SDK_IN_POLICY, SDK_LEVELS, YES_NO } from '../../../../../../shared/domain/report/table-words.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import './side-by-side.css';

/** SDKs of the package beside whether policy and listing name them; what does not agree is marked. */
export function SdkTable({ sdks }: { readonly sdks: ReportView['sdks'] }) {
  const { t } = useLanguage();
  return (
    <TableScroll label={t({ zh: '第三方SDK对照', en: 'SDKs side by side' })}>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: 'SDK', en: 'SDK' })}</th>
            <th scope="col">{t({ zh: '运营者', en: 'Operator' })}</th>
            <th scope="col">{t({ zh: '在包中', en: 'In the package' })}</th>
            <th scope="col">{t({ zh: '识别把握', en: 'Confidence' })}</th>
            <th scope="col">{t({ zh: '收集信息', en: 'Collects' })}</th>
            <th scope="col">{t({ zh: '隐私政策', en: 'Policy' })}</th>
            <th scope="col">{t({ zh: '上架信息', en: 'Listing' })}</th>
          </tr>
        </thead>
        <tbody>
          {sdks.map((sdk) => (
            <tr key={sdk.id} data-sdk={sdk.id}>
              <th scope="row">
                {t(sdk.name)}
                <div className="evidence-note">
                  <Untrusted text={sdk.packages.join(', ')} most={120} />
                </div>
              </th>
              <td>{sdk.operator === null ? '—' : t(sdk.operator)}</td>
              <td>{t(SDK_LEVELS[sdk.level])}</td>
              <td>{t(CONFIDENCE[sdk.confidence])}</td>
              <td>{t(COLLECTS[sdk.collects])}</td>
              <td className={sdk.policy === 'silent' && sdk.collects !== 'no' ? 'mismatch' : ''}>
                {t(SDK_IN_POLICY[sdk.policy])}
              </td>
              <td className={!sdk.listing && sdk.collects === 'yes' ? 'mismatch' : ''}>
                {t(YES_NO[sdk.listing ? 'yes' : 'no'])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

import { categoryText, levelText, listingText, startText, versionText } from '../../../../../../shared/domain/report/sdk-text.ts';
import { CONFIDENCE, SDK_IN_POLICY } from '../../../../../../shared/domain/report/table-words.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { sdkMismatch, startsEarly } from './mismatch.ts';
import { SdkDetails } from './sdk-details.tsx';
import { SdkTakes } from './sdk-takes.tsx';
import './side-by-side.css';

type Sdk = ReportView['sdks'][number];

/** SDKs of the package beside whether policy and listing name them; what does not agree is marked. */
export function SdkTable({ sdks }: { readonly sdks: readonly Sdk[] }) {
  const { t } = useLanguage();
  return (
    <TableScroll label={t({ zh: '第三方SDK对照', en: 'SDKs side by side' })}>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: 'SDK', en: 'SDK' })}</th>
            <th scope="col">{t({ zh: '版本', en: 'Version' })}</th>
            <th scope="col">{t({ zh: '运营者', en: 'Operator' })}</th>
            <th scope="col">{t({ zh: '在包中', en: 'In the package' })}</th>
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
                <div className="evidence-note">{t(categoryText(sdk))}</div>
                <SdkDetails sdk={sdk} />
              </th>
              <td>
                <Untrusted text={t(versionText(sdk))} most={120} />
              </td>
              <td>
                {sdk.operator === null ? t({ zh: '未知', en: 'unknown' }) : t(sdk.operator)}
                {sdk.privacyUrl !== null && (
                  <div>
                    <a href={sdk.privacyUrl} target="_blank" rel="noopener noreferrer">
                      {t({ zh: '其隐私政策（新窗口）', en: 'Its privacy policy (new window)' })}
                    </a>
                  </div>
                )}
              </td>
              <Presence sdk={sdk} />
              <td>
                <SdkTakes sdk={sdk} />
              </td>
              <InPolicy sdk={sdk} />
              <InListing sdk={sdk} />
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Presence({ sdk }: { readonly sdk: Sdk }) {
  const { t } = useLanguage();
  const start = startText(sdk);
  return (
    <td className={startsEarly(sdk) ? 'mismatch' : ''}>
      {t(levelText(sdk))}
      <div className="evidence-note">
        {t({ zh: '识别把握：', en: 'confidence: ' })}
        {t(CONFIDENCE[sdk.confidence])}
      </div>
      {start !== null && (
        <div>
          <Untrusted text={t(start)} most={200} />
        </div>
      )}
    </td>
  );
}

function InPolicy({ sdk }: { readonly sdk: Sdk }) {
  const { t } = useLanguage();
  return (
    <td className={sdkMismatch(sdk) ? 'mismatch' : ''}>
      {t(SDK_IN_POLICY[sdk.policy])}
      {sdk.policyPlaces.slice(0, 1).map(({ excerpt, range }) => (
        <div key={`${range}`} className="evidence-note">
          <Untrusted text={excerpt} most={80} />
        </div>
      ))}
    </td>
  );
}

function InListing({ sdk }: { readonly sdk: Sdk }) {
  const { t } = useLanguage();
  return (
    <td className={!sdk.listing && sdk.collects === 'yes' && !sdk.stub ? 'mismatch' : ''}>
      {t(listingText(sdk) ?? { zh: '没有', en: 'none' })}
      {sdk.listed?.purpose != null && (
        <div className="evidence-note">
          <Untrusted text={sdk.listed.purpose} most={80} />
        </div>
      )}
    </td>
  );
}

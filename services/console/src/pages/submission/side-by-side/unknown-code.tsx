import { calledText, unknownCodePlaces } from '../../../../../../shared/domain/report/sdk-text.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';

/** Code that is neither the app's nor of anybody known, with what it could take. */
export function UnknownCode({ thirdParty: { unknown, unknownOmitted } }: { readonly thirdParty: ReportView['thirdParty'] }) {
  const { t } = useLanguage();
  if (unknown.length === 0) return null;
  const count = unknown.length + unknownOmitted;
  return (
    <>
      <h3>{t({ zh: `未识别的第三方代码（${count}）`, en: `Unknown third-party code (${count})` })}</h3>
      <ul>
        {unknown.map((code) => {
          const called = t(calledText(code.takes));
          return (
            <li key={code.package}>
              <code>
                <Untrusted text={code.package} most={120} />
              </code>{' '}
              <Untrusted
                text={unknownCodePlaces(code)
                  .map(t)
                  .join(t({ zh: '；', en: '; ' }))}
                most={200}
              />
              {called !== '' && (
                <div className="evidence-warning">
                  {t({ zh: '其代码可调用：', en: 'its code can call for: ' })}
                  <Untrusted text={called} most={200} />
                </div>
              )}
            </li>
          );
        })}
        {unknownOmitted > 0 && <li>… +{unknownOmitted}</li>}
      </ul>
    </>
  );
}

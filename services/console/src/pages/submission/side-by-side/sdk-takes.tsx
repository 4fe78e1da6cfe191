import { calledText, statedText } from '../../../../../../shared/domain/report/sdk-text.ts';
import { COLLECTS } from '../../../../../../shared/domain/report/table-words.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';

/** What an SDK takes: by its vendor's word, and by calls of its own code. */
export function SdkTakes({ sdk }: { readonly sdk: ReportView['sdks'][number] }) {
  const { t } = useLanguage();
  const [stated, called] = [t(statedText(sdk.takes)), t(calledText(sdk.takes))];
  return (
    <>
      {t(COLLECTS[sdk.collects])}
      {sdk.profiling && t({ zh: '，用于画像', en: ', builds profiles' })}
      {stated !== '' && (
        <div className="evidence-note">
          {t({ zh: '提供者说明：', en: 'by its vendor: ' })}
          <Untrusted text={stated} most={100} />
        </div>
      )}
      {called !== '' && (
        <div>
          {t({ zh: '其代码可调用：', en: 'its code can call for: ' })}
          <Untrusted text={called} most={160} />
        </div>
      )}
    </>
  );
}

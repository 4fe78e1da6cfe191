import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';
import { DeclaredSdks } from './declared-sdks.tsx';
import { SdkTable } from './sdk-table.tsx';
import { UnknownCode } from './unknown-code.tsx';

interface Given {
  readonly shown: ReportView['sdks'];
  /** How many the policy does not name. */
  readonly missing: number;
  readonly listing: unknown;
}

/** The third-party code of the package beside what was disclosed of it, how whole the list is, and the list as a file. */
export function SdkSection({ shown, missing, listing }: Given) {
  const { t, language } = useLanguage();
  const { report } = useReport();
  const { sdks, thirdParty, submission } = report;
  return (
    <section className="panel">
      <h2>
        {t({
          zh: `第三方SDK（${sdks.length}，政策未写明 ${missing}）`,
          en: `Third-party SDKs (${sdks.length}, ${missing} missing in the policy)`,
        })}
      </h2>
      {thirdParty.notes.map((note) => (
        <p key={note.en} role="note" className="sdk-limit">
          <Untrusted text={t(note)} most={600} />
        </p>
      ))}
      {submission.id !== null && (
        <p>
          <a
            href={`/v1/review/submissions/${encodeURIComponent(submission.id)}/report?format=csv&lang=${language}&download=true`}
            download
          >
            {t({ zh: '下载第三方SDK清单（CSV）', en: 'Download the list of SDKs (CSV)' })}
          </a>
        </p>
      )}
      {shown.length === 0 ? <p>{t({ zh: '没有。', en: 'None.' })}</p> : <SdkTable sdks={shown} />}
      <UnknownCode thirdParty={thirdParty} />
      <DeclaredSdks listing={listing} />
    </section>
  );
}

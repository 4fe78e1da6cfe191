import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';

const TAGS = { zh: 'zh-CN', en: 'en' } as const;
const NAMES = { zh: '中文', en: 'English' } as const;

/** A reason as developers will read it, in both languages beside each other. */
export function ReasonPreview({ title, text }: { readonly title: Bilingual; readonly text: Bilingual }) {
  const { t } = useLanguage();
  return (
    <section className="reason-preview" aria-label={t({ zh: '预览', en: 'Preview' })}>
      {(['zh', 'en'] as const).map((language) => (
        <div key={language} lang={TAGS[language]}>
          <p className="reason-preview-language">{NAMES[language]}</p>
          <p className="reason-preview-title">
            <Untrusted text={title[language] || '—'} />
          </p>
          <Untrusted text={text[language] || '—'} lines most={4_000} />
        </div>
      ))}
    </section>
  );
}

import { memo, useDeferredValue } from 'react';
import type { LetterContent, LetterItem } from '../../../../../shared/domain/review/letter.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { LANGUAGE_TAG, useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import type { PrintLanguage } from './words.ts';

interface Given {
  readonly id: string;
  readonly submission: string;
  readonly content: LetterContent;
  readonly language: PrintLanguage;
}

/** The letter as it will read, while it is typed; the page for print cuts each finding to one sheet. */
export function LetterPreview({ id, submission, content, language }: Given) {
  const { t } = useLanguage();
  // Typing goes first; the preview follows.
  const shown = useDeferredValue(content);
  const say = (text: Bilingual, most = 2_000) => <Said text={text} language={language} most={most} />;
  return (
    <section className="letter-preview" aria-label={t({ zh: '预览', en: 'Preview' })} data-testid="letter-preview">
      <div className="letter-sheet">
        <h2 className="letter-title">
          <Said text={shown.title} language={language} most={200} inline />
        </h2>
        <p className="letter-marks">
          {id} · {submission}
        </p>
        <p>
          {language === 'en' ? 'To: ' : '致：'}
          <Untrusted text={shown.addressee} most={300} />
        </p>
        {say(shown.opening)}
        {shown.deadline !== null && (
          <p className="letter-deadline">
            {language === 'en' ? 'Time for rectification: ' : '整改期限：'}
            {shown.deadline}
          </p>
        )}
        {say(shown.closing)}
        {say(shown.appeal)}
        <p className="letter-signed">
          <Untrusted text={shown.signatory} most={300} />
        </p>
      </div>
      {shown.items.map((item, at) => (
        <ItemSheet key={item.fingerprint} item={item} number={at + 1} language={language} />
      ))}
    </section>
  );
}

const PARTS = [
  { part: 'found', zh: '问题描述', en: 'What was found' },
  { part: 'evidence', zh: '证据位置', en: 'Where' },
  { part: 'basis', zh: '依据条款及效力', en: 'Legal basis and its force' },
  { part: 'remedy', zh: '整改要求', en: 'What to change' },
] as const;

const ItemSheet = memo(function ItemSheet({
  item,
  number,
  language,
}: {
  item: LetterItem;
  number: number;
  language: PrintLanguage;
}) {
  return (
    <div className="letter-sheet">
      <h3>
        {number}. <Said text={item.title} language={language} most={200} inline />
      </h3>
      {PARTS.map(({ part, ...names }) => {
        const value = item[part];
        const texts = Array.isArray(value) ? (value as readonly Bilingual[]) : [value as Bilingual];
        return (
          <div key={part}>
            <h4>{names[language === 'en' ? 'en' : 'zh']}</h4>
            {texts.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place.
              <Said key={at} text={text} language={language} most={1_000} />
            ))}
          </div>
        );
      })}
    </div>
  );
});

/** One or both languages of a text, as text and never as markup. */
function Said({ text, language, most, inline }: { text: Bilingual; language: PrintLanguage; most: number; inline?: boolean }) {
  const languages = language === 'both' ? (['zh', 'en'] as const) : [language];
  const said = languages
    .filter((each, at) => text[each].trim() !== '' && (at === 0 || text.zh !== text.en))
    .map((each) => (
      <span key={each} lang={LANGUAGE_TAG[each]}>
        <Untrusted text={text[each]} most={most} lines />{' '}
      </span>
    ));
  if (inline) return <>{said}</>;
  return (
    <>
      {said.map((each) => (
        <p key={each.key}>{each}</p>
      ))}
    </>
  );
}

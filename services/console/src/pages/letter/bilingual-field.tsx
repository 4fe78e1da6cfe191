import { useId } from 'react';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { LANGUAGE_TAG, useLanguage } from '../../i18n/language.tsx';

interface Given {
  readonly label: Bilingual;
  readonly value: Bilingual;
  readonly most: number;
  /** One line instead of many. */
  readonly single?: boolean;
  readonly onChange: (value: Bilingual) => void;
}

const LANGUAGES = [
  { key: 'zh', name: { zh: '中文', en: 'Chinese' } },
  { key: 'en', name: { zh: '英文', en: 'English' } },
] as const;

/** A text in Chinese and in English, below each other. */
export function BilingualField({ label, value, most, single = false, onChange }: Given) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className="letter-field">
      {LANGUAGES.map(({ key, name }) => {
        const field = {
          id: `${id}-${key}`,
          lang: LANGUAGE_TAG[key],
          maxLength: most,
          value: value[key],
          onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange({ ...value, [key]: target.value }),
        };
        return (
          <div key={key}>
            <label htmlFor={`${id}-${key}`}>
              {t(label)} <span className="letter-language">{t(name)}</span>
            </label>
            {single ? <input type="text" {...field} /> : <textarea className="grows" rows={2} {...field} />}
          </div>
        );
      })}
    </div>
  );
}

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Bilingual } from '../../../../shared/domain/text.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** As `<html lang>` and the browser's own formats have it. */
export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

const KEPT_AS = 'shelfgate.language';

interface Speaking {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The words of the language in use. */
  readonly t: (words: Bilingual) => string;
}

const LanguageContext = createContext<Speaking | null>(null);

/** The language kept from the last time; Chinese at the first. Storage may be closed to the page. */
function keptLanguage(): Language {
  try {
    return LANGUAGES.find((language) => language === localStorage.getItem(KEPT_AS)) ?? 'zh';
  } catch {
    return 'zh';
  }
}

/** Gives every page below it a language, keeps the choice and tells the browser (`<html lang>`). */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAG[language];
    try {
      localStorage.setItem(KEPT_AS, language);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }, [language]);
  const value = useMemo<Speaking>(() => ({ language, setLanguage, t: (words) => words[language] }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The language in use, its words, and how to change it. */
export function useLanguage(): Speaking {
  const value = useContext(LanguageContext);
  if (value === null) throw new Error('useLanguage needs a LanguageProvider above it');
  return value;
}

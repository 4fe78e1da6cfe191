import { Button } from 'antd';
import { LANGUAGE_TAG, useLanguage } from './language.tsx';

const OTHER = { zh: 'en', en: 'zh' } as const;
/** Each in its own language: whoever cannot read the page can read this. */
const NAMES = { zh: '中文', en: 'English' } as const;

/** Changes between Chinese and English. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = OTHER[language];
  return (
    <Button type="text" lang={LANGUAGE_TAG[other]} onClick={() => setLanguage(other)}>
      {NAMES[other]}
    </Button>
  );
}

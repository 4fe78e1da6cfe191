import { useLanguage } from '../i18n/language.tsx';

/** Stands while the first page is on its way. The code that replaces it has a time limit, so it does not stay. */
export function LoadingPage() {
  const { t } = useLanguage();
  return (
    <p role="status" className="loading-page">
      {t({ zh: '正在打开审核工作台 …', en: 'Opening the console …' })}
    </p>
  );
}

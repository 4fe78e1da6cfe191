import { useLanguage } from '../../i18n/language.tsx';
import { usePageTitle } from '../../shell/page-title.ts';

const TITLE = { zh: '整改通知', en: 'Rectification letter' } as const;

export default function LetterPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  return <h1>{t(TITLE)}</h1>;
}

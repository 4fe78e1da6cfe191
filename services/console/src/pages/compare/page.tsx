import { useLanguage } from '../../i18n/language.tsx';
import { usePageTitle } from '../../shell/page-title.ts';

const TITLE = { zh: '版本比较', en: 'Compare versions' } as const;

export default function ComparePage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  return <h1>{t(TITLE)}</h1>;
}

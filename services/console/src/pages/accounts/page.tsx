import { useLanguage } from '../../i18n/language.tsx';
import { usePageTitle } from '../../shell/page-title.ts';

const TITLE = { zh: '账号', en: 'Accounts' } as const;

export default function AccountsPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  return <h1>{t(TITLE)}</h1>;
}

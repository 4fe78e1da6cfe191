import { useLanguage } from '../../i18n/language.tsx';
import { usePageTitle } from '../../shell/page-title.ts';

const TITLE = { zh: '送审', en: 'Submission' } as const;

export default function SubmissionPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  return <h1>{t(TITLE)}</h1>;
}

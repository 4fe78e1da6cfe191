import { useLanguage } from '../../i18n/language.tsx';
import { usePageTitle } from '../../shell/page-title.ts';

const TITLE = { zh: '审计日志', en: 'Audit log' } as const;

export default function AuditPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  return <h1>{t(TITLE)}</h1>;
}

import { Link } from 'react-router';
import { useLanguage } from '../i18n/language.tsx';
import { Notice } from './notice.tsx';
import { usePageTitle } from './page-title.ts';

const TITLE = { zh: '没有这个页面', en: 'There is no such page' } as const;

/** An address that no page has. */
export function NotFound() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  return (
    <Notice title={t(TITLE)} action={<Link to="/queue">{t({ zh: '回到审核队列', en: 'Go to the queue' })}</Link>}>
      {t({ zh: '网址可能抄错，或页面已移走。', en: 'The address may be mistyped, or the page has moved.' })}
    </Notice>
  );
}

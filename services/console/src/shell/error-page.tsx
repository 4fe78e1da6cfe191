import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { useLanguage } from '../i18n/language.tsx';
import { Notice } from './notice.tsx';

/** After an update the old parts of the page are gone from the server; browsers word it differently. */
const PART_MISSING = /dynamically imported module|module script failed|Unable to preload/i;

/** What remains of a page that failed: why as far as it is known, and what to do. */
export function ErrorPage() {
  const error = useRouteError();
  const { t } = useLanguage();
  const outdated = error instanceof Error && PART_MISSING.test(error.message);
  const reload = (
    <>
      <Button type="primary" onClick={() => location.reload()}>
        {t({ zh: '重新载入', en: 'Reload' })}
      </Button>{' '}
      <Link to="/queue" reloadDocument>
        {t({ zh: '回到审核队列', en: 'Go to the queue' })}
      </Link>
    </>
  );
  if (outdated) {
    return (
      <Notice title={t({ zh: '页面的一部分没有取到', en: 'A part of the page did not arrive' })} action={reload}>
        {t({
          zh: '审核工作台可能已更新，或网络中断。重新载入即可；已提交的内容不会丢失。',
          en: 'The console may have been updated, or the network failed. Reload; what you have submitted is kept.',
        })}
      </Notice>
    );
  }
  return (
    <Notice title={t({ zh: '页面出错', en: 'The page failed' })} action={reload}>
      {t({
        zh: '已提交的内容不会丢失。请重新载入；若再次出现，请把网址告诉运维。',
        en: 'What you have submitted is kept. Reload; if it happens again, tell operations the address.',
      })}
    </Notice>
  );
}

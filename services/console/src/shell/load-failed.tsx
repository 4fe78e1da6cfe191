import { Button } from 'antd';
import { ApiProblem } from '../api/problem.ts';
import { useLanguage } from '../i18n/language.tsx';
import { NoRight } from './no-right.tsx';
import { Notice } from './notice.tsx';

/** What a page shows in place of data that did not come: what is wrong, and a way to try again. */
export function LoadFailed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useLanguage();
  if (error instanceof ApiProblem && error.status === 403) return <NoRight />;
  const problem = error instanceof ApiProblem ? error : null;
  const again = retry !== undefined && (
    <Button type="primary" onClick={retry}>
      {t({ zh: '重试', en: 'Try again' })}
    </Button>
  );
  return (
    <Notice title={problem ? t(problem.title) : t({ zh: '无法显示', en: 'This cannot be shown' })} action={again}>
      <p>{problem ? t(problem.detail) : t({ zh: '页面出现意外错误。', en: 'Something unexpected happened in the page.' })}</p>
      {problem?.instance != null && (
        <p>
          {t({ zh: '请求编号：', en: 'Request: ' })}
          <code>{problem.instance}</code>
        </p>
      )}
    </Notice>
  );
}

import { Alert } from 'antd';
import { ApiProblem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** Why something was not done, and what to do; nothing without a problem. */
export function ProblemAlert({ error }: { readonly error: unknown }) {
  const { t } = useLanguage();
  if (error === null || error === undefined) return null;
  const text =
    error instanceof ApiProblem
      ? t(error.detail)
      : t({ zh: '页面出现意外错误，请重新载入。', en: 'Something unexpected happened in the page; reload it.' });
  return <Alert type="error" showIcon role="alert" title={text} className="accounts-alert" />;
}

import { App } from 'antd';
import { useCallback, useEffect } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** What a failure is in words: what is wrong and what to do. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useLanguage();
  return useCallback(
    (error) =>
      error instanceof ApiProblem
        ? t(error.detail)
        : t({ zh: '页面出现意外错误，请重新载入。', en: 'Something unexpected happened in the page; reload it.' }),
    [t],
  );
}

/** Tells a failure of something small over the page, where it does not replace anything. */
export function LoadingFailedMessage({ error }: { readonly error: unknown }) {
  const { message } = App.useApp();
  const textOf = useFailureText();
  useEffect(() => {
    if (error !== null) message.error(textOf(error));
  }, [error, message, textOf]);
  return null;
}

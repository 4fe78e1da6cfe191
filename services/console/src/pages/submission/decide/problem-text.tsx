import { ApiProblem } from '../../../api/problem.ts';
import { useLanguage } from '../../../i18n/language.tsx';

/** What was wrong with something that was sent, field by field where the server says which. */
export function ProblemText({ error }: { readonly error: unknown }) {
  const { t } = useLanguage();
  if (!(error instanceof ApiProblem))
    return <>{t({ zh: '页面出现意外错误，请重试。', en: 'Something unexpected happened; try again.' })}</>;
  return (
    <>
      {t(error.title)}
      {t({ zh: '：', en: ': ' })}
      {t(error.detail)}
      {error.errors.length > 0 && (
        <ul>
          {error.errors.slice(0, 10).map(({ pointer, code, text }) => (
            <li key={`${pointer} ${code}`}>
              <code>{pointer}</code> {t(text)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import { useParams, useSearchParams } from 'react-router';
import { useMay } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { LetterDesk } from './letter-desk.tsx';
import { LetterHead } from './letter-head.tsx';
import './page.css';
import { useLetters } from './use-letters.ts';

const TITLE = { zh: '整改通知', en: 'Rectification letter' } as const;

/** Letters of a submission: generated from its findings, edited, looked at as they are printed, sent. The letter stands in the address. */
export default function LetterPage() {
  const { t } = useLanguage();
  const { id = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  usePageTitle(t(TITLE));
  const submission = useSubmission(id);
  const letters = useLetters(id);
  const mayWrite = useMay('decide');
  const failed = letters.isError ? letters : submission.isError ? submission : null;
  if (failed !== null && (letters.data === undefined || submission.data === undefined))
    return <LoadFailed error={failed.error} retry={() => void Promise.all([letters.refetch(), submission.refetch()])} />;
  if (letters.data === undefined || submission.data === undefined)
    return (
      <>
        <h1>{t(TITLE)}</h1>
        <p role="status">{t({ zh: '正在读取…', en: 'Loading…' })}</p>
      </>
    );
  const wanted = query.get('letter');
  const chosen = letters.data.find((letter) => letter.id === wanted) ?? letters.data[0] ?? null;
  const choose = (letter: string) => setQuery({ letter });
  return (
    <div className="letter-page">
      <LetterHead view={submission.data} letters={letters.data} chosen={chosen} onChoose={choose} mayWrite={mayWrite} />
      {chosen === null ? (
        <p>{t({ zh: '还没有整改通知。', en: 'There is no letter yet.' })}</p>
      ) : (
        // Another letter is another desk: nothing typed carries over.
        <LetterDesk key={chosen.id} letter={chosen} view={submission.data} mayWrite={mayWrite} />
      )}
    </div>
  );
}

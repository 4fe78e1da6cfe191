import { useParams } from 'react-router';
import { useLanguage } from '../../i18n/language.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import './page.css';
import { SubmissionSkeleton } from './skeleton.tsx';
import { SubmissionShown } from './submission-shown.tsx';
import { useEarlyReport, useSubmission } from './use-submission.ts';

const TITLE = { zh: '送审', en: 'Submission' } as const;

/** One submission: what the machine found, and what a person makes of it. */
export default function SubmissionPage() {
  const { t } = useLanguage();
  const { id = '' } = useParams();
  usePageTitle(t(TITLE));
  const query = useSubmission(id);
  const early = useEarlyReport(id);
  if (query.data === undefined)
    return query.isError ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : <SubmissionSkeleton />;
  // Another submission is another page: nothing that was open or marked carries over.
  return <SubmissionShown key={query.data.submission} view={query.data} stale={query.isError} early={early} />;
}
